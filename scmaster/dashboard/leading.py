"""Where words of the dashboard lead: to the page of the record that they were written in."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from scmaster.dashboard.page import (
    RECORDS,
    Anchored,
    Cards,
    Cell,
    Matrix,
    Page,
    Part,
    Points,
    Said,
    Table,
    To,
    Words,
)
from scmaster.link import Dossier
from scmaster.model.city import Source
from scmaster.passages.cells import Noted, Place, Pointer, Stated, listed


def record_page(identity: str) -> str:
    """Return the name of a record's page."""
    return f"{RECORDS}/{identity}.html"


def to_record(text: str, identity: str, field: str = "") -> To:
    """Return words that lead to a record, or to a field of it."""
    return To(text, record_page(identity), field)


class Leader:
    """Turns what documents trace into what a reader of the dashboard can follow."""

    def __init__(self, dossier: Dossier) -> None:
        """Take the sources, which documents cite by number."""
        self._sources = {
            listed(number).anchor: identity
            for identity, number in dossier.citations.items()
            if dossier.get(Source, identity)
        }

    def page(self, page: Page) -> Page:
        """Return a page whose words lead to records."""
        sections = [
            replace(section, parts=[self._part(part) for part in section.parts])
            for section in page.sections
        ]
        return replace(page, lead=[self.cell(cell) for cell in page.lead], sections=sections)

    def cell(self, cell: Cell) -> Cell:
        """Return a cell whose words lead to records."""
        if isinstance(cell, (list, tuple)):
            return [self._said(said) for said in cell]
        return self._said(cell)  # type: ignore[arg-type]

    def _said(self, said: Said) -> Said:
        match said:
            case Stated():
                return to_record(said.text, said.claim.record, said.claim.field)
            case Pointer() if said.to in self._sources:
                return to_record(said.text, self._sources[said.to])
            case Pointer() | Place():
                return said.text
            case Noted():
                return said.text
            case Anchored():
                return Anchored(self.cell(said.cell), said.anchor)
        return said

    def _part(self, part: Part) -> Part:
        match part:
            case Table():
                return replace(part, rows=[[self.cell(c) for c in row] for row in part.rows])
            case Cards():
                return Cards([replace(c, value=self.cell(c.value)) for c in part.cards])
            case Points():
                return replace(part, points=[self.cell(cell) for cell in part.points])
            case Words():
                return replace(part, words=self.cell(part.words))
        return part


def targets(page: Page) -> Iterator[str]:
    """Yield the names of the pages that a page leads to."""
    for cell in page.lead:
        yield from _of_cell(cell)
    for section in page.sections:
        for part in section.parts:
            yield from _of_part(part)


def _of_part(part: Part) -> Iterator[str]:
    match part:
        case Table():
            for row in part.rows:
                yield from _of_cells(row)
        case Cards():
            yield from _of_cells([card.value for card in part.cards])
            yield from (card.to for card in part.cards if card.to)
        case Points():
            yield from _of_cells(part.points)
        case Words():
            yield from _of_cell(part.words)
        case Matrix():
            for _, fields in part.rows:
                yield from _of_cells([field.inside for field in fields])


def _of_cells(cells: Sequence[Cell]) -> Iterator[str]:
    for cell in cells:
        yield from _of_cell(cell)


def _of_cell(cell: Cell) -> Iterator[str]:
    for said in cell if isinstance(cell, (list, tuple)) else [cell]:
        if isinstance(said, To):
            yield said.page
        elif isinstance(said, Anchored):
            yield from _of_cell(said.cell)
