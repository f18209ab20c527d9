"""Who has looked at a claim, and whether what they looked at is still the same.

A review is worth what it saw: it carries a fingerprint of the claim, of its evidence and of
the answer it supports. When one of them changes the claim is suspect until somebody looks
again.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from scmaster.assess.originals import Originals
from scmaster.link import Dossier
from scmaster.model.evaluation import Answer
from scmaster.model.evidence import Claim, Evidence
from scmaster.model.record import Record

Vetting = Literal["unreviewed", "reviewed", "suspect"]

_LOOSE = {"note", "sources", "verdicts"}
"""What may change without a claim saying anything else."""


@dataclass(frozen=True)
class Review:
    """An office's look at a claim."""

    claim: str
    """The id of the claim."""
    by: str
    """The id of the office that has looked."""
    date: str
    """Year-month-day."""
    fingerprint: str
    """64 hexadecimal digits: of all that was looked at."""
    letter: str = ""
    """The id of the evidence that is the letter of the review."""


def fingerprint(dossier: Dossier, originals: Originals, claim: Claim) -> str:
    """Return the digest of a claim, its evidence with its file, and what it supports."""
    evidence = dossier.get(Evidence, claim.evidence)
    original = originals.locked.get(claim.evidence)
    seen = {
        "claim": _plain(claim),
        "evidence": _plain(evidence) if evidence else None,
        "file": original.sha256 if original else None,
        "answers": [_plain(answer) for answer in answers_of(dossier, claim)],
    }
    told = json.dumps(seen, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()


def answers_of(dossier: Dossier, claim: Claim) -> list[Answer]:
    """Return the answers that a claim supports, by id."""
    found = (
        answer
        for answer in dossier.of(Answer).values()
        if answer.question in claim.supports and answer.submission == claim.submission
    )
    return sorted(found, key=lambda answer: answer.id)


def vetted(
    dossier: Dossier, originals: Originals, reviews: Mapping[str, Review], claim: Claim
) -> Vetting:
    """Tell whether somebody has looked at a claim as it stands now."""
    review = reviews.get(claim.id)
    if review is None:
        return "unreviewed"
    same = review.fingerprint == fingerprint(dossier, originals, claim)
    as_locked = originals.states.get(claim.evidence) != "changed"
    return "reviewed" if same and as_locked else "suspect"


def _plain(value: object) -> object:
    """Turn a record into what JSON can hold; what is as usual is left out."""
    if isinstance(value, Record):
        fields = type(value).model_fields
        told = {name: getattr(value, name) for name in fields if name not in _LOOSE}
        return {n: _plain(v) for n, v in told.items() if v != fields[n].get_default()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value if isinstance(value, (bool, int, str)) else str(value)
