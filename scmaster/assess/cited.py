"""What points into a file: claims and figures, with the place they name and what is there."""

from collections.abc import Iterator
from typing import NamedTuple

from scmaster.assess.case import Case
from scmaster.assess.figures import figures
from scmaster.assess.originals import Contents, Original
from scmaster.model.evidence import Claim
from scmaster.model.measure import Measure
from scmaster.model.record import Entry


class Citation(NamedTuple):
    """A place in a file that a record names."""

    record: Entry
    path: tuple[str | int, ...]
    """Where in the record the place is named."""
    place: str
    """As written: 3-4, hlm. 2, Data!B7, Diktum KEDUA."""
    original: Original
    contents: Contents | None
    """None: nothing was read in it on this machine."""
    figure: Measure | None = None
    """The figure that is read there; None: a claim."""


def citations(case: Case) -> Iterator[Citation]:
    """Yield every place in a locked file that a claim or a figure names."""
    for record in case.dossier.every():
        if isinstance(record, Claim):
            for field in ("pages", "section"):
                place = getattr(record, field)
                if place:
                    yield from _cited(case, record, (field,), place, record.evidence, None)
        for path, measure in figures(record):
            if measure.evidence and measure.page:
                where = (*path, "page")
                yield from _cited(case, record, where, measure.page, measure.evidence, measure)


def _cited(  # noqa: PLR0913, PLR0917  (what a citation is made of)
    case: Case,
    record: Entry,
    path: tuple[str | int, ...],
    place: str,
    evidence: str,
    figure: Measure | None,
) -> Iterator[Citation]:
    original = case.originals.locked.get(evidence)
    if original is not None:
        contents = case.originals.read(evidence)
        yield Citation(record, path, place, original, contents, figure)
