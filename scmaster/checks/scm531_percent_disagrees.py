"""Persentase tidak sama dengan pembilang dibagi penyebut.

Asesor menghitung ulang. Persentase yang berbeda dari bagian-bagiannya membuat ketiga angka
diragukan, termasuk yang benar.

Salah:

    answers:
      - id: jwb-1
        submission: evaluasi-2024
        question: OUT.06
        measure: {value: 25, unit: persen, as_of: 2024, source: sumber-uji}  # SCM531
        numerator: 25
        denominator: 1000

Benar:

    answers:
      - id: jwb-1
        submission: evaluasi-2024
        question: OUT.06
        measure: {value: 33.3, unit: persen, as_of: 2024, source: sumber-uji}
        numerator: 1
        denominator: 3
"""

from collections.abc import Iterator
from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.indonesian import number

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Find percentages that are not what their parts give, as far as they are written."""
    for standing in case.standings.values():
        answer = standing.answer
        if answer is None or answer.measure is None or standing.question.kind != "percent":
            continue
        given, part, whole = answer.measure.value, answer.numerator, answer.denominator
        if given is None or part is None or not whole or part > whole:
            continue
        computed = 100 * part / whole
        if abs(computed - given) > _last_digit(given):
            yield Finding(
                answer.span("measure", "value"),
                f"jawaban {answer.id} tertulis {number(given)} persen, tetapi {number(part)} dari"
                f" {number(whole)} adalah {number(computed, 2)} persen",
                "betulkan salah satu dari ketiga angkanya",
                (Related(answer.span("numerator"), "pembilang"),),
            )


def _last_digit(given: Decimal) -> Decimal:
    """Return one unit of the last digit written: 33.3 and 33.4 both pass for a third."""
    exponent = given.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
