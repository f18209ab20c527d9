"""Who has looked at which claim, and which of them somebody has to look at again."""

from datetime import date

from scmaster.assess.case import Case
from scmaster.assess.owners import opd_name
from scmaster.assess.vetting import Review
from scmaster.indonesian import day
from scmaster.model.evidence import Claim, Evidence
from scmaster.passages.cells import Cell, Line, Missing, Row
from scmaster.passages.evidence import place, title
from scmaster.passages.internal import REASONS


def lines(case: Case) -> list[str]:
    """Return a line for each claim that proves nothing until somebody has looked again."""
    made = []
    for identity, reasons in case.shaken.items():
        claim = case.dossier.get(Claim, identity)
        if claim is not None:
            why = "; ".join(REASONS[reason] for reason in reasons)
            made.append(f"{identity} ({', '.join(claim.supports)}): {claim.evidence} {why}")
    return made


def rows(case: Case) -> list[Row]:
    """Return each claim that was reviewed: for what, evidence, place, by whom, how it stands."""
    made: list[Row] = []
    for identity, review in sorted(case.reviews.items()):
        claim = case.dossier.get(Claim, identity)
        evidence = case.dossier.get(Evidence, claim.evidence) if claim else None
        if claim is None or evidence is None:
            continue
        served = ", ".join(claim.supports)
        made.append((served, title(evidence), place(claim), _by(case, review), _state(case, claim)))
    return made


def _by(case: Case, review: Review) -> Cell:
    told: list[Line] = [opd_name(case.dossier, review.by), day(date.fromisoformat(review.date))]
    letter = case.dossier.get(Evidence, review.letter)
    if letter is not None:
        told.append(f"surat: {letter.number or letter.title}")
    return told


def _state(case: Case, claim: Claim) -> Cell:
    reasons = case.shaken.get(claim.id, ())
    if not reasons:
        return "sesuai saat ditinjau"
    return Missing("; ".join(REASONS[reason] for reason in reasons))
