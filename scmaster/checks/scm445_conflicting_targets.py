"""Satu indikator mempunyai dua target yang berlainan untuk satu tahun.

Capaian dibandingkan dengan target; bila targetnya dua, kota tampak memilih yang tercapai.
Sebut target yang ditetapkan saja, dan tulis yang lain di catatan.

Salah:

    indicators:
      - id: ind-bank
        name: Bank sampah aktif
        unit: unit
        targets:
          - {year: 2024, value: 210, source: sumber-uji}
          - {year: 2024, value: 204, source: sumber-uji}  # SCM445

Benar:

    indicators:
      - id: ind-bank
        name: Bank sampah aktif
        unit: unit
        targets:
          - {year: 2024, value: 210, source: sumber-uji}
          - {year: 2025, value: 240, source: sumber-uji}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.indonesian import number
from scmaster.model.masterplan import Indicator, Target

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Find years with two targets."""
    for indicator in case.dossier.of(Indicator).values():
        first: dict[int, tuple[int, Target]] = {}
        for index, target in enumerate(indicator.targets):
            at, known = first.setdefault(target.year, (index, target))
            if known.value != target.value:
                yield Finding(
                    indicator.span("targets", index, "value"),
                    f"target {indicator.id} tahun {target.year}: {number(known.value)} dan"
                    f" {number(target.value)}",
                    "sisakan target yang ditetapkan; tulis yang lain di 'note'",
                    (Related(indicator.span("targets", at, "value"), "target yang pertama"),),
                )
