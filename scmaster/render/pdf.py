"""A .docx to a PDF that is kept and read aloud: PDF/A-2, tagged, with bookmarks."""

import hashlib
import re

from scmaster.render import office

_SETTINGS = (
    '{"SelectPdfVersion":{"type":"long","value":"2"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"},'
    '"DisplayPDFDocumentTitle":{"type":"boolean","value":"true"},'
    '"InitialView":{"type":"long","value":"1"}}'
)
_USUAL_DAY = "2000-01-01"
"""Of a document that has no day of its own; the same as in its .docx."""
_INFO_DATE = re.compile(rb"(?<=\(D:)\d{14}(?=Z)")
_XMP_DATE = re.compile(rb"(?<=Date>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ(?=</xmp:)")
_IDENTITY = re.compile(rb"(?:(?<=<)|(?<=/DocChecksum /))[0-9A-F]{32}(?=>|\s)")


def write(content: bytes, day: str) -> bytes:
    """Convert; `day` is the document's own (yyyy-mm-dd). Raises office.OfficeError."""
    return _steady(office.pdf(content, _SETTINGS), day or _USUAL_DAY)


def _steady(made: bytes, day: str) -> bytes:
    """Replace what LibreOffice takes from the clock by as many bytes of our own.

    Else the same data would give another file, with another digest, every second.
    """
    head, trailer, tail = made.rpartition(b"trailer")
    head = _INFO_DATE.sub(f"{day.replace('-', '')}000000".encode(), head)
    head = _XMP_DATE.sub(f"{day}T00:00:00Z".encode(), head)
    digest = hashlib.sha256(head).hexdigest()[:32].upper().encode()
    return head + trailer + _IDENTITY.sub(digest, tail)
