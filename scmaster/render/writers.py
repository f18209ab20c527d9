"""A manuscript to bytes, by the format that is asked for."""
# ruff: noqa: PLC0415  (of the formats only the one that is asked for is imported)

from collections.abc import Sequence
from pathlib import Path

from scmaster.diagnostics import Diagnostic, Span
from scmaster.passages.slides import Slide
from scmaster.render.blocks import Chart
from scmaster.render.document import Cover
from scmaster.render.faults import FaultError, error
from scmaster.render.manuscript import Manuscript

Written = tuple[bytes | None, list[Diagnostic]]


def write(manuscript: Manuscript, form: str, *, paginate: bool) -> Written:
    """Write in one of render.FORMATS; None where the format has no place for any of it.

    Raises FaultError over a slip in a template or in acuan.docx, or where there is no PDF.
    """
    match form:
        case "html":
            from scmaster.render import html

            return html.write(manuscript), []
        case "xlsx":
            from scmaster.render import sheets

            return (sheets.write(manuscript) if sheets.tables(manuscript) else None), []
        case "pdf":
            return _pdf(manuscript, paginate=paginate)
        case "pptx":
            return None, []
    from scmaster.render import word

    return word.write(manuscript, paginate=paginate)


def write_deck(
    slides: Sequence[Slide], cover: Cover, folders: Sequence[Path], form: str
) -> bytes | None:
    """Write slides in one of render.FORMATS; None where the format is not for them.

    Raises FaultError over a slip in acuan.pptx, or where there is no PDF.
    """
    from scmaster.render import deck

    return deck.write(slides, cover, folders, form) if form in deck.FORMATS else None


def _pdf(manuscript: Manuscript, *, paginate: bool) -> Written:
    from scmaster.render import office, pdf, word

    content, _ = word.write(manuscript, paginate=paginate)
    shown = [block.description for block in manuscript.blocks if isinstance(block, Chart)]
    try:
        return pdf.write(content, manuscript.cover.date, shown), []
    except office.OfficeError as fault:
        where = Span(manuscript.held.file, 1, 1)
        message = f"PDF tidak dibuat: {fault.reason}"
        raise FaultError(error("SCM614", where, message, fault.hint)) from None
