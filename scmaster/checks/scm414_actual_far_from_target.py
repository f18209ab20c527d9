"""Capaian lebih dari dua kali target, atau kurang dari setengahnya bila makin kecil makin baik.

Biasanya satuannya tertukar (persen dan jumlah) atau titik desimalnya hilang. Bila memang
benar, asesor akan bertanya apakah targetnya terlalu rendah.

Salah:

    indicators:
      - id: ind-bank
        name: Bank sampah aktif
        unit: unit
        targets:
          - {year: 2024, value: 40, source: sumber-uji}
        actuals:
          - {value: 4000, as_of: 2024, source: sumber-uji}  # SCM414

Salah (makin kecil makin baik):

    indicators:
      - id: ind-waktu
        name: Waktu pengurusan izin
        unit: jam
        direction: down
        targets:
          - {year: 2024, value: 24, source: sumber-uji}
        actuals:
          - {value: 2.4, as_of: 2024-12, source: sumber-uji}  # SCM414

Benar:

    indicators:
      - id: ind-bank
        name: Bank sampah aktif
        unit: unit
        targets:
          - {year: 2024, value: 40, source: sumber-uji}
        actuals:
          - {value: 42, as_of: 2024, source: sumber-uji}
          - {value: 4000, as_of: 2023, source: sumber-uji}
      - id: ind-waktu
        name: Waktu pengurusan izin
        unit: jam
        direction: down
        targets:
          - {year: 2024, value: 24, source: sumber-uji}
        actuals:
          - {value: 100, as_of: 2024-12, source: sumber-uji}
"""

from collections.abc import Iterator
from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.assess.conflicts import usable
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.indonesian import number
from scmaster.model.masterplan import Indicator

SEVERITY = Severity.WARNING
FAR = 2


def check(case: Case) -> Iterator[Finding]:
    """Find figures too good to be in the same unit as their target."""
    for indicator in case.dossier.of(Indicator).values():
        targets = {target.year: (i, target.value) for i, target in enumerate(indicator.targets)}
        for _, (path, actual) in usable(indicator):
            if actual.as_of is None or path[0] != "actuals":
                continue
            at, target = targets.get(actual.as_of.last.year, (0, Decimal()))
            same_year = actual.as_of.first.year == actual.as_of.last.year
            value = actual.value or Decimal()
            if same_year and _far(value, target, up=indicator.direction == "up"):
                yield Finding(
                    indicator.span(*path, "value"),
                    f"capaian {indicator.id} {number(value)} {indicator.unit} terlalu jauh dari"
                    f" target {number(target)} {indicator.unit}",
                    "periksa satuan dan titik desimalnya",
                    (Related(indicator.span("targets", at, "value"), "target tahun itu"),),
                )


def _far(value: Decimal, target: Decimal, *, up: bool) -> bool:
    return value > FAR * target > 0 if up else FAR * value < target
