"""A deck's slides to the bytes of a .pptx, and through LibreOffice to a PDF."""

import io
from collections.abc import Sequence
from pathlib import Path

from scmaster.diagnostics import Span
from scmaster.passages.slides import Slide
from scmaster.render import deck_plan, properties
from scmaster.render.deck_reference import DeckReference
from scmaster.render.deck_writer import DeckWriter
from scmaster.render.document import Cover
from scmaster.render.faults import FaultError, error
from scmaster.source import package

FORMATS = ("pptx", "pdf")
"""What a deck can be written as."""


def write(slides: Sequence[Slide], cover: Cover, folders: Sequence[Path], form: str) -> bytes:
    """Write a deck in one of FORMATS.

    Raises FaultError over a slip in acuan.pptx, or where there is no PDF.
    """
    reference = DeckReference.found(cover.reference, folders)
    writer = DeckWriter(reference)
    for page in deck_plan.pages(slides, cover, reference):
        writer.write(page)
    properties.fill(reference.deck.core_properties, cover, dated=True)
    saved = io.BytesIO()
    reference.deck.save(saved)
    content = package.write(package.read(saved.getvalue()))
    return content if form == "pptx" else _pdf(content, cover.date, reference.file)


def _pdf(content: bytes, day: str, file: str) -> bytes:
    from scmaster.render import office, pdf  # noqa: PLC0415  (not needed for a .pptx)

    try:
        return pdf.of_deck(content, day)
    except office.OfficeError as fault:
        message = f"PDF tidak dibuat: {fault.reason}"
        raise FaultError(error("SCM614", Span(file, 1, 1), message, fault.hint)) from None
