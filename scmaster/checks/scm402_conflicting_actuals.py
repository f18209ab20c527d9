"""Indikator mempunyai lebih dari satu capaian untuk satu masa pelaporan.

Indikator tahunan mempunyai satu capaian setahun, indikator bulanan satu setiap bulan.
Bila sumber menyebut angka yang berlainan, semuanya boleh disimpan, tetapi kota harus
menyatakan mana yang dipakai; bila tidak, dokumen yang satu akan mencetak angka yang lain
daripada dokumen berikutnya. Angka awal (baseline) ikut dibandingkan.

Salah:

    indicators:
      - id: ind-bank
        name: Bank sampah aktif
        unit: unit
        actuals:
          - {value: 77, as_of: 2024-07-05, source: sumber-uji}  # SCM402
          - {value: 106, as_of: 2024-08-20, source: sumber-uji}

Salah (triwulanan, dua angka dalam satu triwulan):

    indicators:
      - id: ind-bank
        name: Bank sampah aktif
        unit: unit
        frequency: quarterly
        actuals:
          - {value: 70, as_of: 2024-06, source: sumber-uji}
          - {value: 77, as_of: 2024-07, source: sumber-uji}  # SCM402
          - {value: 106, as_of: 2024-09, source: sumber-uji}

Benar:

    indicators:
      - id: ind-bank
        name: Bank sampah aktif
        unit: unit
        actuals:
          - {value: 77, as_of: 2024-07-05, source: sumber-uji}
          - value: 106
            as_of: 2024-08-20
            source: sumber-uji
            preferred: ya
            reason: Hitungan terakhir menurut daftar unit.

Benar (bulanan, satu angka setiap bulan):

    indicators:
      - id: ind-bank
        name: Bank sampah aktif
        unit: unit
        frequency: monthly
        actuals:
          - {value: 77, as_of: 2024-07-05, source: sumber-uji}
          - {value: 106, as_of: 2024-08-20, source: sumber-uji}
          - {value: 200, as_of: 2024, source: sumber-uji}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.conflicts import chosen_ahead, every_conflict
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.masterplan import Indicator
from scmaster.model.wording import figure_with_date

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Find reporting periods with several actuals, none of them preferred."""
    for conflict in every_conflict(case.dossier):
        record = conflict.record
        if not isinstance(record, Indicator) or conflict.preferred or chosen_ahead(record, case.on):
            continue
        first, *others = conflict.figures
        words = "; ".join(figure_with_date(figure.measure) for figure in conflict.figures)
        yield Finding(
            record.span(*first.path, "value"),
            f"capaian {record.id} dalam satu masa pelaporan berbeda-beda: {words}",
            "tandai satu dengan 'preferred: ya' dan tulis alasannya di 'reason'",
            tuple(
                Related(record.span(*figure.path, "value"), "angka yang lain") for figure in others
            ),
        )
