"""A joint commitment seen from today: who has signed, who has not, who was not there yet."""

from dataclasses import dataclass

from scmaster.assess.case import Case
from scmaster.assess.offices import SIGNING, existed, expected, of_today
from scmaster.model.city import Opd
from scmaster.model.governance import Commitment
from scmaster.model.values import PartialDate


@dataclass(frozen=True)
class Signing:
    """The offices that a commitment concerns, by id."""

    signed: tuple[Opd, ...]
    unsigned: tuple[Opd, ...]
    """Listed, and said not to have signed."""
    unlisted: tuple[Opd, ...]
    """There on that day, and not listed; nothing where a source says that all have signed."""
    replaced: tuple[tuple[Opd, Opd], ...]
    """Of those of that day, who is gone, and the office of today that took its place."""
    gone: tuple[Opd, ...]
    """Of those of that day, who is gone without anybody in its place."""
    later: tuple[Opd, ...]
    """Who is there today, should sign, and was not there yet in any form."""
    by_all: bool
    """Whether a source says that all have signed."""

    @property
    def every(self) -> int:
        """How many of that day were to sign, or are listed."""
        return len(self.signed) + len(self.unsigned) + len(self.unlisted)


def signing(case: Case, made: Commitment) -> Signing:
    """Return how a commitment stands; offices are those that the register dates to its day."""
    known = case.dossier.of(Opd)
    said = {s.opd: s.signed for s in made.signatories if s.opd in known}
    then = {opd.id: opd for opd in expected(case.dossier, made.date)}
    then |= {name: known[name] for name in said}
    every = [then[name] for name in sorted(then)]
    today = {opd.id: of_today(case.dossier, opd, case.on) for opd in every}
    now = PartialDate(case.on.year, case.on.month, case.on.day)
    stand_in = {opd.id for opd in today.values()}
    return Signing(
        signed=tuple(o for o in every if said.get(o.id, bool(made.signed_by_all))),
        unsigned=tuple(o for o in every if said.get(o.id) is False),
        unlisted=tuple(o for o in every if o.id not in said and not made.signed_by_all),
        replaced=tuple((o, today[o.id]) for o in every if today[o.id] is not o),
        gone=tuple(o for o in every if today[o.id] is o and not existed(o, now)),
        later=tuple(o for o in known.values() if _later(o, made, now) and o.id not in stand_in),
        by_all=bool(made.signed_by_all),
    )


def _later(opd: Opd, made: Commitment, now: PartialDate) -> bool:
    return opd.kind in SIGNING and existed(opd, now) and not existed(opd, made.date)
