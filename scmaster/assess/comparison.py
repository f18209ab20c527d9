"""Cities side by side: what the assessors gave each year, and what the answers would earn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from scmaster.assess import cohort, simulation
from scmaster.assess.case import Case
from scmaster.assess.cohort import Official, Rank
from scmaster.assess.results import family
from scmaster.model.evaluation import Submission
from scmaster.model.framework import Group, Instrument

MINISTRY = "komdigi"
"""The family of the ministry's own smart-city evaluation."""


@dataclass(frozen=True)
class Cell:
    """A city's score of one dimension, or its final score."""

    score: Decimal | None
    asked: bool
    """Whether the city's instrument has it at all; so too where the instrument is unknown."""
    rank: Rank | None


@dataclass(frozen=True)
class Row:
    """A dimension, or the final score, city by city."""

    id: str
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Year:
    """The results of a year under one family of instruments."""

    year: int
    family: str
    officials: tuple[Official | None, ...]
    """City by city."""
    dimensions: tuple[Row, ...]
    final: Row

    @property
    def known(self) -> bool:
        """Whether any of the cities has a figure."""
        return any(official and official.figures for official in self.officials)


@dataclass(frozen=True)
class Simulated:
    """What a city's answers to its current submission would earn."""

    submission: Submission
    instrument: Instrument
    claimed: Mapping[str, Decimal]
    """By the id of a group; under the instrument's own id the final score."""
    provable: Mapping[str, Decimal]


@dataclass(frozen=True)
class Comparison:
    """All of it."""

    years: tuple[Year, ...]
    """Oldest first."""
    silent: tuple[tuple[int, str], ...]
    """Year and family of the cycles on record of which no city's figure is known."""
    simulated: tuple[Simulated | None, ...]
    """City by city."""
    groups: tuple[Group, ...]
    """What is simulated, of all the instruments."""


def compare(cases: Sequence[Case], only: int | None = None) -> Comparison:
    """Lay cities side by side; `only` keeps one year, known or not."""
    printed = cohort.published(cases[0].dossier.frameworks) if cases else []
    given = [_by_year(case, printed) for case in cases]
    known = [*(o for own in given for o in own.values() if o.figures), *printed]
    keys = {key for own in given for key, official in own.items() if official.figures}
    if only is not None:
        keys = {key for key in keys if key[0] == only} or {(only, MINISTRY)}
    years = tuple(
        _year(key, tuple(own.get(key) for own in given), known)
        for key in sorted(keys, key=lambda key: (key[0], key[1] != MINISTRY, key[1]))
    )
    silent = _cycles(cases) - {(year.year, year.family) for year in years if year.known}
    simulated = tuple(_simulated(case, only) for case in cases)
    return Comparison(
        years=years,
        silent=tuple(sorted(key for key in silent if only in {None, key[0]})),
        simulated=simulated,
        groups=_groups([made.instrument for made in simulated if made]),
    )


def _cycles(cases: Sequence[Case]) -> set[tuple[int, str]]:
    """Return year and family of every cycle a city has on record."""
    return {
        (cycle.year, family(case.dossier, cycle))
        for case in cases
        for cycle in case.dossier.of(Submission).values()
    }


def years_of(cases: Sequence[Case]) -> set[int]:
    """Return every year with a cycle on record, or a published result of one of the cities."""
    cycles = {cycle.year for case in cases for cycle in case.dossier.of(Submission).values()}
    printed = cohort.published(cases[0].dossier.frameworks) if cases else []
    return cycles | {key[0] for case in cases for key in _by_year(case, printed)}


def _by_year(case: Case, printed: list[Official]) -> dict[tuple[int, str], Official]:
    """Return a city's results; where it has no score itself, what is published stands in."""
    made = {(o.year, o.family): o for o in cohort.own(case.dossier)}
    city = case.dossier.city
    for official in printed if city else ():
        key = (official.year, official.family)
        mine = made.get(key)
        bare = mine is None or (mine.final is None and not mine.scores)
        if city and cohort.named(city, official) and bare:
            made[key] = official
            if mine is not None:
                made[key] = replace(official, rank=mine.rank, rank_of=mine.rank_of)
    return made


def _year(
    key: tuple[int, str], officials: tuple[Official | None, ...], known: list[Official]
) -> Year:
    instruments = [o.instrument for o in officials if o and o.instrument]

    def row(name: str, label: str, node: str | None) -> Row:
        return Row(name, label, tuple(_cell(o, node, known) for o in officials))

    dimensions = tuple(row(g.id, g.name, g.id) for g in _groups(instruments))
    final = row("final", "Nilai akhir", None)
    return Year(*key, officials=officials, dimensions=dimensions, final=final)


def _cell(official: Official | None, node: str | None, known: list[Official]) -> Cell:
    if official is None:
        return Cell(None, asked=True, rank=None)
    groups = official.instrument.groups if official.instrument else None
    asked = node is None or groups is None or any(group.id == node for group in groups)
    return Cell(official.value(node), asked, cohort.rank(official, node, known))


def _groups(instruments: Sequence[Instrument]) -> tuple[Group, ...]:
    """Return the top groups of several instruments, one of each id, in their order."""
    made: dict[str, Group] = {}
    for instrument in instruments:
        for group in instrument.groups:
            made.setdefault(group.id, group)
    return tuple(made.values())


def _simulated(case: Case, only: int | None) -> Simulated | None:
    submission, instrument = case.submission, case.instrument
    if submission is None or instrument is None or only not in {None, submission.year}:
        return None
    said = simulation.simulate(instrument, simulation.claimed(case))
    now = simulation.simulate(instrument, simulation.provable(case))
    return Simulated(submission, instrument, said.groups, now.groups)
