"""Peringkat disebut tanpa jumlah daerah yang diperingkat.

Peringkat 40 dari 100 berbeda artinya dengan peringkat 40 dari 41. Pembaca yang tidak tahu
pembandingnya akan menebak.

Salah:

    results:
      - id: hasil-2024
        submission: evaluasi-2024
        status: reported
        rank: 40  # SCM525

Benar:

    results:
      - id: hasil-2024
        submission: evaluasi-2024
        status: reported
        rank: 40
        rank_of: 100
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import number
from scmaster.model.evaluation import Result

SEVERITY = Severity.NOTE


def check(case: Case) -> Iterator[Finding]:
    """Find ranks that do not say of how many."""
    for result in case.dossier.of(Result).values():
        if result.rank is not None and result.rank_of is None:
            yield Finding(
                result.span("rank"),
                f"peringkat {number(result.rank)} pada {result.id} tanpa jumlah daerah",
                "isi 'rank_of' dengan banyaknya daerah yang diperingkat",
            )
