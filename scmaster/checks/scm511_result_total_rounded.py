"""Nilai yang tercatat berselisih tipis dari nilai bagian-bagiannya.

Kementerian menghitung dari nilai yang belum dibulatkan lalu mencetak dua angka di belakang
koma, sehingga selisih sampai 0,02 wajar. Nilai yang tercetak tetap dipakai; catatan ini hanya
agar tidak ada yang heran ketika menghitung ulang.

Salah:

    results:
      - id: hasil-2024
        submission: evaluasi-2024
        status: official
        scores:
          - {node: baseline, score: 4.00}
          - {node: output, score: 3.00}
        final: 3.41  # SCM511

Benar:

    results:
      - id: hasil-2024
        submission: evaluasi-2024
        status: official
        scores:
          - {node: baseline, score: 3.99}
          - {node: output, score: 3.00}
        final: 3.40
"""

from collections.abc import Iterator
from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.assess.results import instrument_of, totals
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import number
from scmaster.model.evaluation import Result

SEVERITY = Severity.NOTE
PRINTED, ROUNDING = Decimal("0.005"), Decimal("0.02")
"""Up to the first two decimals hide it; above the second it is no rounding (SCM510)."""


def check(case: Case) -> Iterator[Finding]:
    """Find totals that follow from their parts but for rounding."""
    for result in case.dossier.of(Result).values():
        instrument = instrument_of(case.dossier, result)
        for total in totals(instrument, result) if instrument else ():
            if PRINTED < total.gap <= ROUNDING:
                yield Finding(
                    result.span(*total.path),
                    f"{total.name} pada {result.id} tertulis {number(total.given)}; dihitung dari"
                    f" bagian yang dibulatkan {number(total.computed, 3)}",
                    "tidak perlu diubah bila sama dengan surat hasil",
                )
