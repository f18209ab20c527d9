"""One page for the head of the city: where it stands, what threatens it, what to decide.

Whom to thank and whom to urge on stands in the city's own copy alone, as in the other reports.
"""

from dataclasses import dataclass

from scmaster.assess.case import Case
from scmaster.documents import LETTER, Cover, Imprint, imprint_line, letterhead, nameless
from scmaster.passages import leaders
from scmaster.passages.cells import Cell, Missing, Row
from scmaster.passages.decisions import ahead, brief, decisions
from scmaster.passages.offices import mayor_of

TITLE = "Ringkasan Pimpinan"
FAMILIES = frozenset({"komdigi", "other"})
REFERENCE = LETTER
DECISIONS = 4
DAYS = 3
"""What one page has room for."""


@dataclass(frozen=True)
class RingkasanPimpinan:
    """Everything the template may say; it computes nothing itself."""

    cover: Cover
    title: str
    subject: str
    standing: list[Row]
    standing_note: str
    changes: list[str]
    balance: list[Row]
    """One row: what speaks for the city, and what threatens it."""
    decisions: list[Row]
    more: str
    """How many decisions the page has no room for, or nothing."""
    ahead: list[Row]
    """One row: who takes part, and the next days."""
    imprint: str


def lacks(case: Case) -> str:
    """Say what the city lacks for this document, or nothing."""
    return nameless(case)


def compose(case: Case, imprint: Imprint) -> RingkasanPimpinan:
    """Decide every word before the template sees it.

    Raises ValueError when `lacks` has something to say.
    """
    city, submission = case.dossier.city, case.submission
    if city is None:
        raise ValueError(lacks(case))
    stands, open_ = leaders.standing(case), decisions(case)
    subject = brief(submission.title or submission.id) if submission else "Tanpa pengajuan"
    rest = len(open_) - DECISIONS
    return RingkasanPimpinan(
        cover=letterhead(case, imprint, TITLE),
        title=f"Ringkasan untuk {mayor_of(city)}",
        subject=subject,
        standing=stands.rows,
        standing_note=stands.note,
        changes=[
            line for line in (leaders.moved(case), leaders.changed(case, imprint.earlier)) if line
        ],
        balance=[(_cell(leaders.strengths(case)), _cell(leaders.risks(case)))],
        decisions=[one.row for one in open_[:DECISIONS]],
        more=f"{rest} keputusan lain tidak dimuat di halaman ini." if rest > 0 else "",
        ahead=[([*leaders.contributed(case, internal=imprint.internal)], _days(case))],
        imprint=imprint_line(case, imprint),
    )


def _cell(lines: list[str]) -> Cell:
    """Return lines with their numbers; where there is none, that the data know of none."""
    told: Cell = [f"{n}. {line}" for n, line in enumerate(lines, start=1)]
    return told or Missing("belum tercatat")


def _days(case: Case) -> Cell:
    told: Cell = [f"{one.when}: {one.what}" for one in ahead(case)[:DAYS]]
    return told or Missing("belum ada jadwal yang tercatat")
