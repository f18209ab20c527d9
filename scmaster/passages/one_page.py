"""Rows that are to stand on one page: as many of each group as it holds, and how many are left.

How high a row is, is estimated from its words and the width of its columns; a writer may lay it
out a little higher, so a page is not filled to its last line.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from scmaster.passages.cells import Cell, Row

EDGES = 1
"""What a row adds to its lines, in halves of one."""
TITLE = 4
"""How high the name of a group is, in halves of a line."""
REST = 2 + EDGES
"""How high the row is that says how many are left."""


@dataclass(frozen=True)
class Group:
    """Rows of one kind, the weightiest first."""

    name: str
    rows: list[Row]


def fitted(groups: Sequence[Group], widths: Sequence[int], lines: int) -> list[Row]:
    """Return the rows below the names of their groups, as many as fit.

    `widths` says how many letters a line of each column holds, `lines` how many lines the page
    has below the head of the table. Every group shows its first row; the others follow in turn,
    a row of each group, so that no long group crowds out another. A group that is cut says how
    many more it has.
    """
    taken = [min(1, len(group.rows)) for group in groups]
    used = sum(TITLE + sum(height(row, widths) for row in g.rows[:1]) for g in groups)
    used += sum(REST for g in groups if len(g.rows) > 1)
    growing = [place for place, group in enumerate(groups) if len(group.rows) > 1]
    while growing:
        for place in tuple(growing):
            rows, count = groups[place].rows, taken[place]
            more = height(rows[count], widths) - (REST if count + 1 == len(rows) else 0)
            fits = used + more <= 2 * lines
            taken[place] += fits
            used += more * fits
            if not fits or taken[place] == len(rows):
                growing.remove(place)
    made: list[Row] = []
    for group, count in zip(groups, taken, strict=True):
        made += [(group.name,), *group.rows[:count]]
        if rest := len(group.rows) - count:
            blank: tuple[Cell, ...] = ("",) * (len(widths) - 1)
            made.append((f"dan {rest} lagi dalam data kota", *blank))
    return made


def height(row: Row, widths: Sequence[int]) -> int:
    """Return how high a row is, roughly, in halves of a line: its highest cell and its edges."""
    return EDGES + 2 * max(_lines(cell, width) for cell, width in zip(row, widths, strict=True))


def _lines(cell: Cell, width: int) -> int:
    """Count the lines of a cell; a word that does not fit at the end of one begins the next."""
    words = cell if isinstance(cell, list) else [cell]
    texts = (line if isinstance(line, str) else line.text for line in words)
    return sum(max(1, len(wrap(text, width))) for text in texts)
