"""Items in brackets: taken out, and written in behind the last, with their commas."""

import re

from scmaster.exchange.page import Page
from scmaster.exchange.scalars import WIDTH
from scmaster.source.layout import Piece

_COMMA = re.compile(r"\s*,")
_COLON_BEFORE = re.compile(r":\s*\Z")


def stretches(piece: Piece) -> list[tuple[int, int]]:
    """Return where each item of a list, or each key with its value, begins and ends."""
    if isinstance(piece.value, dict):
        keys = piece.keys
        return [(keys[k].start, max(keys[k].end, v.end)) for k, v in piece.value.items()]
    items = piece.value if isinstance(piece.value, list) else []
    return [(item.start, item.end) for item in items]


def fill(page: Page, piece: Piece, written: str) -> None:
    """Write a value where another stands in brackets, or where there is none yet."""
    lead = ""
    if piece.start == piece.end:
        lead = " " if _COLON_BEFORE.search(page.text, 0, piece.start) else ": "
        lead = "" if page.text[piece.start - 1].isspace() and lead == " " else lead
    page.replace(piece.start, piece.end, lead + written)


def take(page: Page, piece: Piece, gone: list[int]) -> None:
    """Take some items out, or none, but not all."""
    every = stretches(piece)
    kept = [at for at in range(len(every)) if at not in gone]
    for at in gone:
        if at < kept[-1]:
            page.replace(every[at][0], every[at + 1][0], "")
    if kept[-1] < len(every) - 1:
        page.replace(every[kept[-1]][1], every[-1][1], "")


def add(page: Page, piece: Piece, written: list[str]) -> None:
    """Write items behind the last; on lines of their own where the last is on one."""
    if not written:
        return
    text = page.text
    start, end = stretches(piece)[-1]
    comma = _COMMA.match(text, end, piece.end)
    behind = comma.end() if comma else end
    if page.begins_line(start):
        lead = page.end + text[page.line_start(start) : start]
        stop = page.line_end(behind)
        stop = stop if stop < piece.end else behind  # else the bracket closes on that line
        if comma is None:
            page.replace(end, end, ",")
        page.replace(stop, stop, ",".join(lead + each for each in written) + ("," if comma else ""))
        return
    rest = text[behind : piece.end - 1]
    stop = behind + len(rest) - len(rest.lstrip(" "))
    page.replace(behind, stop, ("" if comma else ",") + _on_lines(page, piece, end, written))


def _on_lines(page: Page, piece: Piece, end: int, written: list[str]) -> str:
    """Put items behind a place of a line, or on the next below the first where it is full."""
    first = page.column(stretches(piece)[0][0])
    used = page.column(end) + 1
    is_wide = page.column(page.line_end(end)) > WIDTH  # nobody has minded so far
    made = []
    for each in written:
        if used + len(each) + 2 > WIDTH and not is_wide:
            made.append(page.end + " " * first + each)
            used = first + len(each) + 1
        else:
            made.append(" " + each)
            used += len(each) + 2
    return ",".join(made)
