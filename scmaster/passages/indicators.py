"""Indicators: promised, achieved, and figures that disagree."""

from scmaster.assess.case import Case
from scmaster.assess.owners import opd_name
from scmaster.indonesian import number
from scmaster.model.masterplan import Indicator
from scmaster.model.wording import figure, figure_with_date
from scmaster.passages.cells import Cell, Link, Missing, Row, origin_of


def table(case: Case) -> list[Row]:
    """Return each indicator: name, owner, targets, actuals, and where they were read."""
    return [_row(case, indicator) for indicator in case.dossier.of(Indicator).values()]


def _row(case: Case, indicator: Indicator) -> Row:
    owner = opd_name(case.dossier, indicator.owner) if indicator.owner else indicator.issuer
    targets: Cell = [f"{t.year}: {number(t.value)}" for t in indicator.targets] or Missing()
    shown = [actual for actual in indicator.actuals if actual.value is not None]
    actuals: Cell = [
        figure_with_date(a) + (" – dipakai" if a.preferred else "") for a in shown
    ] or Missing("belum diukur")
    origins: list[str | Link | Missing] = []
    for actual in shown:
        origin = origin_of(case.dossier, actual, indicator.sources)
        if origin not in origins:
            origins.append(origin)
    return (indicator.name, owner or Missing(), targets, actuals, origins or Missing())


def disputed(case: Case) -> list[Row]:
    """Return the figures chosen among others: what, which one is used, the others, why."""
    rows: list[Row] = []
    for indicator in case.dossier.of(Indicator).values():
        for chosen in (a for a in indicator.actuals if a.preferred):
            others = [
                figure_with_date(a)
                for a in indicator.actuals
                if a is not chosen and a.value is not None and _same_year(a, chosen)
            ]
            if others:
                reason = chosen.reason or Missing("alasan belum ada")
                rows.append((indicator.name, figure(chosen), list(others), reason))
    return rows


def _same_year(one: object, other: object) -> bool:
    first, second = getattr(one, "as_of", None), getattr(other, "as_of", None)
    return bool(first and second and first.start.year == second.start.year)
