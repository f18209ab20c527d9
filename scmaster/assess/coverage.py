"""How far the questions have come, counted by dimension, pillar and perangkat daerah."""

from collections.abc import Iterable
from dataclasses import dataclass

from scmaster.assess.case import Case
from scmaster.assess.owners import UNKNOWN, owner_of
from scmaster.assess.standing import Standing, State


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


def by_owner(case: Case) -> list[Count]:
    """Count by who answers for a question; those nobody answers for come last."""
    grouped: dict[str, list[Standing]] = {}
    for standing in case.standings.values():
        grouped.setdefault(owner_of(case, standing), []).append(standing)
    order = sorted(grouped, key=lambda name: (name == UNKNOWN, name))
    return [count(name, name, grouped[name]) for name in order]
