"""Indicators: promised, achieved, and figures that disagree."""

from collections.abc import Collection

from scmaster.assess.case import Case
from scmaster.assess.conflicts import Conflict, every_conflict
from scmaster.assess.figures import Figure
from scmaster.assess.owners import opd_name
from scmaster.indonesian import number
from scmaster.model.masterplan import Indicator
from scmaster.model.measure import Measure
from scmaster.model.wording import figure_with_date
from scmaster.passages.cells import Cell, Line, Missing, Row, origin_of
from scmaster.passages.claims import measured


def table(case: Case) -> list[Row]:
    """Return each indicator: name, owner, targets, actuals, and where they were read."""
    return [_row(case, indicator) for indicator in case.dossier.of(Indicator).values()]


def of(case: Case, identities: Collection[str]) -> list[Row]:
    """Return the indicators that measure one of some programmes or quick wins, as `table`."""
    every = case.dossier.of(Indicator).values()
    return [_row(case, i) for i in every if not set(identities).isdisjoint(i.belongs_to)]


def _row(case: Case, indicator: Indicator) -> Row:
    owner = opd_name(case.dossier, indicator.owner) if indicator.owner else indicator.issuer
    targets: Cell = [f"{t.year}: {number(t.value)}" for t in indicator.targets] or Missing()
    name = f"{indicator.name} ({indicator.unit})"
    shown = [
        (place, actual)
        for place, actual in enumerate(indicator.actuals)
        if actual.value is not None
    ]
    actuals: Cell = [_actual(case, indicator, *one) for one in shown] or Missing("belum diukur")
    origins: list[Line] = []
    for _, actual in shown:
        origin = origin_of(case.dossier, actual, indicator.sources)
        if origin not in origins:
            origins.append(origin)
    return (name, owner or Missing(), targets, actuals, origins or Missing())


def _actual(case: Case, indicator: Indicator, place: int, actual: Measure) -> Line:
    words = figure_with_date(actual, indicator.unit) + (" – dipakai" if actual.preferred else "")
    about = f"Capaian {indicator.name}"
    return measured(case.dossier, words, about, actual, indicator, "actuals", place)


def disputed(case: Case) -> list[Row]:
    """Return the figures that disagree: what, which one is used, the others, why that one."""
    rows: list[Row] = []
    for conflict in every_conflict(case.dossier):
        chosen = conflict.chosen
        others = [_figure(case, conflict, f) for f in conflict.figures if f is not chosen]
        used: Cell = _figure(case, conflict, chosen) if chosen else Missing("belum dipilih")
        reason = chosen.measure.reason if chosen else None
        rows.append((conflict.name, used, others, reason or Missing("alasan belum ada")))
    return rows


def _figure(case: Case, conflict: Conflict, figure: Figure) -> Line:
    record = conflict.record
    words = figure_with_date(figure.measure, record.unit if isinstance(record, Indicator) else "")
    return measured(case.dossier, words, conflict.name, figure.measure, record, *figure.path)
