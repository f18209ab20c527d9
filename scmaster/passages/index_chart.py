"""The official index year by year beside its targets, drawn."""

from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.indonesian import listing, number
from scmaster.model import labels
from scmaster.passages import indices
from scmaster.passages.charts import Chart, Figure, Series, axis_end

YEARS = 12
"""The latest ones; a page holds no more pairs of bars."""


def by_year(case: Case) -> Figure:
    """Draw the index and the target of every year under the case's own family.

    A year with two figures is told and not drawn: which one holds is not ours to say.
    """
    instrument = case.instrument
    if instrument is None:
        return Figure(None)
    families = {instrument.family}
    found = indices.known(case, families)
    told = {index.year for index in found}
    years = list(range(min(told), max(told) + 1))[-YEARS:] if told else []
    values = {y: {i.value for i in found if i.year == y and i.value is not None} for y in years}
    disputed = [str(year) for year in years if len(values[year]) > 1]
    reached = {year: min(given) for year, given in values.items() if len(given) == 1}
    aims = {year: aim for year, (aim, _, _) in indices.targets(case, families).items()}
    note = f"Indeks {listing(disputed)} mempunyai beberapa angka dan tidak digambar."
    note = note if disputed else ""
    if len(reached) <= 1:
        return Figure(None, note)
    aimed = {year: aims[year] for year in years if year in aims}
    chart = Chart(
        kind="bar",
        categories=[str(year) for year in years],
        series=[
            Series(name, [own.get(year) for year in years], promise=own is aimed)
            for name, own in (("Indeks", reached), ("Target", aimed))
            if own
        ],
        caption=f"Indeks {labels.FAMILY[instrument.family]} menurut tahun",
        description=_finding(reached, aims, years),
        unit="indeks",
        top=axis_end(instrument.scale, [*reached.values(), *aimed.values()]),
    )
    return Figure(chart, note)


def _finding(reached: dict[int, Decimal], aims: dict[int, Decimal], years: list[int]) -> str:
    first, last = min(reached), max(reached)
    said = f"Diagram batang indeks: {number(reached[first], 2)} pada {first} dan"
    said += f" {number(reached[last], 2)} pada {last}."
    met = [str(year) for year in reached if year in aims and reached[year] >= aims[year]]
    missed = [str(year) for year in reached if year in aims and reached[year] < aims[year]]
    said += f" Target tercapai pada {listing(met)}." if met else ""
    said += f" Target belum tercapai pada {listing(missed)}." if missed else ""
    silent = [str(year) for year in years if year not in reached]
    return said + (f" Indeks tidak diketahui untuk {listing(silent)}." if silent else "")
