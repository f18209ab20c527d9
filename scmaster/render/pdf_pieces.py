"""A PDF of LibreOffice's with pieces of it replaced; its table of places follows."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

_ENTRY = re.compile(rb"(\d{10})(?= \d{5} n)")
_START = re.compile(rb"(?<=startxref\n)\d+")


class Piece(NamedTuple):
    """What is to stand from one place to another."""

    start: int
    end: int
    content: bytes


def replaced(made: bytes, pieces: Iterable[Piece]) -> bytes:
    """Return the PDF with pieces replaced; they may not overlap."""
    ordered = sorted(pieces)
    grown = [len(piece.content) - (piece.end - piece.start) for piece in ordered]
    ends = [piece.end for piece in ordered]
    moved = list(accumulate(grown, initial=0))

    def shifted(number: bytes, width: int = 0) -> bytes:
        old = int(number)
        return str(old + moved[bisect_right(ends, old)]).encode().rjust(width, b"0")

    parts: list[bytes] = []
    last = 0
    for piece in ordered:
        parts += [made[last : piece.start], piece.content]
        last = piece.end
    body, table, rest = made[last:].rpartition(b"\nxref\n")
    entries, trailer, end = rest.rpartition(b"trailer")
    parts += [body, table, _ENTRY.sub(lambda m: shifted(m[1], 10), entries), trailer]
    return b"".join([*parts, _START.sub(lambda m: shifted(m[0]), end)])
