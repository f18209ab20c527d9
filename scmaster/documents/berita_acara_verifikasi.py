"""Minutes of the looks in the field: what documents say against what was found there.

Assessors hold documents against the field; the city does it first, and signs what it saw.
"""

from dataclasses import dataclass

from scmaster.assess.case import Case
from scmaster.assess.offices import informatics
from scmaster.documents import LETTER, Cover, Imprint, imprint_line, letterhead, nameless
from scmaster.passages import verification
from scmaster.passages.cells import Line, Row

TITLE = "Berita Acara Verifikasi Lapangan"
FAMILIES = frozenset({"komdigi", "other"})
REFERENCE = LETTER


@dataclass(frozen=True)
class BeritaAcaraVerifikasi:
    """Everything the template may say; it computes nothing itself."""

    cover: Cover
    title: str
    number: str
    """Left to be filled in: a register gives it."""
    opening: str
    looks: list[Row]
    conclusion: str
    papers: list[Line]
    signing: list[list[str]]
    imprint: str


def lacks(case: Case) -> str:
    """Say what the city lacks for this document, or nothing."""
    reason = nameless(case)
    if not reason and not verification.ordered(case):
        return "belum ada verifikasi lapangan yang tercatat"
    return reason


def compose(case: Case, imprint: Imprint) -> BeritaAcaraVerifikasi:
    """Decide every word before the template sees it.

    Raises ValueError when `lacks` has something to say.
    """
    if lacks(case):
        raise ValueError(lacks(case))
    looks, office = verification.ordered(case), informatics(case.dossier, case.on)
    return BeritaAcaraVerifikasi(
        cover=letterhead(case, imprint, TITLE, office=office.name if office else ""),
        title=TITLE,
        number=f"Nomor: {'.' * 28}",
        opening=verification.opening(case, looks),
        looks=verification.rows(case, looks),
        conclusion=verification.conclusion(case, looks),
        papers=verification.papers(case, looks),
        signing=verification.signing(case, looks),
        imprint=imprint_line(case, imprint),
    )
