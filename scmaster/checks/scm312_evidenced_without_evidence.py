"""Rekomendasi dinyatakan selesai berbukti, tetapi tidak ada eviden yang disebut.

Kata "selesai" bukan bukti. Asesor tahun berikutnya menanyakan rekomendasi satu per satu,
dan jawaban tanpa dokumen dihitung belum ditindaklanjuti.

Salah:

    recommendations:
      - id: rek-2023-01
        submission: evaluasi-2024
        number: 1
        text: Tetapkan peraturan tentang kota cerdas.
        status: evidenced  # SCM312

Benar:

    recommendations:
      - id: rek-2023-01
        submission: evaluasi-2024
        number: 1
        text: Tetapkan peraturan tentang kota cerdas.
        status: evidenced
        evidence: [ev-laporan]
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.model.evaluation import Recommendation

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Find recommendations said to be proven that name no evidence."""
    for recommendation in case.dossier.of(Recommendation).values():
        acted = any(action.evidence for action in recommendation.actions)
        if recommendation.status == "evidenced" and not recommendation.evidence and not acted:
            yield Finding(
                recommendation.span("status"),
                f"rekomendasi {recommendation.id} dinyatakan berbukti tanpa eviden",
                "sebutkan eviden di 'evidence', atau ubah status menjadi claimed_met",
            )
