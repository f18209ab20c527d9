"""What evidence can carry: which of it proves, and for which period."""

from scmaster.model.evaluation import Submission
from scmaster.model.evidence import (
    BUDGET_KINDS,
    POLICY_KINDS,
    SUPPORTING_ONLY,
    Claim,
    Evidence,
)
from scmaster.model.framework import Question
from scmaster.model.values import PartialDate, Period

REPORTS = frozenset(
    {
        "laporan",
        "lkjip",
        "notulen",
        "daftar_hadir",
        "berita_acara",
        "bast",
        "foto",
        "statistik_layanan",
        "survei",
        "hasil_indeks",
        "data_statistik",
        "audit",
        "berita",
        "penghargaan",
    }
)
"""Kinds that tell of what was: they cannot be older than what they tell."""

PAGELESS = SUPPORTING_ONLY | {"tangkapan_layar", "video"}
"""Kinds without pages; the first four should not be primary at all, a rule says."""
SHOWN_ON_THE_SPOT = frozenset({"rahasia", "sangat_rahasia"})
"""Classifications of which nothing is handed out."""


def period_of(submission: Submission) -> Period:
    """Return the period a submission proves: its own, or the year under evaluation."""
    year = PartialDate(submission.year)
    return submission.period or Period(year, year)


def asked_period(submission: Submission, question: Question | None) -> Period:
    """Return the period a question asks about: this one, or the year before it."""
    period = period_of(submission)
    if question is None or question.period == "current":
        return period
    year = PartialDate(period.start.year - 1)
    return Period(year, year)


def proven_period(evidence: Evidence) -> Period | None:
    """Return the period a document proves: as declared, or its date; None if unknown."""
    if evidence.period is not None:
        return evidence.period
    return Period(evidence.date, evidence.date) if evidence.date else None


def speaks_of(evidence: Evidence, asked: Period) -> bool | None:
    """Tell whether a document proves something of the period asked; None if unknown.

    A policy without a declared period holds from its date on; so does any document that
    says until when it is valid, up to that day.
    """
    period = proven_period(evidence)
    if period is None:
        return None
    if evidence.period is not None:
        return period.overlaps(asked)
    lasts = evidence.kind in POLICY_KINDS and evidence.valid_until is None
    until = evidence.valid_until.last if evidence.valid_until else period.last
    return period.first <= asked.last and (lasts or asked.first <= max(until, period.last))


def foretells(evidence: Evidence) -> bool:
    """Tell whether a report is dated before all of what it reports: one of the two is wrong."""
    date, period = evidence.date, evidence.period
    if date is None or period is None or evidence.kind not in REPORTS:
        return False
    return date.last < period.first


def in_force(evidence: Evidence) -> bool:
    """Tell whether a document is neither a draft nor revoked, as far as it says."""
    return evidence.legal_status in {None, "enacted"}


def can_open(evidence: Evidence) -> bool:
    """Tell whether an assessor has something to open."""
    return bool(evidence.url or evidence.file)


def lacks_file(evidence: Evidence) -> bool:
    """Tell whether an assessor has no way to open it, though nothing forbids it."""
    return not can_open(evidence) and evidence.classification not in SHOWN_ON_THE_SPOT


def lacks_place(claim: Claim, evidence: Evidence) -> bool:
    """Tell whether a primary claim points at a whole document that has pages.

    Of a budget more is asked than a page, by a rule of its own.
    """
    if claim.role != "primary" or claim.pages or claim.section or evidence.pages == 1:
        return False
    return evidence.kind not in PAGELESS | BUDGET_KINDS


def proves(claim: Claim, evidence: Evidence) -> bool:
    """Tell whether a claim stands on its own: primary, of a kind that proves, in force."""
    return (
        claim.role == "primary"
        and evidence.kind not in SUPPORTING_ONLY
        and in_force(evidence)
        and can_open(evidence)
    )
