"""Angka-angka satu survei tidak cocok satu sama lain.

Banyaknya jawaban harus sama dengan banyaknya responden, dan rata-rata harus mengikuti
sebarannya, di antara 0 dan 4. Rekap yang tidak dapat dihitung ulang menimbulkan dugaan bahwa
jawabannya direkayasa.

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
          - number: 1
            mean: 3.5
            distribution: [0, 0, 0, 20, 20]  # SCM529
          - number: 2
            mean: 3.9  # SCM529
            distribution: [0, 0, 0, 25, 25]
          - number: 3
            mean: 35  # SCM529

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
          - number: 1
            mean: 3.5
            distribution: [0, 0, 0, 25, 25]
          - number: 2
            mean: 3.27
          - number: 3
            mean: 3.3
            distribution: [0, 1, 3, 25, 21]
"""

from collections.abc import Iterator
from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.assess.surveys import CHOICES, mean_of, surveys
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import number
from scmaster.model.masterplan import Respondents, Survey

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Find statements whose mean, distribution and respondents do not fit."""
    for survey in surveys(case):
        for index, statement in enumerate(survey.statements):
            field, reason = _misfit(survey, statement)
            if field:
                message = f"survei {survey.id}, pernyataan {statement.number}: {reason}"
                span = survey.span("statements", index, field)
                yield Finding(span, message, "hitung ulang dari rekap survei")


def _misfit(survey: Survey, statement: Respondents) -> tuple[str, str]:
    counts, given = statement.distribution, statement.mean
    if not 0 <= given <= CHOICES - 1:
        return "mean", f"rata-rata {number(given)} di luar 0 sampai {CHOICES - 1}"
    if not counts:
        return "", ""
    if len(counts) != CHOICES:
        return "distribution", f"sebaran memuat {len(counts)} angka, bukan {CHOICES}"
    if sum(counts) != survey.respondents:
        said = number(survey.respondents)
        return "distribution", f"{number(sum(counts))} jawaban, padahal {said} responden"
    computed = mean_of(statement)
    if computed is not None and abs(computed - given) > _rounding(given):
        return "mean", f"rata-rata tertulis {number(given)}, sebarannya {number(computed, 2)}"
    return "", ""


def _rounding(given: Decimal) -> Decimal:
    """Return half of the last digit that was written, or more."""
    exponent = given.as_tuple().exponent
    return Decimal("0.5").scaleb(exponent if isinstance(exponent, int) else 0)
