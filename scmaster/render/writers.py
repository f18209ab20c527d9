"""A manuscript to bytes, by the format that is asked for."""
# ruff: noqa: PLC0415  (of the formats only the one that is asked for is imported)

from scmaster.diagnostics import Diagnostic, Span
from scmaster.render.blocks import Chart
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
    from scmaster.render import word

    return word.write(manuscript, paginate=paginate)


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
