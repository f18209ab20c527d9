"""Parts of a city's data that answer a question of the interview by being there."""

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from scmaster.assess.case import Case
from scmaster.assess.evidence import can_open, in_force, period_of, proves
from scmaster.assess.follow_up import earlier
from scmaster.assess.masterplans import standing_masterplans
from scmaster.assess.quick_wins import judged
from scmaster.assess.regulations import lack
from scmaster.assess.results import alike, family
from scmaster.model.city import Planning, Regulation
from scmaster.model.evaluation import Result, Submission
from scmaster.model.evidence import SUPPORTING_ONLY, Evidence
from scmaster.model.governance import Body
from scmaster.model.interview import Part
from scmaster.model.masterplan import Programme, Survey
from scmaster.model.record import Entry

OUTSIDE = frozenset({"csr", "kpbu", "hibah", "swasta", "masyarakat"})
"""Money that is neither the city's own nor another government's."""
AGREEMENTS = frozenset({"pks", "mou"})
PLANS = frozenset({"priorities", "missions", "period"})
"""Fields of a plan: they tell of what is meant to be done."""
BEST = 2
"""So many dimensions with the highest scores are a strength."""


class Ground(NamedTuple):
    """Something in the city's data that answers a question, or a part of it."""

    entry: Entry
    path: tuple[str | int, ...]
    """Where in the record it stands; empty: the record as a whole."""
    proven: bool
    """Whether evidence that can be opened shows it."""

    @property
    def planned(self) -> bool:
        """Whether it only says what is meant to be done."""
        return bool(self.path) and self.path[0] in PLANS


def shows(case: Case, *identities: str | None) -> bool:
    """Tell whether any of some pieces can be opened and is of a kind that proves, in force."""
    pieces = (case.dossier.get(Evidence, identity) for identity in identities)
    return any(
        piece is not None
        and can_open(piece)
        and in_force(piece)
        and piece.kind not in SUPPORTING_ONLY
        for piece in pieces
    )


def claimed(case: Case, identity: str, kinds: Collection[str] = ()) -> bool:
    """Tell whether a claim proves a record; with `kinds`, by evidence of one of these."""
    for claim in case.dossier.claims_on(identity):
        piece = case.dossier.get(Evidence, claim.evidence)
        if piece is None or claim.id in case.shaken or (kinds and piece.kind not in kinds):
            continue
        if proves(claim, piece):
            return True
    return False


def based(case: Case, record: Entry, regulation: Regulation | None) -> bool:
    """Tell whether a record has a legal basis that is enacted, numbered and can be opened."""
    if regulation is None or regulation.status != "enacted" or lack(regulation) is not None:
        return False
    return regulation.url is not None or claimed(case, record.id)


def _regulation(case: Case) -> Iterator[Ground]:
    for plan in standing_masterplans(case):
        if plan.regulation is not None:
            yield Ground(plan, ("regulation",), based(case, plan, plan.regulation))


def _reviews(case: Case) -> Iterator[Ground]:
    for plan in standing_masterplans(case):
        for place in range(len(plan.reviews)):
            yield Ground(plan, ("reviews", place), claimed(case, plan.id))


def _met(*kinds: str) -> Callable[[Case], Iterator[Ground]]:
    """Return what finds the meetings of bodies of some kinds, the newest first."""

    def found(case: Case) -> Iterator[Ground]:
        held = [
            (meeting.date.first, Ground(body, ("meetings", place), shows(case, meeting.minutes)))
            for body in case.dossier.of(Body).values()
            if body.kind in kinds
            for place, meeting in enumerate(body.meetings)
            if meeting.date.first <= case.on
        ]
        yield from (ground for _, ground in sorted(held, key=lambda pair: pair[0], reverse=True))

    return found


def _outside_funding(case: Case) -> Iterator[Ground]:
    for programme in case.dossier.of(Programme).values():
        for place, budget in enumerate(programme.budget):
            if budget.funding in OUTSIDE:
                yield Ground(programme, ("budget", place), shows(case, budget.evidence))
        for place, partner in enumerate(programme.partners):
            if partner.sector != "government":
                agreed = claimed(case, programme.id, AGREEMENTS)
                yield Ground(programme, ("partners", place), agreed)


def _surveys(case: Case) -> Iterator[Ground]:
    for survey in case.dossier.of(Survey).values():
        if case.submission is not None and survey.submission == case.submission.id:
            yield Ground(survey, (), shows(case, *survey.evidence))


def _strengths(case: Case) -> Iterator[Ground]:
    """Yield what the latest result praises, where it is highest, and the awards of all."""
    results = _results(case)
    praised = next((r for r in results if r.strengths), None)
    scored = next((r for r in results if r.scores), None)
    if praised is not None:
        for place in range(len(praised.strengths)):
            yield Ground(praised, ("strengths", place), praised.status == "official")
    if scored is not None:
        known = [(n.score, -i) for i, n in enumerate(scored.scores) if n.score is not None]
        for _, place in sorted(known, reverse=True)[:BEST]:
            yield Ground(scored, ("scores", -place), scored.status == "official")
    for result in results:
        for place in range(len(result.awards)):
            yield Ground(result, ("awards", place), claimed(case, result.id))


def _results(case: Case) -> list[Result]:
    """Return the results of this cycle's family that are not later than it, the newest first."""
    own = case.instrument.family if case.instrument else "komdigi"
    found = []
    for result in case.dossier.of(Result).values():
        cycle = case.dossier.get(Submission, result.submission)
        if cycle is None or not alike(family(case.dossier, cycle), own):
            continue
        if cycle == case.submission or earlier(cycle, case.submission):
            found.append(((cycle.year, cycle.stage, result.id), result))
    return [result for _, result in sorted(found, key=lambda pair: pair[0], reverse=True)]


def _continuity(case: Case) -> Iterator[Ground]:
    """Yield the plans that reach beyond the period judged, and how quick wins are kept going."""
    until = period_of(case.submission).last if case.submission else case.on
    for plan in case.dossier.of(Planning).values():
        if plan.kind in {"rpjpd", "rpjmd"} and plan.period.last > until:
            yield Ground(plan, ("period",), based(case, plan, plan.regulation))
    for quick_win in judged(case):
        if quick_win.sustainability:
            yield Ground(quick_win, ("sustainability",), claimed(case, quick_win.id))


FINDERS: dict[Part, Callable[[Case], Iterator[Ground]]] = {
    "regulation": _regulation,
    "reviews": _reviews,
    "council": _met("dewan", "gugus_tugas"),
    "team": _met("tim_pelaksana"),
    "forum": _met("forum"),
    "outside_funding": _outside_funding,
    "surveys": _surveys,
    "strengths": _strengths,
    "continuity": _continuity,
}
