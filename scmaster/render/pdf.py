"""A .docx to a PDF that is kept and read aloud: PDF/A-2, tagged, with bookmarks."""

from scmaster.render import office, pdf_clock

_SETTINGS = (
    '{"SelectPdfVersion":{"type":"long","value":"2"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"},'
    '"DisplayPDFDocumentTitle":{"type":"boolean","value":"true"},'
    '"InitialView":{"type":"long","value":"1"}}'
)


def write(content: bytes, day: str) -> bytes:
    """Convert; `day` is the document's own (yyyy-mm-dd). Raises office.OfficeError."""
    return pdf_clock.steady(office.pdf(content, _SETTINGS), day)
