"""A .docx to a PDF that is kept and read aloud: PDF/A-2, tagged, with bookmarks."""

from collections.abc import Sequence

from scmaster.render import office, pdf_clock, pdf_figures

_SETTINGS = (
    '{"SelectPdfVersion":{"type":"long","value":"2"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"},'
    '"DisplayPDFDocumentTitle":{"type":"boolean","value":"true"},'
    '"InitialView":{"type":"long","value":"1"}}'
)


def write(content: bytes, day: str, descriptions: Sequence[str]) -> bytes:
    """Convert; raise office.OfficeError.

    `day` is the document's own (yyyy-mm-dd); `descriptions` say what its charts show.
    """
    made = office.pdf(content, _SETTINGS)
    return pdf_clock.steady(pdf_figures.described(made, descriptions), day)


def of_deck(content: bytes, day: str) -> bytes:
    """Convert a .pptx, a slide a page; raise office.OfficeError. `day` as in `write`."""
    return pdf_clock.steady(office.pdf(content, _SETTINGS, form="pptx"), day)
