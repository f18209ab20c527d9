"""The joint commitment on one page: its text, and a table of all offices that were to sign.

The offices are those in force on its day; one that is gone since is shown with who stands
for it now, who is to sign where it has not.
"""

from dataclasses import dataclass

from scmaster.assess.case import Case
from scmaster.documents import LETTER, Cover, Imprint, imprint_line, letterhead, nameless
from scmaster.passages import commitment
from scmaster.passages.cells import Cell, Line, Row
from scmaster.passages.offices import mayor_of

TITLE = "Komitmen Bersama"
FAMILIES = frozenset({"komdigi", "other"})
REFERENCE = LETTER


@dataclass(frozen=True)
class KomitmenBersama:
    """Everything the template may say; it computes nothing itself."""

    cover: Cover
    title: str
    sentence: str
    undertakings: list[Line]
    signatories: list[Row]
    document: Cell
    mayor: list[str]
    imprint: str


def lacks(case: Case) -> str:
    """Say what the city lacks for this document, or nothing."""
    reason = nameless(case)
    if not reason and commitment.latest(case) is None:
        return "belum ada komitmen bersama yang tercatat"
    return reason


def compose(case: Case, imprint: Imprint) -> KomitmenBersama:
    """Decide every word of the newest commitment before the template sees it.

    Raises ValueError when `lacks` has something to say.
    """
    made, city = commitment.latest(case), case.dossier.city
    if made is None or city is None:
        raise ValueError(lacks(case))
    return KomitmenBersama(
        cover=letterhead(case, imprint, TITLE),
        title=made.title,
        sentence=commitment.sentence(case, made),
        undertakings=commitment.undertakings(made),
        signatories=commitment.signatories(case, made),
        document=commitment.document(case, made),
        mayor=["Mengetahui,", mayor_of(city)],
        imprint=f"{commitment.place(made)} {imprint_line(case, imprint)}",
    )
