"""Kota dinilai dengan instrumen kelompok lain.

Kementerian membagi kota dalam kelompok, dan bobot tiap kelompok berbeda: kelompok KPPN dan
IKN mendapat dimensi kolaborasi, kelompok reguler tidak. Simulasi dengan instrumen kelompok
lain menyesatkan pimpinan.

Salah:

    city:
      id: uji
      name: Kota Uji
      kind: kota
      province: Kalimantan Timur
      region_code: "64.99"
      cohorts:
        - {year: 2024, cohort: reguler}  # SCM506
    # pillars
    instruments:
      - id: uji-2024
        name: Instrumen uji
        issuer: Kementerian
        year: 2024
        cohort: kppn_ikn
        status: official
        scale: {minimum: 1, maximum: 4}
        groups:
          - {id: baseline, name: Baseline}

Benar:

    city:
      id: uji
      name: Kota Uji
      kind: kota
      province: Kalimantan Timur
      region_code: "64.99"
      cohorts:
        - {year: 2022, cohort: reguler}
        - {year: 2024, cohort: kppn_ikn}
    # pillars
    instruments:
      - id: uji-2024
        name: Instrumen uji
        issuer: Kementerian
        year: 2024
        cohort: kppn_ikn
        status: official
        scale: {minimum: 1, maximum: 4}
        groups:
          - {id: baseline, name: Baseline}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Related, Severity

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find a city whose group, in the year judged, is not the instrument's."""
    city, cycle, instrument = case.dossier.city, case.submission, case.instrument
    if city is None or cycle is None or instrument is None or instrument.cohort is None:
        return
    by_year = {known.year: index for index, known in enumerate(city.cohorts)}
    index = by_year.get(cycle.year, by_year.get(instrument.year))
    if index is not None and city.cohorts[index].cohort != instrument.cohort:
        known = city.cohorts[index]
        yield Finding(
            city.span("cohorts", index, "cohort"),
            f"pada {known.year} kota termasuk kelompok {known.cohort}, sedangkan instrumen"
            f" {instrument.id} untuk kelompok {instrument.cohort}",
            "pilih instrumen kelompok kota, atau betulkan kelompoknya menurut surat kementerian",
            (Related(cycle.span("instrument"), "instrumen yang dipakai"),),
        )
