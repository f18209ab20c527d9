"""Peringkat di luar jumlah daerah yang diperingkat.

Peringkat dan jumlah daerahnya biasanya tertukar, atau salah satunya dari tahun lain.

Salah:

    results:
      - id: hasil-2024
        submission: evaluasi-2024
        status: reported
        rank: 100  # SCM436
        rank_of: 40

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
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.indonesian import number
from scmaster.model.evaluation import Result

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Find ranks that nobody can have."""
    for result in case.dossier.of(Result).values():
        if result.rank is None or result.rank_of is None:
            continue
        if not 1 <= result.rank <= result.rank_of:
            rank, of = number(result.rank), number(result.rank_of)
            yield Finding(
                result.span("rank"),
                f"{result.id}: peringkat {rank} dari {of} daerah",
                "periksa apakah kedua angka tertukar",
                (Related(result.span("rank_of"), "jumlah daerah"),),
            )
