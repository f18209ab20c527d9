"""Which gap is worth most: what closing it by one step adds to the final score.

The worth is exact and linear: one step of one question, times the question's share in the
final score. Among gaps of equal worth, the easier ones come first.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from scmaster.assess.case import Case
from scmaster.assess.evidence import can_open
from scmaster.assess.owners import owner_of
from scmaster.assess.scoring import score
from scmaster.assess.simulation import absent, claimed, provable
from scmaster.assess.standing import Standing
from scmaster.link import Dossier
from scmaster.model.evidence import SUPPORTING_ONLY, Claim, Evidence
from scmaster.model.framework import Instrument, Question


class Effort(IntEnum):
    """How near a piece of evidence is, as far as the data tell: the smaller, the nearer."""

    LINKED = 0
    """A piece is linked already, and lacks only a page, a role or a file."""
    AT_HAND = 1
    """A piece of the kind that is asked for exists in the city's data, not linked."""
    OLDER = 2
    """What exists is of an earlier year."""
    NOTHING = 3
    """Nothing of the kind is on record."""


@dataclass(frozen=True)
class Step:
    """One gap: the question, from which score to which, and what that is worth."""

    standing: Standing
    owner: str
    before: Decimal
    after: Decimal
    worth: Decimal
    """In points of the final score, exact."""
    effort: Effort
    nearest: tuple[Evidence, ...]
    """Evidence on record that could serve."""


def shares(instrument: Instrument, scores: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Return how much of the final score one point of each question is.

    Every rule of an instrument is a mean, so the share is what the final score gains when
    the question alone gains one point.
    """
    base = score(instrument, scores).get(instrument.id)
    if base is None:
        return {}
    zero = dict.fromkeys(scores, Decimal(0))
    made = {}
    for name in scores:
        one = score(instrument, zero | {name: Decimal(1)})
        made[name] = one[instrument.id]
    return made


def steps(case: Case) -> list[Step]:
    """Return every gap of the submission, the one worth most first.

    A question is a gap while its provable score is below the top of the scale. The step
    goes to the score that is claimed, where that is higher, and one point further else.
    """
    instrument = case.instrument
    if instrument is None:
        return []
    now, said = provable(case), claimed(case)
    share = shares(instrument, now)
    made = []
    for name, standing in case.standings.items():
        before, after = now[name], next_score(instrument, now[name], said[name])
        if name in share and after > before:
            effort, nearest = _effort(case, standing)
            worth = share[name] * (after - before)
            owner = owner_of(case, standing)
            made.append(Step(standing, owner, before, after, worth, effort, nearest))
    return sorted(made, key=lambda s: (-s.worth, s.effort, list(case.standings).index(_id(s))))


def next_score(instrument: Instrument, now: Decimal, said: Decimal) -> Decimal:
    """Return the score one step up: to the lowest, to what is claimed, or one point more."""
    scale = instrument.scale
    if now <= absent(instrument) < scale.minimum:
        return scale.minimum
    return said if said > now else min(now + 1, scale.maximum)


def also_serves(dossier: Dossier, evidence: Evidence, submission: str) -> list[str]:
    """Return the ids of the questions of a submission that a piece of evidence is linked to."""
    uses = dossier.uses.get(evidence.id, [])
    claims = [use.user for use in uses if isinstance(use.user, Claim)]
    named = [name for c in claims if c.submission == submission for name in c.supports]
    return list(dict.fromkeys(named))


def joint_worth(every: list[Step], names: Iterable[str]) -> tuple[list[str], Decimal]:
    """Return which of some questions are gaps, and what closing them all by a step is worth.

    The final score is linear in the scores of the questions, so the worths add up.
    """
    worths = {_id(step): step.worth for step in every}
    gaps = [name for name in dict.fromkeys(names) if name in worths]
    return gaps, sum((worths[name] for name in gaps), Decimal(0))


def _id(step: Step) -> str:
    return step.standing.question.id


def _effort(case: Case, standing: Standing) -> tuple[Effort, tuple[Evidence, ...]]:
    linked = tuple(e for _, e in standing.claims if e.kind not in SUPPORTING_ONLY)
    if linked:
        return Effort.LINKED, linked
    able = [e for e in case.dossier.of(Evidence).values() if _fits(e, standing.question)]
    year = case.submission.year if case.submission else 0
    current = [e for e in able if _year(e) is None or (_year(e) or 0) >= year]
    if current:
        return Effort.AT_HAND, tuple(current)
    return (Effort.OLDER, tuple(able)) if able else (Effort.NOTHING, ())


def _fits(evidence: Evidence, question: Question) -> bool:
    kinds = [kind for kind in question.evidence_kinds if kind not in SUPPORTING_ONLY]
    return evidence.kind in kinds and can_open(evidence)


def _year(evidence: Evidence) -> int | None:
    if evidence.period is not None:
        return evidence.period.last.year
    return evidence.date.year if evidence.date else None
