"""What stands within brackets: `[a, b]` and `{year: 2024, value: 3}`, on one row or several."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from scmaster.language.rows import comment, content_end, row, unquoted
from scmaster.source.shapes import QUOTED

MOST_ROWS = 50
"""Rows above a position in which the bracket that holds it is looked for."""

Lines = Sequence[str]


class Piece(NamedTuple):
    """What stands between two commas within brackets, around a position."""

    key: str
    """Its key; empty where it has no colon, or stands in a list."""
    in_value: bool
    """Whether the position is behind the colon."""
    start: int
    end: int
    beside: Mapping[str, str]
    """The other pieces with a key, as far as they stand in the same row or above."""


def opened(lines: Lines, at: int, column: int) -> tuple[int, int] | None:
    """Return row and column of the innermost bracket that holds a position."""
    least = 10**6
    for first in range(at, max(-1, at - MOST_ROWS), -1):
        here = row(lines[first])
        if here is None:
            if first == at and lines[first].strip():
                return None
            continue
        if here.left < least and here.text[here.value : here.value + 1] in {"[", "{"}:
            found = _innermost(lines, first, here.value, (at, column))
            if found is not None:
                return found
        least = min(least, here.left)
    return None


def _innermost(
    lines: Lines, first: int, begin: int, until: tuple[int, int]
) -> tuple[int, int] | None:
    stack: list[tuple[int, int]] = []
    for at in range(first, until[0] + 1):
        text = lines[at]
        stop = until[1] if at == until[0] else content_end(text)
        i = begin if at == first else 0
        while i < min(stop, len(text)):
            if text[i] in "\"'" and (quoted := QUOTED.match(text, i)):
                i = quoted.end()
                continue
            if text[i] in "[{":
                stack.append((at, i))
            elif text[i] in "]}" and stack:
                stack.pop()
            i += 1
        if not stack:
            return None
    return stack[-1]


def piece(lines: Lines, at: int, column: int, bracket: tuple[int, int]) -> Piece | None:
    """Return the piece that a position stands in; None where that is a comment."""
    top, opening = bracket
    text = lines[at]
    if column > comment(text):
        return None
    before = [text[opening + 1 : column]]
    if top < at:
        before = [lines[top][opening + 1 :], *lines[top + 1 : at], text[:column]]
    parts = list(_parts("\n".join(before)))
    began = column - len(parts[-1].rpartition("\n")[2])
    whole = next(_parts(text[began : max(column, content_end(text))]))
    is_list = lines[top][opening] == "["
    key, value = ("", 0) if is_list else _halves(whole)
    others = [*parts[:-1], *list(_parts(text[began:]))[1:]]
    beside = {} if is_list else dict(_fields(others))
    start, end = began, began + len(whole)
    in_value = bool(key) and column >= began + value
    if in_value:
        start = began + value
    elif key:
        end = began + whole.index(":", len(key))
    return Piece(key, in_value, *_trimmed(text, start, end, column), beside)


def _trimmed(text: str, start: int, end: int, column: int) -> tuple[int, int]:
    """Leave out the blanks on both sides; where nothing else is there, it is the position."""
    word = text[start:end]
    if not word.strip():
        return column, column
    return start + len(word) - len(word.lstrip()), start + len(word.rstrip())


def _parts(text: str) -> Iterator[str]:
    """Cut at the commas that stand in no quotes and no further brackets, as far as it goes."""
    depth, began, i = 0, 0, 0
    while i < len(text):
        character = text[i]
        if character in "\"'" and (quoted := QUOTED.match(text, i)):
            i = quoted.end()
            continue
        if character in "[{":
            depth += 1
        elif character in "]}":
            depth -= 1
            if depth < 0:
                break
        elif character == "," and depth == 0:
            yield text[began:i]
            began = i + 1
        i += 1
    yield text[began:i]


def _fields(parts: Sequence[str]) -> Iterator[tuple[str, str]]:
    for part in parts:
        key, value = _halves(part)
        if key:
            yield key, unquoted(part[value:])


def _halves(part: str) -> tuple[str, int]:
    """Return the key of a piece and where its value may begin; nothing without a colon."""
    for i, character in enumerate(part):
        if character == ":" and (i + 1 == len(part) or part[i + 1].isspace()):
            return unquoted(part[:i]), i + 1
    return "", 0
