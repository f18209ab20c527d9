"""Tenggat rekomendasi sudah lewat, tetapi statusnya belum selesai.

Asesor tahun berikutnya membuka daftar rekomendasi tahun lalu. Yang terlambat perlu alasan dan
tenggat baru sebelum ditanyakan.

Salah:

    recommendations:
      - id: rek-01
        submission: evaluasi-2024
        number: 1
        text: Aktifkan forum.
        due: 2024-12-31  # SCM438
        status: in_progress

Benar:

    recommendations:
      - id: rek-01
        submission: evaluasi-2024
        number: 1
        text: Aktifkan forum.
        due: 2025-12-31
        status: in_progress
      - id: rek-02
        submission: evaluasi-2024
        number: 2
        text: Tetapkan peraturan.
        due: 2024-12-31
        status: evidenced
        evidence: [ev-laporan]
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.model.evaluation import Recommendation
from scmaster.model.labels import RECOMMENDATION_STATUS
from scmaster.model.wording import date_words

SEVERITY = Severity.WARNING
UNFINISHED = {"open", "in_progress"}


def check(case: Case) -> Iterator[Finding]:
    """Find recommendations past their day."""
    for recommendation in case.dossier.of(Recommendation).values():
        due = recommendation.due
        if due is not None and due.last < case.on and recommendation.status in UNFINISHED:
            yield Finding(
                recommendation.span("due"),
                f"rekomendasi {recommendation.id} {RECOMMENDATION_STATUS[recommendation.status]},"
                f" padahal tenggatnya {date_words(due)}",
                "catat penyelesaiannya, atau sepakati tenggat baru dengan alasannya",
            )
