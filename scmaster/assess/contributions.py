"""What each office was asked for, and what it gave; what an earlier office did counts for it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from scmaster.assess.attendance import (
    NOTHING,
    Met,
    Presence,
    Seen,
    Share,
    by_body,
    by_occasion,
    of_office,
)
from scmaster.assess.case import Case
from scmaster.assess.current import current_claims
from scmaster.assess.follow_up import earlier, shown
from scmaster.assess.offices import of_today
from scmaster.assess.owed import NOBODY, file_name, owed
from scmaster.assess.owners import office_of
from scmaster.assess.replies import Replies, replies
from scmaster.assess.results import alike, family
from scmaster.assess.standing import State
from scmaster.model.city import Opd
from scmaster.model.evaluation import Recommendation, Submission
from scmaster.model.evidence import Claim
from scmaster.model.governance import Body, Meeting
from scmaster.model.values import PartialDate

FOLLOWED_UP = frozenset({"evidenced", "accepted_by_assessor"})


@dataclass(frozen=True)
class Contribution:
    """What an office was asked for, and what it gave."""

    key: str
    """The id of the office of today, else a name fit for a file."""
    name: str
    registered: bool
    """Whether the city's register has it; else an instrument or a form names it so."""
    owes: bool
    """Whether anything is still wanted of it."""
    replies: Replies
    answered: Share
    """Of the questions it answers for."""
    proven: Share
    evidence: int
    """Pieces it issued that the submission uses."""
    accepted: Share
    """Of its claims that the assessors have judged; those without a verdict are unknown."""
    followed_up: Share
    """Of the recommendations of earlier cycles that are its own."""
    attended: Share
    """Of the occasions on which a body met that it sits in, or to which it came."""
    bodies: tuple[Met, ...]

    @property
    def concerned(self) -> bool:
        """Whether it was asked for anything, or gave something unasked."""
        wanted = self.replies.asked + self.answered.of + self.followed_up.of
        return bool(wanted + self.evidence + self.attended.of + self.attended.unknown)


@dataclass
class _Found:
    """What is found for one office."""

    name: str
    names: set[str]
    """The ids it has ever had."""
    answered: Share = NOTHING
    proven: Share = NOTHING
    evidence: set[str] = field(default_factory=set)
    accepted: Share = NOTHING
    followed_up: Share = NOTHING


def contributions(
    case: Case, held: list[tuple[Body, Meeting]], since: PartialDate | None = None
) -> list[Contribution]:
    """Return every office of today, and those asked that the register lacks, by name.

    `held` are the meetings that count; requests count from `since` on.
    """
    gathered, wanted = _Gathered(case), owed(case)
    made = [
        Contribution(
            key=key,
            name=theirs.name,
            registered=key in case.dossier.of(Opd),
            owes=key in wanted,
            replies=replies(case, theirs.names, since),
            answered=theirs.answered,
            proven=theirs.proven,
            evidence=len(theirs.evidence),
            accepted=theirs.accepted,
            followed_up=theirs.followed_up,
            attended=by_occasion(seen := _seen(held, theirs.names)),
            bodies=by_body(seen),
        )
        for key, theirs in gathered.offices.items()
    ]
    return sorted(made, key=lambda office: (office.name.casefold(), office.key))


class _Gathered:
    """Goes through the records once, and puts each to the office of today that it is of."""

    def __init__(self, case: Case) -> None:
        self.offices: dict[str, _Found] = {}
        self._case = case
        for opd in case.dossier.of(Opd).values():
            if theirs := self._of(opd):
                theirs.names.add(opd.id)
        own = case.submission.id if case.submission else None
        for ledger in case.requests:
            if ledger.submission == own:
                self._of(case.dossier.get(Opd, ledger.opd) or file_name(ledger.opd))
        self._questions()
        self._claims()
        self._recommendations()

    def _of(self, office: Opd | str | None) -> _Found | None:
        """Return what is found for an office, by its record or its name; None for nobody."""
        if isinstance(office, Opd):
            today = of_today(self._case.dossier, office, self._case.on)
            name = today.short_name or today.name
            return self.offices.setdefault(today.id, _Found(name, {today.id}))
        key = file_name(office or "")
        if key == NOBODY:
            return None
        theirs = self.offices.setdefault(key, _Found(office or "", {key}))
        if theirs.name == key:  # so far known by its ledger alone
            theirs.name = office or key
        return theirs

    def _questions(self) -> None:
        for standing in self._case.standings.values():
            if theirs := self._of(office_of(self._case, standing)):
                theirs.answered += Share(int(standing.state is not State.UNANSWERED), 1)
                theirs.proven += Share(int(standing.state is State.PROVEN), 1)

    def _claims(self) -> None:
        for claim, evidence in current_claims(self._case):
            if theirs := self._of(self._case.dossier.get(Opd, evidence.opd)):
                theirs.evidence.add(evidence.id)
                theirs.accepted += _verdict(self._case, claim)

    def _recommendations(self) -> None:
        for recommendation in _earlier(self._case):
            if theirs := self._of(self._case.dossier.get(Opd, recommendation.owner)):
                done = recommendation.status in FOLLOWED_UP
                done |= shown(self._case.dossier, recommendation)
                theirs.followed_up += Share(int(done), 1)


def _verdict(case: Case, claim: Claim) -> Share:
    """Return what the assessors of the submission said last of a claim."""
    own = case.submission.id if case.submission else None
    said = [verdict.verdict for verdict in claim.verdicts if verdict.submission == own]
    if not said or said[-1] == "pending":
        return Share(unknown=1)
    return Share(int(said[-1] == "accepted"), 1)


def _earlier(case: Case) -> Iterator[Recommendation]:
    """Yield what earlier cycles of the same family asked for, and still matters."""
    for recommendation in case.dossier.of(Recommendation).values():
        cycle = case.dossier.get(Submission, recommendation.submission)
        if recommendation.status == "irrelevant" or cycle is None:
            continue
        own = case.instrument.family if case.instrument else None
        if earlier(cycle, case.submission) and (
            own is None or alike(family(case.dossier, cycle), own)
        ):
            yield recommendation


def _seen(held: list[tuple[Body, Meeting]], names: set[str]) -> Seen:
    """Return the meetings of bodies that an office sits in, and those to which it came."""
    made: Seen = []
    for body, meeting in held:
        presence = of_office(meeting, names)
        if presence is Presence.PRESENT or any(m.opd in names for m in body.members):
            made.append((body, meeting, presence))
    return made
