"""Domains and aspects of an instrument, however deep: how complete, and what they score."""

from collections.abc import Iterator
from decimal import Decimal

from scmaster.assess import coverage, simulation
from scmaster.assess.case import Case
from scmaster.assess.standing import Standing
from scmaster.indonesian import number, percent
from scmaster.link import groups_of, questions_of
from scmaster.model.evaluation import Result, Submission
from scmaster.model.framework import Group
from scmaster.passages.cells import Cell, Missing, Row
from scmaster.passages.recommendations import cycle_name

Path = tuple[Group, ...]
"""A group with all the groups it stands in, from the topmost down."""


def name(group: Group) -> str:
    """Name a group by what its level is called: Aspek 2 Perencanaan Strategis SPBE."""
    return " ".join(p for p in (group.kind.capitalize(), group.code, group.name) if p)


def weight(group: Group) -> str:
    """Write the weight of a group, or that it is unknown."""
    return f"{number(group.weight)}%" if group.weight is not None else "tidak diketahui"


def with_questions(case: Case) -> list[Path]:
    """Return every group that has questions of its own, in the instrument's order."""
    return list(_walk((), case.instrument.groups)) if case.instrument else []


def _walk(above: Path, groups: list[Group]) -> Iterator[Path]:
    for group in groups:
        path = (*above, group)
        if group.questions:
            yield path
        yield from _walk(path, group.groups)


def completeness(case: Case) -> list[Row]:
    """Return a row for each domain and aspect below it, and one for all together.

    Its cells: name, questions, answered, supported, proven, unanswered, share proven.
    """
    groups = groups_of(case.instrument) if case.instrument else []
    counts = [coverage.count(g.id, name(g), _standings(case, g)) for g in groups]
    counts.append(coverage.count("", "Jumlah", case.standings.values()))
    return [
        (
            c.name,
            str(c.total),
            str(c.answered),
            str(c.supported),
            str(c.proven),
            str(c.unanswered),
            percent(c.proven, c.total),
        )
        for c in counts
    ]


def scores(case: Case) -> tuple[str, list[Row]]:
    """Return the latest judged cycle, and a row for each domain and aspect, and for the index.

    Its cells: name, weight, as claimed, as provable, official in that cycle. What nobody
    answered is not simulated: the lowest score would read like a judgement.
    """
    instrument = case.instrument
    if instrument is None:
        return "", []
    said = simulation.simulate(instrument, simulation.claimed(case)).groups
    shown = simulation.simulate(instrument, simulation.provable(case)).groups
    result, cycle = _latest(case)
    given = {node.node: node.score for node in result.scores} if result else {}

    def row(label: str, share: str, key: str, mine: list[Standing], final: Decimal | None) -> Row:
        answered = any(standing.answer for standing in mine)
        return (
            label,
            share,
            _score(said.get(key)) if answered else Missing("belum dijawab"),
            _score(shown.get(key)) if answered else Missing("belum dijawab"),
            _score(final),
        )

    rows = [
        row(name(g), weight(g), g.id, _standings(case, g), given.get(g.id))
        for g in groups_of(instrument)
    ]
    final, every = (result.final if result else None), list(case.standings.values())
    rows.append(row("Indeks", "–", instrument.id, every, final))
    return cycle, rows


def _score(value: Decimal | None) -> Cell:
    return number(value, 2) if value is not None else Missing("tidak diketahui")


def _standings(case: Case, group: Group) -> list[Standing]:
    return [case.standings[question.id] for question in questions_of(group)]


def _latest(case: Case) -> tuple[Result | None, str]:
    """Return the latest result by the case's own instrument, and the name of its cycle."""
    known = case.dossier.of(Submission)
    able = [
        (cycle.year, result.id, result, cycle_name(cycle))
        for result in case.dossier.of(Result).values()
        if (cycle := known.get(result.submission)) is not None
        and case.dossier.instrument(cycle) is case.instrument
        and (result.scores or result.final is not None)
    ]
    latest = max(able, key=lambda item: item[:2], default=None)
    return (latest[2], latest[3]) if latest else (None, "")
