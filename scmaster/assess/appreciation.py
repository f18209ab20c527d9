"""Whom to thank, and whom to urge on, with the figures that say why.

Whoever was asked nothing and gave nothing is neither. Nobody is urged on for what was not asked
of them in a form or has come in another way, nor for a meeting of which no minutes say who came.
A name that the register does not have is no office that anybody could thank.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from scmaster.assess.attendance import Share
from scmaster.assess.contributions import Contribution
from scmaster.assess.outsiders import Outsider
from scmaster.assess.participation import Participation

MOST = (3, 4)
"""From this share on something is done well: three of four."""


class Ground(StrEnum):
    """What speaks for somebody, or against."""

    PROMPT = "prompt"
    """Every form that was due came back in time."""
    PROVEN = "proven"
    """Most of its questions are proven."""
    ACCEPTED = "accepted"
    """Most of its evidence that was judged was accepted."""
    FOLLOWED_UP = "followed_up"
    """Most of its recommendations are followed up, with evidence."""
    ATTENDED = "attended"
    """It came to most of the meetings."""
    PARTNER = "partner"
    """It is a partner in programmes."""
    OVERDUE = "overdue"
    """Forms did not come back though their day has passed, and something is still wanted."""
    LATE = "late"
    """At least half of the forms that had a day came back after it."""
    ABSENT = "absent"
    """It stayed away from most of the meetings whose minutes say who came."""


@dataclass(frozen=True)
class Reason:
    """A ground, with so many of so many."""

    ground: Ground
    done: int
    of: int


@dataclass(frozen=True)
class Merit:
    """What speaks for somebody and what against."""

    key: str
    name: str
    good: tuple[Reason, ...]
    bad: tuple[Reason, ...]


def merits(found: Participation) -> tuple[list[Merit], list[Merit]]:
    """Return whom to thank, against whom nothing speaks, and whom to urge on."""
    every = [Merit(o.key, o.name, (*_good(o),), (*_bad(o),)) for o in found.offices if o.registered]
    every += [_outside(member) for member in found.outsiders]
    thanked = [merit for merit in every if merit.good and not merit.bad]
    return thanked, [merit for merit in every if merit.bad]


def _good(office: Contribution) -> Iterator[Reason]:
    forms = office.replies
    if forms.on_time and not forms.late and not forms.overdue:
        yield Reason(Ground.PROMPT, forms.on_time, forms.on_time + forms.undated)
    yield from _mostly(Ground.PROVEN, office.proven)
    yield from _mostly(Ground.ACCEPTED, Share(office.accepted.done, office.accepted.of))
    yield from _mostly(Ground.FOLLOWED_UP, office.followed_up)
    yield from _mostly(Ground.ATTENDED, office.attended)


def _bad(office: Contribution) -> Iterator[Reason]:
    forms = office.replies
    if forms.overdue and office.owes:
        yield Reason(Ground.OVERDUE, forms.overdue, forms.asked)
    if forms.late and forms.late >= forms.on_time:
        yield Reason(Ground.LATE, forms.late, forms.late + forms.on_time)
    yield from _absent(office.attended)


def _outside(member: Outsider) -> Merit:
    good = [*_mostly(Ground.ATTENDED, member.attended)]
    if member.agreements:
        good.append(Reason(Ground.PARTNER, len(member.agreements), len(member.agreements)))
    return Merit("", member.name, tuple(good), tuple(_absent(member.attended)))


def _mostly(ground: Ground, share: Share) -> Iterator[Reason]:
    """Yield the ground where it holds of most; what nobody knows of does not help."""
    part, whole = MOST
    every = share.of + share.unknown
    if share.done and share.done * whole >= every * part:
        yield Reason(ground, share.done, every)


def _absent(share: Share) -> Iterator[Reason]:
    missed = share.of - share.done
    if missed > share.done:
        yield Reason(Ground.ABSENT, missed, share.of)
