"""Banyak responden menjawab 0, tanda mereka tidak memakai layanannya.

Nilai 0 diberikan oleh orang yang tidak mengenal layanan yang ditanyakan. Bila lebih dari
seperlima responden menjawab 0, asesor menilai respondennya salah pilih.

Salah:

    surveys:
      - id: survei-1
        submission: evaluasi-2024
        programme: prog-uji
        sub_pillar: gov-service
        owner: diskominfo
        respondents: 50
        analysis: Sebagian warga belum tahu.
        statements:
          - number: 1
            mean: 2.4
            distribution: [20, 0, 0, 0, 30]  # SCM528

Benar:

    surveys:
      - id: survei-1
        submission: evaluasi-2024
        programme: prog-uji
        sub_pillar: gov-service
        owner: diskominfo
        respondents: 50
        analysis: Sebagian warga belum tahu.
        statements:
          - number: 1
            mean: 3.2
            distribution: [10, 0, 0, 0, 40]
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.surveys import mean_of, surveys
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import number

SEVERITY = Severity.WARNING
TOO_MANY = 5
"""One in five: our own threshold, no rule names one."""


def check(case: Case) -> Iterator[Finding]:
    """Find surveys with many zeros; the first such statement stands for them."""
    for survey in surveys(case):
        for index, statement in enumerate(survey.statements):
            counts = statement.distribution
            if mean_of(statement) and counts[0] * TOO_MANY > sum(counts):
                yield Finding(
                    survey.span("statements", index, "distribution"),
                    f"{number(counts[0])} dari {number(sum(counts))} responden survei {survey.id}"
                    f" menjawab 0 pada pernyataan {statement.number}",
                    "pilih responden yang memakai layanan itu",
                )
                break
