"""Nomor rekomendasi di luar jumlah yang dinyatakan sumber.

Bila sumber menyebut 12 rekomendasi, rekomendasi nomor 13 berarti salah ketik, salah
pengajuan, atau jumlahnya yang salah baca. Rekomendasi yang bernomor keliru akan dijawab
untuk pertanyaan yang keliru.

Salah:

    submissions:
      - id: evaluasi-2023
        year: 2023
        stage: tahap_2
        state: final
        declared_recommendations: 1
    recommendations:
      - id: rek-1
        submission: evaluasi-2023
        number: 7  # SCM340
        text: Susun SOP.
        status: irrelevant

Benar:

    submissions:
      - id: evaluasi-2023
        year: 2023
        stage: tahap_2
        state: final
        declared_recommendations: 1
    recommendations:
      - id: rek-1
        submission: evaluasi-2023
        number: 1
        text: Susun SOP.
        status: irrelevant
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.evaluation import Recommendation, Submission

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Find recommendations numbered beyond what their submission is said to have."""
    for recommendation in case.dossier.of(Recommendation).values():
        submission = case.dossier.get(Submission, recommendation.submission)
        declared = submission.declared_recommendations if submission else None
        if submission is None or declared is None or 1 <= recommendation.number <= declared:
            continue
        yield Finding(
            recommendation.span("number"),
            f"{submission.id} dinyatakan mempunyai {declared} rekomendasi, tetapi"
            f" {recommendation.id} bernomor {recommendation.number}",
            "periksa nomor, pengajuan, atau jumlahnya dalam surat hasil evaluasi",
            (Related(submission.span("declared_recommendations"), "jumlah yang dinyatakan"),),
        )
