"""A city's scores side by side: simulated as claimed and as provable, and official by year."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from scmaster.assess import simulation
from scmaster.assess.case import Case
from scmaster.assess.results import alike, family
from scmaster.assess.standing import State
from scmaster.link import Dossier
from scmaster.model.evaluation import Result, Submission


@dataclass(frozen=True)
class Line:
    """One dimension, pillar, or the final score."""

    id: str
    name: str
    weight: Decimal | None
    claimed: Decimal | None
    provable: Decimal | None
    what_if: Decimal | None
    official: Mapping[str, Decimal]
    """By the id of the result."""


@dataclass(frozen=True)
class Given:
    """A result on record: which cycle, and what the assessors gave."""

    result: Result
    submission: Submission


@dataclass(frozen=True)
class Ledger:
    """All of it."""

    dimensions: list[Line]
    pillars: list[Line]
    final: Line
    results: list[Given]
    """Oldest first."""
    unanswered: list[str]
    unproven: list[str]
    """Answered, without primary evidence that fits."""


def ledger(case: Case, changes: Mapping[str, Decimal]) -> Ledger | None:
    """Compute a case's scores; `changes` are what-if scores by question or dimension.

    None when the case has no instrument. Raises KeyError for a change that names neither.
    """
    instrument = case.instrument
    if instrument is None:
        return None
    said, now = simulation.claimed(case), simulation.provable(case)
    as_claimed = simulation.simulate(instrument, said)
    as_provable = simulation.simulate(instrument, now)
    supposed = simulation.what_if(instrument, now, changes) if changes else None
    given = results(case.dossier, instrument.family)

    def line(name: str, label: str, weight: Decimal | None) -> Line:
        official = {
            g.result.id: value for g in given if (value := _given(g.result, name)) is not None
        }
        return Line(
            name,
            label,
            weight,
            as_claimed.groups.get(name),
            as_provable.groups.get(name),
            supposed.groups.get(name) if supposed else None,
            official,
        )

    final = line(instrument.id, "Nilai akhir", None)
    finals = {g.result.id: g.result.final for g in given if g.result.final is not None}
    final = Line(final.id, final.name, None, final.claimed, final.provable, final.what_if, finals)
    return Ledger(
        dimensions=[line(group.id, group.name, group.weight) for group in instrument.groups],
        pillars=_pillars(case, said, now, supposed),
        final=final,
        results=given,
        unanswered=_in_state(case, State.UNANSWERED),
        unproven=_in_state(case, State.UNPROVEN) + _in_state(case, State.SUPPORTED),
    )


def results(dossier: Dossier, of: str) -> list[Given]:
    """Return the results by instruments of one family, oldest first."""
    submissions = dossier.of(Submission)
    every = dossier.of(Result).values()
    given = [
        Given(result, cycle)
        for result in every
        if (cycle := submissions.get(result.submission)) and alike(family(dossier, cycle), of)
    ]
    return sorted(given, key=lambda g: (g.submission.year, g.submission.stage, g.result.id))


def _given(result: Result, node: str) -> Decimal | None:
    return next((score.score for score in result.scores if score.node == node), None)


def _pillars(
    case: Case,
    said: Mapping[str, Decimal],
    now: Mapping[str, Decimal],
    supposed: simulation.Simulation | None,
) -> list[Line]:
    names = case.dossier.frameworks.pillars()
    as_claimed, as_provable = simulation.by_pillar(case, said), simulation.by_pillar(case, now)
    changed = simulation.by_pillar(case, supposed.questions) if supposed else {}
    return [
        Line(
            name,
            names[name].name if name in names else name,
            None,
            as_claimed[name],
            as_provable[name],
            changed.get(name),
            {},
        )
        for name in [*[n for n in names if n in as_claimed], *(set(as_claimed) - set(names))]
    ]


def _in_state(case: Case, state: State) -> list[str]:
    return [name for name, standing in case.standings.items() if standing.state is state]
