"""Claims that do not hold as they stand: what lies behind them has changed, or is not there."""

from collections.abc import Iterator, Mapping

from scmaster.assess.field import last_looks
from scmaster.assess.originals import Originals
from scmaster.assess.suspicion import Reason
from scmaster.assess.vetting import Review, answers_of, vetted
from scmaster.link import Dossier
from scmaster.model.evidence import Claim

_GONE = frozenset({"missing", "changed"})


def shaken(
    dossier: Dossier, originals: Originals, reviews: Mapping[str, Review]
) -> dict[str, tuple[Reason, ...]]:
    """Return why claims do not prove anything until somebody has looked again, by claim.

    A claim is shaken where it is not as its reviewer saw it, where its file is missing,
    changed or unreadable, and where the last look in the field, at the claim, its evidence or
    the answer it supports, did not find it so. A claim that nobody has reviewed is not.
    """
    differing = {what for what, look in last_looks(dossier).items() if not look.agrees}
    made = {}
    for identity, claim in dossier.of(Claim).items():
        why = tuple(_reasons(dossier, originals, reviews, claim, differing))
        if why:
            made[identity] = why
    return made


def _reasons(
    dossier: Dossier,
    originals: Originals,
    reviews: Mapping[str, Review],
    claim: Claim,
    differing: set[str],
) -> Iterator[Reason]:
    if vetted(dossier, originals, reviews, claim) == "suspect":
        yield Reason.SUSPECT
    original = originals.locked.get(claim.evidence)
    unreadable = original is not None and bool(original.problem)
    if originals.states.get(claim.evidence) in _GONE or unreadable:
        yield Reason.FILE
    looked_at = {claim.id, claim.evidence}
    if differing:
        looked_at.update(answer.id for answer in answers_of(dossier, claim))
    if looked_at & differing:
        yield Reason.FIELD
