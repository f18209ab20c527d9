"""Jawaban persentase tanpa pembilang dan penyebut.

Asesor bertanya "berapa dari berapa". Persentase yang tidak dapat dihitung ulang, misalnya
porsi APBD untuk kota cerdas, dianggap perkiraan. Persentase yang diterbitkan lembaga lain,
misalnya BPS, cukup dengan menyebut penerbitnya di 'issuer'.

Salah:

    answers:
      - id: jwb-1
        submission: evaluasi-2024
        question: OUT.06
        measure:
          value: 2.5  # SCM514
          unit: persen
          as_of: 2024
          source: sumber-uji

Salah (penyebut tertinggal):

    answers:
      - id: jwb-1
        submission: evaluasi-2024
        question: OUT.06  # SCM514
        numerator: 25

Benar:

    answers:
      - id: jwb-1
        submission: evaluasi-2024
        question: OUT.06
        measure: {value: 2.5, unit: persen, as_of: 2024, source: sumber-uji}
        numerator: 25
        denominator: 1000

Benar (diterbitkan lembaga lain):

    answers:
      - id: jwb-1
        submission: evaluasi-2024
        question: OUT.06
        issuer: Badan Pusat Statistik
        measure: {value: 2.5, unit: persen, as_of: 2024, source: sumber-uji}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity

SEVERITY = (Severity.WARNING, Severity.ERROR)
HINT = "isi pembilang dan penyebut, atau sebut lembaga penerbit angkanya di 'issuer'"


def check(case: Case) -> Iterator[Finding]:
    """Find answers to questions for a percentage that do not say of what."""
    for standing in case.standings.values():
        answer = standing.answer
        if answer is None or standing.question.kind != "percent":
            continue
        parts = {"numerator": answer.numerator, "denominator": answer.denominator}
        missing = [name for name, value in parts.items() if value is None]
        valued = answer.measure is not None and answer.measure.value is not None
        if missing and not (valued and answer.issuer):
            span = answer.span("measure", "value") if valued else answer.span("question")
            names = " dan ".join(f"'{name}'" for name in missing)
            message = f"jawaban {answer.id} atas {answer.question} tanpa {names}"
            yield Finding(span, message, HINT)
