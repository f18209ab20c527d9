"""A text of YAML as lines on a page: where they begin and end, and whose the comments are."""

import re
from typing import NamedTuple

from scmaster.source.layout import Piece

_BREAK = re.compile(r"\r\n?|\n")
_LINE_END = re.compile(r"\r\n?|\n|\Z")
_COMMENT = re.compile(r"([ \t]*)#")
_COLON = re.compile(r"\s*:")
_DASH = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n))*[ ]*-")


class Splice(NamedTuple):
    """A stretch of the text, and what stands there instead."""

    start: int
    end: int
    text: str
    whole: bool = False
    """Whether it is made of lines, and stands before the line that begins there."""


class Page:
    """A text, and what is to be cut from it and written into it."""

    def __init__(self, text: str) -> None:
        """Look at how lines end."""
        self.text = text
        self._splices: list[Splice] = []
        found = _BREAK.search(text)
        self.end = found[0] if found else "\n"
        self._signs = [sign for sign in "\n\r" if sign in text]

    def spliced(self) -> str:
        """Return the text with everything done."""
        parts: list[str] = []
        at = 0
        for splice in sorted(self._splices, key=lambda each: each[:2]):
            parts.append(self.text[at : splice.start])
            at = max(at, splice.end)
            written = splice.text
            if splice.whole:
                last = next((part for part in reversed(parts) if part), "")
                is_open = bool(last) and last[-1] not in "\r\n"
                written = self.end + written if is_open else written
                # a file without a last line end keeps so
                ends = at < len(self.text) or not self.text or self.text[-1] in "\r\n"
                written += self.end if ends else ""
            parts.append(written)
        return "".join([*parts, self.text[at:]])

    def replace(self, start: int, end: int, text: str) -> None:
        """Write something else in place of a stretch."""
        self._splices.append(Splice(start, end, text))

    def insert(self, at: int, lines: list[str]) -> None:
        """Write lines at the start of a line, or behind the last."""
        self._splices.append(Splice(at, at, self.end.join(lines), whole=True))

    def cut_lines(self, start: int, end: int) -> None:
        """Take away the lines from the one that `start` is on to the one that `end` is on."""
        self.replace(self.line_start(start), self.below(end), "")

    def line_start(self, at: int) -> int:
        """Return the index at which the line of a place begins."""
        return max((self.text.rfind(sign, 0, at) for sign in self._signs), default=-1) + 1

    def line_end(self, at: int) -> int:
        """Return the index at which the line of a place ends, before its line end."""
        return _LINE_END.search(self.text, at).start()  # type: ignore[union-attr]

    def below(self, at: int) -> int:
        """Return the index at which the next line begins."""
        return _LINE_END.search(self.text, at).end()  # type: ignore[union-attr]

    def column(self, at: int) -> int:
        """Return the column of a place, from 0."""
        return at - self.line_start(at)

    def begins_line(self, at: int) -> bool:
        """Tell whether only spaces stand before a place on its line."""
        return not self.text[self.line_start(at) : at].strip()

    def behind_colon(self, key: Piece) -> int | None:
        """Return the index behind the colon of a key; None where it has none."""
        match = _COLON.match(self.text, key.end)
        return match.end() if match else None

    def dashes(self, piece: Piece, items: list[Piece]) -> list[int]:
        """Return where the dashes of a list stand."""
        made, at = [], piece.start
        for item in items:
            match = _DASH.match(self.text, at)
            if match is None:
                return []
            made.append(match.end() - 1)
            at = item.end
        return made

    def behind(self, at: int, column: int) -> int:
        """Return the start of the line below a place and the comments that belong to it.

        A comment does that stands as far right as what it follows, or further.
        """
        end = start = self.below(at)
        while start < len(self.text):
            stop = self.line_end(start)
            line = self.text[start:stop]
            match = _COMMENT.match(line)
            if match is None and line.strip():
                break
            start = self.below(start)
            if match and len(match[1]) >= column:
                end = start
        return end

    def is_lurking(self, at: int, column: int) -> bool:
        """Tell whether a comment below a place stands at a column, or further right."""
        return self.behind(at, column) > self.below(at)

    def is_apart(self, at: int) -> bool:
        """Tell whether a blank line stands above a place, or above the comments there."""
        at = self.line_start(at)
        while at > 0:
            above = self.line_start(at - len(self.end))
            line = self.text[above:at].strip()
            if not line.startswith("#"):
                return not line
            at = above
        return False
