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

Benar (melalui klaim):

    recommendations:
      - id: rek-2023-01
        submission: evaluasi-2024
        number: 1
        text: Tetapkan peraturan tentang kota cerdas.
        status: evidenced
    claims:
      - id: klaim-rek-01
        evidence: ev-laporan
        supports: [rek-2023-01]
        role: primary
        pages: "2"
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.follow_up import shown
from scmaster.diagnostics import Finding, Severity
from scmaster.model.evaluation import Recommendation

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Find recommendations said to be proven that name no evidence."""
    for recommendation in case.dossier.of(Recommendation).values():
        if recommendation.status == "evidenced" and not shown(case.dossier, recommendation):
            yield Finding(
                recommendation.span("status"),
                f"rekomendasi {recommendation.id} dinyatakan berbukti tanpa eviden",
                "sebutkan eviden di 'evidence', atau ubah status menjadi claimed_met",
            )
