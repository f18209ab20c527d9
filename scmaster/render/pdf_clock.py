"""What LibreOffice writes into a PDF from the clock, by the document's own day.

Else the same data would give another file, with another digest, every second.
"""

import hashlib
import re
import struct
import zlib

from scmaster.render.pdf_pieces import Piece, replaced

_USUAL_DAY = "2000-01-01"
"""Of a document that has no day of its own; the same as in its .docx."""
_INFO_DATE = re.compile(rb"(?<=\(D:)\d{14}(?=Z)")
_XMP_DATE = re.compile(rb"(?<=Date>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ(?=</xmp:)")
_IDENTITY = re.compile(rb"(?:(?<=<)|(?<=/DocChecksum /))[0-9A-F]{32}(?=>|\s)")
_PROFILE = re.compile(rb"/N 3/Length (\d+) 0 R/Filter/FlateDecode>>\s*stream\r?\n")
"""The colour profile of PDF/A, which is dated too."""
_PROFILE_DATE = slice(24, 36)


def steady(made: bytes, day: str) -> bytes:
    """Return a PDF of LibreOffice's with the day (yyyy-mm-dd) in place of the clock's."""
    day = day or _USUAL_DAY
    head, trailer, tail = _dated_profile(made, day).rpartition(b"trailer")
    head = _INFO_DATE.sub(f"{day.replace('-', '')}000000".encode(), head)
    head = _XMP_DATE.sub(f"{day}T00:00:00Z".encode(), head)
    digest = hashlib.sha256(head).hexdigest()[:32].upper().encode()
    return head + trailer + _IDENTITY.sub(digest, tail)


def _dated_profile(made: bytes, day: str) -> bytes:
    """Date the colour profile; it is packed, so what follows it may move."""
    found = _PROFILE.search(made)
    if found is None:
        return made
    reader = zlib.decompressobj()
    profile = bytearray(reader.decompress(made[found.end() :]))
    end = len(made) - len(reader.unused_data)
    profile[_PROFILE_DATE] = struct.pack(">6H", *map(int, day.split("-")), 0, 0, 0)
    packed = zlib.compress(profile, 9)
    length = re.compile(rb"(?<=\n%b 0 obj\n)\d+(?=\nendobj)" % found[1]).search(made, end)
    if length is None:
        return made
    said = Piece(*length.span(), str(len(packed)).encode())
    return replaced(made, [Piece(found.end(), end, packed), said])
