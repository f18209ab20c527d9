"""Figures that speak of the same thing at the same time and do not agree.

A promise is no conflict with an achievement, and a figure without a date cannot be held
against another: its missing date is a finding of its own.
"""

from dataclasses import dataclass
from datetime import date
from itertools import combinations

from scmaster.assess.figures import Figure, figures
from scmaster.link import Dossier
from scmaster.model.masterplan import Indicator
from scmaster.model.measure import PROMISES, Measure, NamedMeasure
from scmaster.model.record import Entry
from scmaster.model.values import PartialDate, Period

MONTHS_IN = {"yearly": 12, "semester": 6, "quarterly": 3, "monthly": 1}
"""How many months a reporting period has, by an indicator's frequency."""


@dataclass(frozen=True)
class Conflict:
    """Two or more figures of one thing at one time, of which some differ."""

    record: Entry
    name: str
    """What is counted."""
    figures: tuple[Figure, ...]
    """As they are written, first to last."""

    @property
    def preferred(self) -> tuple[Figure, ...]:
        """Those the city has marked as the one to use."""
        return tuple(figure for figure in self.figures if figure.measure.preferred)

    @property
    def chosen(self) -> Figure | None:
        """The one to use; None while the city has not chosen, or chose two."""
        return self.preferred[0] if len(self.preferred) == 1 else None


def conflicts(record: Entry) -> list[Conflict]:
    """Return the conflicts inside one record, in the order of their first figures.

    Where the figure to use has a slip of its own (no date, a promise, another unit), that
    slip is reported and not the choice that seems to be missing because of it.
    """
    if isinstance(record, Indicator):
        return _of_indicator(record)
    named: dict[tuple[str, str], list[Figure]] = {}
    names: dict[tuple[str, str], str] = {}
    for figure in figures(record):
        measure = figure.measure
        if isinstance(measure, NamedMeasure):
            key = (_plain(measure.name), _plain(measure.unit))
            named.setdefault(key, []).append(figure)
            names.setdefault(key, measure.name)
    made = []
    for key, alike in named.items():
        able = [figure for figure in alike if counts(figure.measure)]
        lame = [f for f in alike if f.measure.preferred and not counts(f.measure)]
        for group in _at_one_time(able):
            spoilt = any(f.measure.as_of is None or same_time(f, g) for f in lame for g in group)
            if _differ(group) and not spoilt:
                made.append(Conflict(record, names[key], tuple(group)))
    return made


def every_conflict(dossier: Dossier) -> list[Conflict]:
    """Return the conflicts of all records."""
    return [conflict for record in dossier.every() for conflict in conflicts(record)]


def usable(record: Entry) -> list[tuple[str, Figure]]:
    """Return what is counted and the figure, for those that nothing in the record disputes.

    Of figures that conflict only the chosen one is left, and none while none is chosen.
    """
    disputed = {f.path for conflict in conflicts(record) for f in conflict.figures}
    chosen = {c.chosen.path for c in conflicts(record) if c.chosen is not None}
    made = []
    for figure in figures(record):
        measure = figure.measure
        name = measure.name if isinstance(measure, NamedMeasure) else ""
        if isinstance(record, Indicator):
            name = record.name
        if name and counts(measure) and (figure.path not in disputed or figure.path in chosen):
            made.append((name, figure))
    return made


def chosen_ahead(record: Entry, on: date) -> bool:
    """Tell whether a figure to use is dated after a day: its date is what is wrong then."""
    every = (figure.measure for figure in figures(record) if figure.measure.preferred)
    return any(measure.as_of is not None and measure.as_of.first > on for measure in every)


def counts(measure: Measure) -> bool:
    """Tell whether a figure says what was, and when: only such figures can disagree."""
    known = measure.value is not None and measure.as_of is not None
    return known and measure.status not in PROMISES


def agree(one: Measure, other: Measure) -> bool:
    """Tell whether two figures, or the ranges they give, have a value in common.

    A figure without a value disagrees with nothing.
    """
    if one.value is None or other.value is None:
        return True
    one_upper = one.value if one.upper is None else one.upper
    other_upper = other.value if other.upper is None else other.upper
    return one.value <= other_upper and other.value <= one_upper


def same_time(one: Figure, other: Figure) -> bool:
    """Tell whether the times of two figures share a day."""
    time, other_time = one.measure.as_of, other.measure.as_of
    return time is not None and other_time is not None and time.overlaps(other_time)


def same_unit(one: str, other: str) -> bool:
    """Tell whether two units are one, however they are written."""
    return _plain(one).replace("%", "persen") == _plain(other).replace("%", "persen")


def _of_indicator(indicator: Indicator) -> list[Conflict]:
    """Compare what is said to have been, one reporting period at a time."""
    every = [Figure(("actuals", index), actual) for index, actual in enumerate(indicator.actuals)]
    if indicator.baseline is not None:
        every.insert(0, Figure(("baseline",), indicator.baseline))
    periods: dict[object, list[Figure]] = {}
    spoilt: set[object] = set()
    for figure in every:
        measure = figure.measure
        ours = measure.unit is None or same_unit(measure.unit, indicator.unit)
        key = reporting_period(measure.as_of, indicator.frequency) if measure.as_of else None
        if counts(measure) and ours:
            periods.setdefault(key, []).append(figure)
        elif measure.preferred:
            spoilt.add(key)
    return [
        Conflict(indicator, indicator.name, tuple(group))
        for key, group in periods.items()
        if _differ(group) and not spoilt & {key, None}
    ]


def reporting_period(time: Period, frequency: str) -> tuple[object, object]:
    """Return which period of an indicator a time lies in, so that two can be compared.

    A time that is longer than the reporting period (a year, for a monthly figure) is a
    sum, and is compared only with the same.
    """
    months = MONTHS_IN[frequency]
    first, last = _part(time.start, months, first=True), _part(time.end, months, first=False)
    return (first, last) if first == last else (time.first, time.last)


def _part(value: PartialDate, months: int, *, first: bool) -> tuple[int, int]:
    day = value.first if first else value.last
    return day.year, (day.month - 1) // months


def _at_one_time(figures: list[Figure]) -> list[list[Figure]]:
    """Divide figures into those whose times touch, directly or through another's."""
    made: list[list[Figure]] = []
    for figure in figures:
        joined = [group for group in made if any(same_time(figure, other) for other in group)]
        made = [group for group in made if group not in joined]
        made.append([*(other for group in joined for other in group), figure])
    return [sorted(group, key=figures.index) for group in made]


def _differ(group: list[Figure]) -> bool:
    return any(not agree(a.measure, b.measure) for a, b in combinations(group, 2))


def _plain(text: str | None) -> str:
    return " ".join((text or "").split()).casefold()
