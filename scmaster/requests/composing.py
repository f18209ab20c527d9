"""Which sheets a form has, for whom, and what it is called."""

from scmaster.assess.case import Case
from scmaster.assess.owed import NOBODY, Owed
from scmaster.requests import (
    answers,
    guide,
    indicators,
    papers,
    progress,
    recommendations,
    risks,
)
from scmaster.requests.building import within
from scmaster.requests.form import Form

TITLE = "Formulir Permintaan Data dan Eviden"
_PLANS = (
    answers.plan,
    recommendations.plan,
    indicators.plan,
    progress.plan,
    risks.plan,
    papers.plan,
    papers.new,
)
"""In the order of the sheets: what is worth most first."""


def form(case: Case, theirs: Owed, due: str = "", *, draft: bool = False) -> Form:
    """Return the form of one recipient for the case's submission.

    `due` is the day by which it is to come back, year-month-day, or empty. The case is the one
    that assessors are shown: an office is told no secrets of another.
    """
    planned = (plan(case, theirs).sheet() for plan in _PLANS)
    sheets = tuple(sheet for sheet in planned if sheet is not None)
    return Form(
        city=case.dossier.city.id if case.dossier.city else "",
        submission=case.submission.id if case.submission else "",
        opd=theirs.key,
        due=due,
        title=f"DRAF – {TITLE}" if draft else TITLE,
        office=within(called(theirs)),
        guide=guide.parts(case, theirs, due, sheets),
        sheets=sheets,
    )


def called(theirs: Owed) -> str:
    """Name a recipient as a form and a list of them do."""
    if theirs.opd is not None:
        return theirs.opd.name
    return theirs.name if theirs.key != NOBODY else "Belum ditunjuk"


def asked(made: Form) -> dict[str, int]:
    """Return how many things a form asks for, by the key of its sheet."""
    return {sheet.key: sheet.asked for sheet in made.sheets if sheet.asked}
