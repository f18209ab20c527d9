"""What becomes of a piece of evidence when the next cycle asks again."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scmaster.assess.evidence import speaks_of
from scmaster.assess.freshness import life
from scmaster.model.evidence import POLICY_KINDS, Claim, Evidence
from scmaster.model.validity import Validity
from scmaster.model.values import Period


class Fate(StrEnum):
    """What is to be done about it."""

    KEPT = "kept"
    """It holds in the new period as well."""
    RENEW = "renew"
    """Another of its kind is needed, or a look at this one."""
    EXPIRED = "expired"
    """It ended before the new period began, or was revoked."""


class Why(StrEnum):
    """The reason for it."""

    HOLDS = "holds"
    REVOKED = "revoked"
    REFUSED = "refused"
    """Assessors last refused it for this."""
    SHAKEN = "shaken"
    """Somebody has to look at the claim again."""
    ENDED = "ended"
    """It held until a day before the period begins; so does a plan or policy of a past period."""
    UNDATED = "undated"
    """Neither date nor period: nobody knows of when it speaks."""
    OTHER_PERIOD = "other-period"
    ENDING = "ending"
    """It holds until a day within the period."""


_FATES = {
    Why.HOLDS: Fate.KEPT,
    Why.REVOKED: Fate.EXPIRED,
    Why.ENDED: Fate.EXPIRED,
}
_LASTING = POLICY_KINDS | {
    "dpa",
    "masterplan",
    "mou",
    "pks",
    "rencana_aksi",
    "renja",
    "renstra",
    "rka",
    "rkpd",
    "rpjmd",
    "sertifikat",
    "surat_tugas",
}
"""Kinds that hold for the period they name, and not beyond; others tell of it."""
_REFUSED = frozenset({"revise", "auto_rejected"})


@dataclass(frozen=True)
class Renewal:
    """A claim on a question of the earlier cycle, and what becomes of it in the new one."""

    claim: Claim
    evidence: Evidence
    question: str
    """The id of the question in the new cycle."""
    asked: Period
    """The period that question asks about."""
    why: Why
    until: date | None = None
    """The last day it holds, where that is known."""
    said: str = ""
    """What the assessors said when they refused it."""

    @property
    def fate(self) -> Fate:
        """What is to be done."""
        return _FATES.get(self.why, Fate.RENEW)


def renewal(
    used: tuple[Claim, Evidence],
    question: str,
    asked: Period,
    rules: Iterable[Validity],
    shaken: Collection[str],
) -> Renewal:
    """Judge a claim of an earlier cycle for the period that a question of the new one asks about.

    `shaken` are the ids of claims that somebody has to look at again. What is
    known only by its kind (`pillars/validity.yaml`) counts as what it says itself. The day of
    the look does not count: the same files give the same answer on any day.
    """
    claim, evidence = used
    refused = _refused(claim)
    holds = life(evidence, rules, {question})
    until = holds.until if holds else None
    spoken = speaks_of(evidence, asked)
    if until is None and evidence.period is not None and evidence.kind in _LASTING:
        until = evidence.period.last
    reasons = {
        Why.REVOKED: evidence.legal_status == "revoked",
        Why.ENDED: until is not None and until < asked.first,
        Why.REFUSED: refused is not None,
        Why.SHAKEN: claim.id in shaken,
        Why.UNDATED: spoken is None,
        Why.OTHER_PERIOD: spoken is False,
        Why.ENDING: until is not None and until < asked.last,
    }
    why = next((reason for reason, held in reasons.items() if held), Why.HOLDS)
    return Renewal(claim, evidence, question, asked, why, until, refused or "")


def _refused(claim: Claim) -> str | None:
    """Return what was said when assessors last refused a claim; None if they did not."""
    judged = [verdict for verdict in claim.verdicts if verdict.verdict != "pending"]
    if not judged or judged[-1].verdict not in _REFUSED:
        return None
    return judged[-1].reason or ""
