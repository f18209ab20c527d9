"""Where a position stands among the keys of a text, by the look of its lines alone.

While somebody types, a file is seldom YAML; its indentation says where one is all the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from scmaster.language import flow
from scmaster.language.rows import Row, row, unquoted
from scmaster.source.shapes import LONGEST

Lines = Sequence[str]
Path = tuple[str, ...]
Fields = dict[str, str]


class Side(Enum):
    """Which side of a colon something is on."""

    KEY = 0
    VALUE = 1
    BARE = 2
    """There is no colon: a key that is being typed, or an item of a list."""


@dataclass(frozen=True)
class Spot:
    """A word, and where it stands."""

    path: Path
    """The keys that lead to it, its section first, a value's own key last; lists add none."""
    side: Side
    row: int
    start: int
    end: int
    """It stands from `start` up to `end` in its row, quotes included."""
    word: str = ""
    """What is written there, without quotes."""
    beside: Mapping[str, str] = field(default_factory=dict)
    """The other fields of the same record, with what stands in the same row."""
    around: Mapping[str, str] = field(default_factory=dict)
    """The fields of all the records it stands in; the inner ones count."""
    is_item: bool = False
    """Whether it is an item of a list within brackets."""


def at(lines: Lines, where: int, column: int) -> Spot | None:
    """Return what stands at a position; None in a comment, in a longer text, or beyond it all."""
    if not 0 <= where < len(lines) or len(lines[where]) > LONGEST:
        return None
    column = min(column, len(lines[where]))
    if (opened := flow.opened(lines, where, column)) is not None:
        return _in_brackets(lines, where, column, opened)
    if not lines[where].strip():
        above = _above(lines, where, column, dashed=False)
        beside = _fields(lines, where, column)
        return above and Spot(
            above[0], Side.BARE, where, column, column, "", beside, above[1] | beside
        )
    here = row(lines[where])
    return here and _in_row(lines, where, column, here)


def _in_row(lines: Lines, where: int, column: int, here: Row) -> Spot | None:
    above = _above(lines, where, here.left, dashed=here.dashed)
    if above is None or not here.begin <= column <= here.end:
        return None
    path, around = above
    beside = _fields(lines, where, here.begin)
    if not here.key:
        side, start, end = Side.BARE, here.begin, here.end
    elif column <= here.key_end:
        side, start, end = Side.KEY, here.begin, here.key_end
    else:
        path, side, start, end = (*path, here.key), Side.VALUE, here.value, here.end
    word = unquoted(here.text[start:end])
    beside.pop(here.key, None)
    if column < start or (side is Side.BARE and word[:1] in {"]", "}"}):
        return None
    return Spot(path, side, where, start, end, word, beside, around | beside)


def _in_brackets(lines: Lines, where: int, column: int, opened: tuple[int, int]) -> Spot | None:
    piece = flow.piece(lines, where, column, opened)
    led = _leading_to(lines, opened)
    if piece is None or led is None:
        return None
    path, around = led
    side = Side.KEY if piece.key else Side.BARE
    is_item = lines[opened[0]][opened[1]] == "["
    if piece.in_value:
        path, side = (*path, piece.key), Side.VALUE
    elif is_item:
        side = Side.VALUE
    word = unquoted(lines[where][piece.start : piece.end])
    beside = piece.beside
    around = {**around, **beside}
    return Spot(path, side, where, piece.start, piece.end, word, beside, around, is_item)


def _leading_to(lines: Lines, bracket: tuple[int, int]) -> tuple[Path, Fields] | None:
    """Return the keys that lead to a bracket, and the fields around it."""
    where, column = bracket
    if (outer := flow.opened(lines, where, column)) is not None:
        led, piece = _leading_to(lines, outer), flow.piece(lines, where, column, outer)
        if led is None or piece is None:
            return None
        return (*led[0], *filter(None, [piece.key])), {**led[1], **piece.beside}
    here = row(lines[where])
    above = _above(lines, where, here.left, dashed=here.dashed) if here else None
    if here is None or above is None:
        return None
    path, around = above
    if not here.key:
        return path, around
    beside = _fields(lines, where, here.begin) if here.begin else {}
    return (*path, here.key), around | beside


def _above(lines: Lines, where: int, left: int, *, dashed: bool) -> tuple[Path, Fields] | None:
    """Walk up to the section; `left` is where the row begins, `dashed` whether with a dash.

    None where what is above is a text that the row belongs to.
    """
    path: list[str] = []
    around: Fields = {}
    for i in range(where - 1, -1, -1):
        if left == 0 and not dashed:
            break
        above = row(lines[i])
        if above is None or above.left > left:
            continue
        if above.begin < left or (above.begin == left and dashed and above.opens):
            if above.key and not above.opens:
                return None
            if above.key:
                path.insert(0, above.key)
                if above.begin:  # other sections are no fields
                    around = _fields(lines, i, above.begin) | around
            elif not above.dashed:
                continue
            left, dashed = above.left, above.dashed
        elif above.dashed and above.left < left:
            left, dashed = above.left, True  # the first row of the very record
    return tuple(path), around


def _fields(lines: Lines, where: int, column: int) -> Fields:
    """Return the fields of the record whose keys stand at a column, in or next to a row."""
    found: Fields = {}
    for i in range(where, -1, -1):
        here = row(lines[i])
        if here is None:
            continue
        if here.begin == column and here.key:
            found.setdefault(here.key, here.content)
        if here.left < column:
            break
    for i in range(where + 1, len(lines)):
        here = row(lines[i])
        if here is None:
            continue
        if here.left < column:
            break
        if here.begin == column and here.key:
            found.setdefault(here.key, here.content)
    return found
