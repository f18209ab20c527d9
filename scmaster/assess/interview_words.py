"""What in a city's data speaks of something: found by whole words, in names and in plans."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date

from scmaster.assess.case import Case
from scmaster.assess.interview_parts import Ground, claimed, shows
from scmaster.assess.masterplans import standing_masterplans
from scmaster.assess.measures import achieved
from scmaster.model.city import Planning
from scmaster.model.masterplan import Indicator, Programme
from scmaster.model.measure import Measure, NamedMeasure


def spoken_of(case: Case, words: Sequence[str]) -> Iterator[Ground]:
    """Yield the figures, programmes, indicators and plans that speak of any of some words.

    Of several figures of one thing the one to use is yielded, else the newest; what is only
    promised is not.
    """
    if not words:
        return
    spoken = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
    if case.dossier.city is not None:
        city = case.dossier.city
        for place in _best(_named(city.facts, spoken)):
            yield Ground(city, ("facts", place), shows(case, city.facts[place].evidence))
    told = set[tuple[str, object, object]]()
    for programme in case.dossier.of(Programme).values():
        for ground in _of_programme(case, programme, spoken):
            if ground.path:
                told.add(_figure(programme.measures[int(ground.path[1])], programme.id))
            yield ground
    for indicator in case.dossier.of(Indicator).values():
        if spoken.search(indicator.name):
            yield from _of_indicator(case, indicator, told)
    yield from _of_plans(case, spoken)


def _figure(measure: Measure, work: str) -> tuple[str, object, object]:
    """Return what tells a figure of a programme from others of it."""
    return (work, measure.value, str(measure.as_of))


def _of_indicator(
    case: Case, indicator: Indicator, told: Container[tuple[str, object, object]]
) -> Iterator[Ground]:
    """Yield the figure to use, unless the programme that it measures says the very same."""
    known = [(indicator.name, i, m) for i, m in enumerate(indicator.actuals)]
    for place in _best(known):
        actual = indicator.actuals[place]
        if not any(_figure(actual, work) in told for work in indicator.belongs_to):
            own = shows(case, actual.evidence)
            yield Ground(indicator, ("actuals", place), own or claimed(case, indicator.id))


def _of_programme(case: Case, programme: Programme, spoken: re.Pattern[str]) -> Iterator[Ground]:
    words = (programme.name, *programme.aliases, programme.summary or "")
    whole = any(map(spoken.search, words))
    proven = claimed(case, programme.id)
    if whole:
        yield Ground(programme, (), proven)
    every = list(enumerate(programme.measures))
    named = [(m.name, i, m) for i, m in every if whole or spoken.search(m.name)]
    for place in _best(named):
        own = shows(case, programme.measures[place].evidence)
        yield Ground(programme, ("measures", place), own)


def _of_plans(case: Case, spoken: re.Pattern[str]) -> Iterator[Ground]:
    for plan in case.dossier.of(Planning).values():
        for field in ("priorities", "missions"):
            for place, words in enumerate(getattr(plan, field)):
                if spoken.search(words):
                    yield Ground(plan, (field, place), proven=False)
    for masterplan in standing_masterplans(case):
        for place, review in enumerate(masterplan.reviews):
            if spoken.search(review.text):
                yield Ground(masterplan, ("reviews", place), claimed(case, masterplan.id))


Named = tuple[str, int, Measure]
"""What is counted, the place of the figure in its list, and the figure."""


def _named(measures: Sequence[NamedMeasure], spoken: re.Pattern[str]) -> list[Named]:
    return [(m.name, i, m) for i, m in enumerate(measures) if spoken.search(m.name)]


def _best(named: Iterable[Named]) -> list[int]:
    """Return the place of one figure for each thing counted: the one to use, else the newest."""
    best: dict[str, tuple[tuple[bool, date], int]] = {}
    for name, place, measure in named:
        if not achieved(measure):
            continue
        rank = (measure.preferred, measure.as_of.last if measure.as_of else date.min)
        if name not in best or rank > best[name][0]:
            best[name] = (rank, place)
    return [place for _, place in best.values()]
