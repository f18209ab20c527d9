"""Nilai yang tercatat tidak cocok dengan nilai bagian-bagiannya.

Nilai dimensi adalah rata-rata pertanyaannya, dan nilai akhir adalah jumlah dimensi dikalikan
bobot. Selisih lebih dari 0,02 bukan pembulatan: ada angka yang salah salin, atau instrumennya
bukan yang dipakai kementerian.

Salah:

    results:
      - id: hasil-2024
        submission: evaluasi-2024
        status: official
        scores:
          - {node: baseline, score: 4.00}
          - {node: output, score: 3.00}
        final: 3.14  # SCM510

Salah (nilai dimensi):

    results:
      - id: hasil-2024
        submission: evaluasi-2024
        status: official
        scores:
          - {node: baseline, score: 3.50}  # SCM510
          - {node: BAS.01, score: 4.00}
          - {node: BAS.02, score: 4.00}
          - {node: BAS.04, score: 3.00}

Salah (hasil daerah lain yang diterbitkan):

    # pillars
    published:
      - id: uji-2024-kota-lain
        instrument: uji-2024
        year: 2024
        city: Kota Lain
        status: official
        scores:
          - {node: baseline, score: 4.00}
          - {node: output, score: 3.00}
        final: 3.14  # SCM510

Benar:

    results:
      - id: hasil-2024
        submission: evaluasi-2024
        status: official
        scores:
          - {node: baseline, score: 4.00}
          - {node: output, score: 3.00}
        final: 3.40

Benar (belum semua dimensi diketahui):

    results:
      - id: hasil-2024
        submission: evaluasi-2024
        status: official
        scores:
          - {node: baseline, score: 4.00}
        final: 3.14
"""

from collections.abc import Iterator
from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.assess.results import judged, totals
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import number

SEVERITY = Severity.ERROR
ROUNDING = Decimal("0.02")
"""The most that rounding every part to two decimals can shift a total, twice over."""


def check(case: Case) -> Iterator[Finding]:
    """Find totals that do not follow from their parts."""
    for instrument, result in judged(case.dossier):
        for total in totals(instrument, result):
            if total.gap > ROUNDING:
                yield Finding(
                    result.span(*total.path),
                    f"{total.name} pada {result.id} tertulis {number(total.given)}, tetapi"
                    f" bagian-bagiannya memberi {number(total.computed, 2)}",
                    "cocokkan setiap nilai dengan surat hasil, juga instrumen pengajuannya",
                )
