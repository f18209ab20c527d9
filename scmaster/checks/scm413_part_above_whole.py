"""Pembilang lebih besar daripada penyebut, atau penyebutnya nol.

Bagian tidak dapat melebihi keseluruhannya; biasanya kedua angka tertukar atau berasal dari
tahun yang berbeda. Persentase yang dihitung darinya tidak berarti apa-apa.

Salah:

    claims:
      - id: klaim-forum
        evidence: ev-laporan
        supports: [OUT.04]
        submission: evaluasi-2024
        role: primary
        pages: "3"
        coverage: {numerator: 36, denominator: 34}  # SCM413

Salah (jawaban instrumen):

    answers:
      - id: jawab-out-06
        submission: evaluasi-2024
        question: OUT.06
        numerator: 12
        denominator: 0  # SCM413

Benar:

    answers:
      - id: jawab-out-06
        submission: evaluasi-2024
        question: OUT.06
        numerator: 12
        denominator: 480
"""

from collections.abc import Iterator
from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import number
from scmaster.model.evaluation import Answer
from scmaster.model.evidence import Claim

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Find parts larger than their whole, and shares of nothing."""
    for claim in case.dossier.of(Claim).values():
        if claim.coverage is not None:
            wrong = _problem(claim.coverage.numerator, claim.coverage.denominator)
            if wrong:
                field, message = wrong
                yield Finding(claim.span("coverage", field), f"{claim.id}: {message}", HINT)
    for answer in case.dossier.of(Answer).values():
        if answer.numerator is not None and answer.denominator is not None:
            wrong = _problem(answer.numerator, answer.denominator)
            if wrong:
                field, message = wrong
                yield Finding(answer.span(field), f"{answer.id}: {message}", HINT)


HINT = "periksa apakah pembilang dan penyebut tertukar atau berasal dari data yang berbeda"


def _problem(part: Decimal, whole: Decimal) -> tuple[str, str] | None:
    if whole <= 0:
        return "denominator", f"penyebut {number(whole)}, sehingga tidak ada persentasenya"
    if part < 0:
        return "numerator", f"pembilang {number(part)} kurang dari nol"
    if part > whole:
        message = f"pembilang {number(part)} melebihi penyebut {number(whole)}"
        return "numerator", message
    return None
