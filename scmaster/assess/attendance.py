"""Who came to a meeting, as far as anybody has written it down.

A name that is mentioned was there. That one was not there takes minutes: the news that tells of
a meeting names few of those who came. What neither shows is unknown, and never an absence.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from enum import IntEnum

from scmaster.assess.meetings import folded, occasion
from scmaster.model.governance import Body, Meeting, Member, Sector


class Presence(IntEnum):
    """Whether somebody was at a meeting; of two records of one meeting the higher tells more."""

    UNKNOWN = 0
    ABSENT = 1
    PRESENT = 2


@dataclass(frozen=True)
class Share:
    """So many of so many; what nobody knows of is in neither."""

    done: int = 0
    of: int = 0
    unknown: int = 0

    def __add__(self, other: "Share") -> "Share":
        """Return both together."""
        return Share(self.done + other.done, self.of + other.of, self.unknown + other.unknown)


NOTHING = Share()


@dataclass(frozen=True)
class Met:
    """How often somebody came to a body's meetings."""

    body: str
    """Its id."""
    name: str
    share: Share


Seen = list[tuple[Body, Meeting, Presence]]
"""The meetings that concern somebody, and whether they came."""


def of_office(meeting: Meeting, names: Container[str]) -> Presence:
    """Tell whether an office came; `names` are the ids it has ever had."""
    if any(came in names for came in meeting.attendees):
        return Presence.PRESENT
    return _gone(written=bool(meeting.minutes and meeting.attendees))


def of_member(meeting: Meeting, member: Member) -> Presence:
    """Tell whether a member came that is no office of the city."""
    if folded(member.name) in {folded(name) for name in meeting.members}:
        return Presence.PRESENT
    listed = meeting.members or (meeting.sectors and member.sector not in meeting.sectors)
    return _gone(written=bool(meeting.minutes and listed))


def of_sector(body: Body, meeting: Meeting, sector: Sector) -> Presence:
    """Tell whether anybody of a sector came."""
    if sector in sectors_at(body, meeting):
        return Presence.PRESENT
    return _gone(written=bool(meeting.minutes and meeting.sectors))


def sectors_at(body: Body, meeting: Meeting) -> set[Sector]:
    """Return the sectors that came: those written down, and those of whoever is named."""
    came = {folded(name) for name in meeting.members}
    named = {member.sector for member in body.members if folded(member.name) in came}
    offices: set[Sector] = {"government"} if meeting.attendees else set()
    return {*meeting.sectors} | named | offices


def by_body(seen: Seen) -> tuple[Met, ...]:
    """Count body by body, in the order of their ids."""
    bodies = {body.id: body for body, _, _ in seen}
    return tuple(
        Met(name, bodies[name].name, _share(p for body, _, p in seen if body.id == name))
        for name in sorted(bodies)
    )


def by_occasion(seen: Seen) -> Share:
    """Count each meeting once, though several bodies held it together."""
    best: dict[tuple[str, str], Presence] = {}
    for _, meeting, presence in seen:
        held = occasion(meeting)
        best[held] = max(best.get(held, Presence.UNKNOWN), presence)
    return _share(best.values())


def _share(presences: Iterable[Presence]) -> Share:
    every = list(presences)
    came, unknown = every.count(Presence.PRESENT), every.count(Presence.UNKNOWN)
    return Share(came, len(every) - unknown, unknown)


def _gone(*, written: bool) -> Presence:
    return Presence.ABSENT if written else Presence.UNKNOWN
