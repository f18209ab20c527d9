"""The lines of a file, as an editor counts and a person sees them."""

import re
from functools import lru_cache
from pathlib import Path

LINE_END = re.compile(r"\r\n?|\n")

LONGEST = 160
"""Characters of a line that a report shows; more does not fit under a caret."""
ENOUGH = 8 * 1024 * 1024
"""Bytes that are read to find a line; what is larger was refused before."""


def split(text: str) -> list[str]:
    """Cut a text into its lines, without their ends."""
    return LINE_END.split(text) if "\r" in text else text.split("\n")


def place(before: str) -> tuple[int, int]:
    """Return line and column, from 1, of what comes right after `before`."""
    lines = split(before)
    return len(lines), len(lines[-1]) + 1


def source_line(source: Path | bytes, line: int, column: int = 1) -> tuple[str, int]:
    """Return one line for people to look at, and the column where `column` now is.

    A long line is cut around the column. What cannot be read or shown is left out: this
    decorates a diagnostic that has already been made, so it never makes another.
    """
    try:
        data = source if isinstance(source, bytes) else head(source)
    except (OSError, ValueError):
        return "", 1
    lines = _lines_of(data)
    if not 0 < line <= len(lines):
        return "", 1
    text = "".join(c if c.isprintable() else _stand_in(c) for c in lines[line - 1])
    column = min(max(column, 1), len(text) + 1)
    start = max(0, min(column - 1 - LONGEST // 2, len(text) - LONGEST))
    shown = text[start : start + LONGEST]
    left, right = "…" * (start > 0), "…" * (start + LONGEST < len(text))
    return left + shown + right, column - start + len(left)


@lru_cache(maxsize=2)
def _lines_of(data: bytes) -> list[str]:
    """Split a file once: a report asks for one of its lines after the other."""
    return split(data[:ENOUGH].decode("utf-8-sig", errors="replace"))


def _stand_in(character: str) -> str:
    """Keep the column: a tab becomes one space, what would move a terminal a mark."""
    return " " if character.isspace() else "\ufffd"


def head(path: Path) -> bytes:
    """Take as much of a file as a report may need.

    Nothing of what is no ordinary text, nor of what a link leads to, away from where people
    stand: a report is passed on.
    """
    real = path.resolve()
    if not path.is_file() or (
        real != path.absolute() and not real.is_relative_to(Path.cwd().resolve())
    ):
        return b""
    with path.open("rb") as file:
        data = file.read(ENOUGH)
    return b"" if b"\0" in data[:1000] else data
