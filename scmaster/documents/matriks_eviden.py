"""Every piece of evidence, seen from the questions, from who answers and from who issued it.

Assessors hold it beside the answers; Diskominfo sees from it what is used where, and what
is on record but proves nothing yet.
"""

from dataclasses import dataclass

from scmaster.assess.case import Case
from scmaster.documents import Cover, Imprint, colophon, cover, unfit
from scmaster.model.evidence import Evidence
from scmaster.passages import internal, matrix, vetting
from scmaster.passages.cells import Row

TITLE = "Matriks Eviden"
FAMILIES = frozenset({"komdigi", "other"})
FORMATS = ("docx", "xlsx")


@dataclass(frozen=True)
class MatriksEviden:
    """Everything the template may say; it computes nothing itself."""

    cover: Cover
    city: str
    submission: str
    counts: list[Row]
    by_question: list[Row]
    by_office: list[Row]
    by_owner: list[matrix.Share]
    unused: list[Row]
    reviewed: list[Row]
    colophon: list[Row]
    internal: internal.Internal | None
    """None in the copy for assessors."""


def lacks(case: Case) -> str:
    """Say what the city lacks for this document, or nothing."""
    reason = unfit(case, FAMILIES)
    if not reason and not case.dossier.of(Evidence):
        return "belum ada eviden yang tercatat"
    return reason


def compose(case: Case, imprint: Imprint) -> MatriksEviden:
    """Decide every word before the template sees it.

    Raises ValueError when `lacks` has something to say.
    """
    if lacks(case) or case.submission is None:
        raise ValueError(lacks(case))
    city = case.dossier.city
    return MatriksEviden(
        cover=cover(case, imprint, TITLE, "Matriks eviden"),
        city=city.name if city else "",
        submission=case.submission.title or case.submission.id,
        counts=matrix.counts(case),
        by_question=matrix.by_question(case),
        by_office=matrix.by_office(case),
        by_owner=matrix.by_owner(case),
        unused=matrix.unused(case),
        reviewed=vetting.rows(case),
        colophon=colophon(case, imprint),
        internal=internal.internal(case) if imprint.internal else None,
    )
