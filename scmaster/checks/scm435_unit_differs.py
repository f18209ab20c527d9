"""Satuan capaian lain daripada satuan indikatornya.

Capaian hanya dapat dibandingkan dengan target dalam satuan yang sama. Satu indikator dalam
"persen" dengan capaian dalam "unit" mencetak grafik yang keliru tanpa ada yang menyadarinya.

Salah:

    indicators:
      - id: ind-sampah
        name: Pengurangan sampah
        unit: persen
        baseline: {value: 26, unit: "%", as_of: 2022, source: sumber-uji}
        actuals:
          - value: 120
            unit: ton per hari  # SCM435
            as_of: 2024
            source: sumber-uji

Benar:

    indicators:
      - id: ind-sampah
        name: Pengurangan sampah
        unit: persen
        actuals:
          - {value: 30, unit: persen, as_of: 2024, source: sumber-uji}
          - {value: 26, as_of: 2023, source: sumber-uji}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.conflicts import same_unit
from scmaster.assess.figures import figures
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.masterplan import Indicator

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Find actuals counted in something else than their indicator."""
    for indicator in case.dossier.of(Indicator).values():
        for path, measure in figures(indicator):
            if measure.unit is not None and not same_unit(measure.unit, indicator.unit):
                yield Finding(
                    indicator.span(*path, "unit"),
                    f"satuan '{measure.unit}' pada {indicator.id} lain daripada satuan"
                    f" indikatornya, '{indicator.unit}'",
                    "ubah angkanya ke satuan indikator, atau buat indikator tersendiri",
                    (Related(indicator.span("unit"), "satuan indikator"),),
                )
