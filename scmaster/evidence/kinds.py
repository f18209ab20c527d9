"""What a file is, by its content: its name says only what somebody called it."""

import zipfile
from typing import BinaryIO

_HEAD = 2048
_SIGNS = (
    (b"%PDF-", "pdf"),
    (b"\xff\xd8\xff", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF8", "gif"),
    (b"II*\0", "tif"),
    (b"MM\0*", "tif"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"{\\rtf", "rtf"),
)
_LATE = 1024
"""Within so many bytes a PDF may begin, says its specification's note for readers."""
_OFFICE = {"word/": "docx", "xl/": "xlsx", "ppt/": "pptx"}
_OPEN = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.presentation": "odp",
}
_MOST_NAMES = 10_000


def kind_of(file: BinaryIO) -> str:
    """Return what a file is: pdf, docx, jpg, text, ...; "" where nothing is known."""
    head = file.read(_HEAD)
    found = next((kind for sign, kind in _SIGNS if head.startswith(sign)), "")
    if found:
        return found
    if head.startswith(b"PK\x03\x04"):
        return _zipped(file)
    if head[4:8] == b"ftyp":
        return "mp4"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "webp"
    if b"%PDF-" in head[:_LATE]:
        return "pdf"
    return _written(head)


def _zipped(file: BinaryIO) -> str:
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()[:_MOST_NAMES]
            if "mimetype" in names:
                with archive.open("mimetype") as said:
                    return _OPEN.get(said.read(100), "zip")
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError):
        return "zip"
    if "[Content_Types].xml" in names:
        for folder, kind in _OFFICE.items():
            if any(name.startswith(folder) for name in names):
                return kind
    return "zip"


def _written(head: bytes) -> str:
    if not head or b"\0" in head:
        return ""
    try:
        words = head.decode("utf-8", "strict")
    except UnicodeDecodeError as fault:
        if fault.start < len(head) - 4:  # else the last letter is cut in two
            return ""
        words = head[: fault.start].decode("utf-8")
    start = words.lstrip("\ufeff \r\n\t").lower()
    return "html" if start.startswith(("<!doctype html", "<html")) else "text"
