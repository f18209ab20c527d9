"""How much room words take: lines broken as a slide breaks them, and their height.

On the safe side: lines are broken at spaces only, and a line is as high as the roomiest of
the usual programs makes it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from scmaster.render import type_widths

LINE = 1.2
"""Of the type's size: what a line of Arial takes, and a little more."""
_SPARE = 0.98
"""Of a line's width: programs round the widths of letters, each its own way."""


@dataclass(frozen=True)
class Type:
    """How the words of a box are set, in points."""

    size: float
    bold: bool = False
    line: float = 1.0
    """Of what a line usually takes."""
    before: float = 0.0
    """What stays empty above each paragraph."""
    indent: float = 0.0
    """What a bullet takes of each line."""
    typeface: str = ""


def lines(text: str, room: float, kind: Type, size: float) -> list[str]:
    """Break a paragraph into lines that fit into a width."""
    wide = type_widths.factor(kind.typeface)

    def fits(line: str) -> bool:
        return type_widths.width(line, size, bold=kind.bold) * wide <= (room - kind.indent) * _SPARE

    made: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if fits(longer):
            line = longer
            continue
        made += [line] if line else []
        line = word
        while not fits(line) and len(line) > 1:  # an address: broken anywhere
            cut = next(n for n in range(len(line) - 1, 0, -1) if n == 1 or fits(line[:n]))
            made.append(line[:cut])
            line = line[cut:]
    return [*made, line]


def height(paragraphs: Sequence[str], room: float, kind: Type, size: float) -> float:
    """Return how high paragraphs are in a width; the first has nothing above it."""
    count = sum(len(lines(text, room, kind, size)) for text in paragraphs)
    gaps = kind.before * (len(paragraphs) - 1) if paragraphs else 0
    return count * size * LINE * kind.line + gaps


def shortened(text: str, room: float, high: float, kind: Type, size: float) -> str:
    """Return as much of a text as fits, and that there is more; all of it where it fits."""
    if height([text], room, kind, size) <= high:
        return text
    low, top = 0, len(text)
    while low < top:
        middle = (low + top + 1) // 2
        fits = height([_cut(text, middle)], room, kind, size) <= high
        low, top = (middle, top) if fits else (low, middle - 1)
    return _cut(text, low)


def _cut(text: str, letters: int) -> str:
    """Cut at the last space, unless that leaves hardly anything."""
    kept = text[:letters].rstrip()
    word = kept.rfind(" ")
    if letters < len(text) and word > letters // 2:
        kept = kept[:word].rstrip(" ,;:(–")
    return f"{kept} …".strip()
