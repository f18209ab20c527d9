"""The members of the city's bodies from outside government: whether they came, and what they do.

An institution that sits in several bodies is one; it is known by its name and its sector.
"""

from dataclasses import dataclass

from scmaster.assess.attendance import (
    Met,
    Seen,
    Share,
    by_body,
    by_occasion,
    of_member,
    of_sector,
)
from scmaster.assess.case import Case
from scmaster.assess.meetings import folded
from scmaster.model.governance import Body, Meeting, Sector
from scmaster.model.masterplan import Programme

OUTSIDE: tuple[Sector, ...] = ("academia", "business", "community", "media")

Held = list[tuple[Body, Meeting]]
"""The meetings that count."""


@dataclass(frozen=True)
class Outsider:
    """A member from outside government: an institution, never a person."""

    name: str
    sector: Sector
    sits_in: tuple[str, ...]
    """The names of the bodies."""
    attended: Share
    bodies: tuple[Met, ...]
    agreements: tuple[str, ...]
    """Ids of the programmes in which it is a partner."""


@dataclass(frozen=True)
class Voice:
    """How often a sector was heard, whoever spoke for it."""

    sector: Sector
    members: int
    attended: Share
    """Of the occasions on which any body met."""


def outsiders(case: Case, held: Held) -> list[Outsider]:
    """Return every member from outside, by sector and name."""
    seats: dict[tuple[int, str], list[tuple[Body, int]]] = {}
    for body in case.dossier.of(Body).values():
        for place, member in enumerate(body.members):
            if member.sector in OUTSIDE:
                key = (OUTSIDE.index(member.sector), folded(member.name))
                seats.setdefault(key, []).append((body, place))
    return [_outsider(case, held, own) for _, own in sorted(seats.items())]


def voices(held: Held, members: list[Outsider]) -> list[Voice]:
    """Return how often each sector from outside was heard."""
    return [
        Voice(
            sector,
            sum(1 for member in members if member.sector == sector),
            by_occasion([(body, m, of_sector(body, m, sector)) for body, m in held]),
        )
        for sector in OUTSIDE
    ]


def _outsider(case: Case, held: Held, seats: list[tuple[Body, int]]) -> Outsider:
    first, place = seats[0]
    member = first.members[place]
    bodies = {body.id: body for body, _ in seats}
    seen: Seen = [(body, m, of_member(m, member)) for body, m in held if body.id in bodies]
    agreements = (
        programme.id
        for programme in case.dossier.of(Programme).values()
        if any(folded(partner.name) == folded(member.name) for partner in programme.partners)
    )
    return Outsider(
        name=member.name,
        sector=member.sector,
        sits_in=tuple(body.name for body in bodies.values()),
        attended=by_occasion(seen),
        bodies=by_body(seen),
        agreements=tuple(agreements),
    )
