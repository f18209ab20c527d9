"""Semua responden memberi jawaban yang sama untuk setiap pernyataan.

Lima puluh orang yang menjawab persis sama menandakan formulir diisi oleh satu tangan. Asesor
pernah mencatat responden yang memberi nilai 4 untuk kesembilan pernyataan.

Salah:

    surveys:
      - id: survei-1
        submission: evaluasi-2024
        programme: prog-uji
        sub_pillar: gov-service
        owner: diskominfo
        respondents: 50
        analysis: Warga puas.
        statements:
          - {number: 1, mean: 4, distribution: [0, 0, 0, 0, 50]}  # SCM522
          - {number: 2, mean: 4, distribution: [0, 0, 0, 0, 50]}

Salah (hanya rata-rata, dan semuanya nilai tertinggi):

    surveys:
      - id: survei-1
        submission: evaluasi-2024
        programme: prog-uji
        sub_pillar: gov-service
        owner: diskominfo
        respondents: 50
        analysis: Warga puas.
        statements:
          - {number: 1, mean: 4.00}  # SCM522
          - {number: 2, mean: 4.00}
          - {number: 3, mean: 4.00}

Benar:

    surveys:
      - id: survei-1
        submission: evaluasi-2024
        programme: prog-uji
        sub_pillar: gov-service
        owner: diskominfo
        respondents: 50
        analysis: Warga puas.
        statements:
          - {number: 1, mean: 3.5, distribution: [0, 0, 0, 25, 25]}
          - {number: 2, mean: 4, distribution: [0, 0, 0, 0, 50]}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.surveys import CHOICES, surveys
from scmaster.diagnostics import Finding, Severity
from scmaster.model.masterplan import Respondents

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find surveys of two statements or more in which nobody differs."""
    for survey in surveys(case):
        if len(survey.statements) > 1 and all(_constant(s) for s in survey.statements):
            yield Finding(
                survey.span("statements", 0),
                f"semua responden survei {survey.id} memberi jawaban yang sama",
                "periksa cara survei diisi, dan ulangi kepada pemakai layanan bila perlu",
            )


def _constant(statement: Respondents) -> bool:
    """Tell whether all gave one answer; by the mean, only the ends of the scale tell."""
    if statement.distribution:
        return sum(1 for count in statement.distribution if count) == 1
    return statement.mean in {0, CHOICES - 1}
