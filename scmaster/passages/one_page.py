"""Rows that are to stand on one page: as many of each group as it holds, and how many are left.

How high a row is, is estimated from its words and the width of its columns; a writer may lay it
out a little higher, so a page is not filled to its last line.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from scmaster.passages.cells import Cell, Row


@dataclass(frozen=True)
class Group:
    """Rows of one kind, the weightiest first."""

    name: str
    rows: list[Row]


def fitted(groups: Sequence[Group], widths: Sequence[int], lines: int) -> list[Row]:
    """Return the rows below the names of their groups, as many as fit.

    `widths` says how many letters a line of each column holds, `lines` how many lines there
    are. Every group shows its first row; the others follow in turn, a row of each group, so that
    no long group crowds out another. A group that is cut says how many more it has.
    """
    taken = [min(1, len(group.rows)) for group in groups]
    used = sum(
        1 + sum(height(row, widths) for row in g.rows[:1]) + (len(g.rows) > 1) for g in groups
    )
    open_ = {place for place, group in enumerate(groups) if len(group.rows) > 1}
    while open_:
        for place in sorted(open_):
            rows = groups[place].rows
            more = height(rows[taken[place]], widths) - (taken[place] + 1 == len(rows))
            if used + more > lines:
                open_.discard(place)
                continue
            used += more
            taken[place] += 1
            if taken[place] == len(rows):
                open_.discard(place)
    made: list[Row] = []
    for group, count in zip(groups, taken, strict=True):
        made += [(group.name,), *group.rows[:count]]
        if rest := len(group.rows) - count:
            blank: tuple[Cell, ...] = ("",) * (len(widths) - 1)
            made.append((f"dan {rest} lagi", *blank))
    return made


def height(row: Row, widths: Sequence[int]) -> int:
    """Return how many lines a row takes, roughly: those of its highest cell."""
    return max(_lines(cell, width) for cell, width in zip(row, widths, strict=True))


def _lines(cell: Cell, width: int) -> int:
    words = cell if isinstance(cell, list) else [cell]
    texts = (line if isinstance(line, str) else line.text for line in words)
    return sum(1 + max(0, len(text) - 1) // width for text in texts)
