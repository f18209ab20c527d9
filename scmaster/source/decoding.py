"""Bytes to text: UTF-8 without anything a person could not have meant to type."""

import re

from scmaster.diagnostics import Diagnostic, Severity, Span
from scmaster.source.lines import place

LARGEST = 8 * 1024 * 1024
"""Bytes of a file; a year of a city is about 0.3 million."""

NOT_TEXT = re.compile(
    "[^\t\n\r -~\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\uf900-\ufefe\uff00-\ufffc"
    "\U00010000-\U000effff]"
)
"""Control, private-use and text-direction characters, foreign line ends, and U+FFFD,
which stands where a letter has already been lost."""

CONTROLS = bytes({*range(32), 127} - {*b"\t\n\r"})

ZIP, PDF, OLE = b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0"
UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
BOM = b"\xef\xbb\xbf"


def decode(data: bytes, file: str) -> str | Diagnostic:
    """Return the text of a file, or the one reason why it is not text."""
    if len(data) > LARGEST:
        return too_large(file)
    if problem := _not_a_text_file(data, file):
        return problem
    data = data.removeprefix(BOM)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start, file)
    if text.isascii() and len(data.translate(None, CONTROLS)) == len(data):
        return text
    if bad := NOT_TEXT.search(text):
        return not_text(bad[0], Span(file, *place(text[: bad.start()])))
    return text


def too_large(file: str) -> Diagnostic:
    """Say that a file is larger than anything people write by hand."""
    return Diagnostic(
        "SCM008",
        Severity.ERROR,
        Span(file, 1, 1),
        f"berkas lebih besar dari {LARGEST // 1024**2} MB",
        "pecah menjadi beberapa berkas; dokumen bukti disimpan di folder 'files/'",
    )


def not_text(character: str, span: Span) -> Diagnostic:
    """Say which character nobody can see or print."""
    if character == "\ufffd":
        message = "ada huruf yang sudah rusak (\ufffd)"
        hint = "ketik ulang huruf aslinya; huruf itu hilang saat berkas pernah salah disimpan"
    else:
        message = f"ada karakter tak terlihat U+{ord(character):04X}"
        hint = "hapus karakter itu, lalu ketik ulang bagian ini; biasanya terbawa saat menempel"
    return Diagnostic("SCM006", Severity.ERROR, span, message, hint)


def _not_a_text_file(data: bytes, file: str) -> Diagnostic | None:
    """Recognise what is no text at all by how it begins."""
    kind = hint = ""
    if data.startswith((ZIP, OLE, PDF)):
        kind = "berkas Word, Excel, PDF atau ZIP"
        hint = "simpan dokumen bukti di folder 'files/'; berkas .yaml hanya berisi teks"
    elif data.startswith(UTF16_BOMS) or _looks_like_utf16(data[:1000]):
        kind = 'teks UTF-16 ("Unicode" di Notepad)'
        hint = "simpan ulang dengan 'Save As', Encoding: UTF-8"
    if not kind:
        return None
    message = f"berkas ini {kind}, bukan teks UTF-8"
    return Diagnostic("SCM007", Severity.ERROR, Span(file, 1, 1), message, hint)


def _looks_like_utf16(head: bytes) -> bool:
    """Latin text in UTF-16 has a zero in every other byte."""
    even, odd = head[::2], head[1::2]
    few, many = sorted((even.count(0), odd.count(0)))
    return few == 0 and many > 0 and many * 2 >= len(odd)


def _not_utf8(data: bytes, start: int, file: str) -> Diagnostic:
    span = Span(file, *place(data[:start].decode()))
    byte = data[start : start + 1]
    message = f"byte 0x{byte.hex().upper()} bukan teks UTF-8"
    meant = byte.decode("cp1252", errors="replace")
    if meant != "\ufffd":
        message += f"; dalam Windows-1252 (ANSI) byte ini adalah '{meant}'"
    hint = "buka dengan Notepad, 'Save As', pilih Encoding: UTF-8, lalu periksa huruf di tempat ini"
    return Diagnostic("SCM007", Severity.ERROR, span, message, hint)
