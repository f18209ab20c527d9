"""How high a row of a workbook is, for its words and the widths of their columns."""

from collections.abc import Iterable
from math import ceil

_LINE, _MARGIN, _TALLEST = 13, 4, 400
"""In points; Excel takes 409 at most."""
_LETTERS = 1.15
"""Letters of the body face to one of the width that Excel counts columns in."""


def height(cells: Iterable[tuple[str, float]], least: int = 1) -> int:
    """Return the height of a row in points; at least so many lines.

    Set for every row: programs differ in whether they make room for words that wrap.
    """
    lines = max(
        sum(max(1, ceil(len(line) / (width * _LETTERS))) for line in words.split("\n"))
        for words, width in cells
    )
    return min(_TALLEST, _LINE * max(lines, least) + _MARGIN)
