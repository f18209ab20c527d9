"""Why a piece of evidence does not prove what it is used for: each reason by its name."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from scmaster.assess.evidence import asked_period, can_open, foretells, lacks_place, speaks_of
from scmaster.model.evaluation import Submission
from scmaster.model.evidence import SUPPORTING_ONLY, Claim, Evidence
from scmaster.model.framework import Question


class Reason(StrEnum):
    """What keeps an assessor from accepting a piece of evidence."""

    SUPPORTING = "supporting"
    """Claimed in a supporting role only."""
    KIND = "kind"
    """Of a kind that never proves alone: news, photos, portals, testimonies."""
    DRAFT = "draft"
    REVOKED = "revoked"
    CLOSED = "closed"
    """Nothing to open."""
    UNDATED = "undated"
    """Neither date nor period."""
    PERIOD = "period"
    """Of another period than the one asked about."""
    FORETELLS = "foretells"
    """A report dated before all of what it reports."""
    EXPIRED = "expired"
    UNPLACED = "unplaced"
    """Named as a whole: nobody said which page proves it."""
    PERSONAL = "personal"
    """Holds personal data that are not redacted."""
    SUSPECT = "suspect"
    """Not as it was when an office reviewed it."""
    FILE = "file"
    """Its file is missing, changed or unreadable."""
    FIELD = "field"
    """The last look in the field did not find it so."""


def suspicions(  # noqa: PLR0913, PLR0917  (what a judgement rests on)
    claim: Claim,
    evidence: Evidence,
    submission: Submission,
    question: Question,
    on: date,
    shaken: Iterable[Reason] = (),
) -> Iterator[Reason]:
    """Yield every reason why a piece does not prove a question, or only in doubt.

    `shaken` are the reasons that come from what lies behind the claim.
    """
    speaks = speaks_of(evidence, asked_period(submission, question))
    data = evidence.personal_data
    until = evidence.valid_until
    holds = {
        Reason.SUPPORTING: claim.role == "supporting",
        Reason.KIND: evidence.kind in SUPPORTING_ONLY,
        Reason.DRAFT: evidence.legal_status == "draft",
        Reason.REVOKED: evidence.legal_status == "revoked",
        Reason.CLOSED: not can_open(evidence),
        Reason.UNDATED: speaks is None,
        Reason.PERIOD: speaks is False,
        Reason.FORETELLS: foretells(evidence),
        Reason.EXPIRED: until is not None and until.last < on,
        Reason.UNPLACED: lacks_place(claim, evidence),
        Reason.PERSONAL: data is not None and data.present and not data.redacted,
    }
    yield from (reason for reason, held in holds.items() if held)
    yield from shaken
