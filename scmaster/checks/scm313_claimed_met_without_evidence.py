"""Rekomendasi dinyatakan terpenuhi, tetapi tidak ada eviden yang menunjukkannya.

"Sudah dipenuhi" dalam berita atau paparan adalah pernyataan, bukan bukti. Tahun berikutnya
asesor menanyakan dokumennya, dan pernyataan yang tidak terbukti lebih merugikan daripada
rekomendasi yang masih dikerjakan.

Salah:

    recommendations:
      - id: rek-2023-01
        submission: evaluasi-2024
        number: 1
        text: Selesaikan peraturan wali kota.
        status: claimed_met  # SCM313

Benar:

    recommendations:
      - id: rek-2023-01
        submission: evaluasi-2024
        number: 1
        text: Selesaikan peraturan wali kota.
        status: claimed_met
        actions:
          - {text: Peraturan ditetapkan, date: 2024-03-01, evidence: [ev-laporan]}

Benar (melalui klaim):

    recommendations:
      - id: rek-2023-01
        submission: evaluasi-2024
        number: 1
        text: Selesaikan peraturan wali kota.
        status: claimed_met
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
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.evaluation import Recommendation

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Find recommendations that are met by word of mouth only."""
    for recommendation in case.dossier.of(Recommendation).values():
        if recommendation.status == "claimed_met" and not shown(case.dossier, recommendation):
            yield Finding(
                recommendation.span("status"),
                f"rekomendasi {recommendation.id} dinyatakan terpenuhi tanpa eviden",
                "sebutkan eviden di 'evidence' atau pada tindak lanjutnya,"
                " atau ubah status menjadi in_progress",
                tuple(
                    Related(said.span("claim"), f"pernyataan {said.by}")
                    for said in recommendation.status_claims
                ),
            )
