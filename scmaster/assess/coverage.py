"""How far the questions have come, counted by dimension, pillar and perangkat daerah."""

from collections.abc import Iterable
from dataclasses import dataclass

from scmaster.assess.case import Case
from scmaster.assess.standing import Standing, State
from scmaster.link import Dossier
from scmaster.model.city import Opd

NOBODY = ""
"""Stands for questions that no perangkat daerah of the city has taken."""


@dataclass(frozen=True)
class Count:
    """Of so many questions, so many have come so far."""

    id: str
    name: str
    total: int
    answered: int
    supported: int
    """Answered, with supporting evidence only."""
    proven: int

    @property
    def unanswered(self) -> int:
        """How many nobody has answered."""
        return self.total - self.answered

    @property
    def unproven(self) -> int:
        """How many are answered without any evidence."""
        return self.answered - self.supported - self.proven


def count(identity: str, name: str, standings: Iterable[Standing]) -> Count:
    """Count the states of some questions."""
    states = [standing.state for standing in standings]
    return Count(
        id=identity,
        name=name,
        total=len(states),
        answered=sum(1 for state in states if state is not State.UNANSWERED),
        supported=states.count(State.SUPPORTED),
        proven=states.count(State.PROVEN),
    )


def by_dimension(case: Case) -> list[Count]:
    """Count by the top groups of the instrument, in its order."""
    if case.instrument is None:
        return []
    standings = list(case.standings.values())
    return [
        count(group.id, group.name, [s for s in standings if s.group is group])
        for group in case.instrument.groups
    ]


def by_pillar(case: Case) -> list[Count]:
    """Count by pillar, for the questions that belong to one."""
    names = case.dossier.frameworks.pillars()
    grouped: dict[str, list[Standing]] = {}
    for standing in case.standings.values():
        if standing.question.pillar:
            grouped.setdefault(standing.question.pillar, []).append(standing)
    order = [name for name in names if name in grouped]
    return [count(name, names[name].name, grouped[name]) for name in order]


def by_opd(case: Case) -> list[Count]:
    """Count the answered questions by the perangkat daerah that owns the answer.

    Questions without an owner in the city's own register come last, under no name: the
    instrument says who usually holds the data, not who does in this city.
    """
    grouped: dict[str, list[Standing]] = {}
    for standing in case.standings.values():
        owner = standing.answer.owner if standing.answer else None
        grouped.setdefault(owner or NOBODY, []).append(standing)
    order = sorted(grouped, key=lambda name: (name == NOBODY, name))
    return [count(name, opd_name(case.dossier, name), grouped[name]) for name in order]


def opd_name(dossier: Dossier, identity: str | None) -> str:
    """Return the short name of a perangkat daerah, or that nobody is named."""
    opd = dossier.get(Opd, identity)
    return (opd.short_name or opd.name) if opd else "(belum ditunjuk)"
