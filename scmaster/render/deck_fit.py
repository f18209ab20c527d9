"""Words into boxes: the largest type in which they fit, and how many slides they take.

What does not fit even in the smallest type is cut, and told in full to who speaks.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from scmaster.render import type_widths
from scmaster.render.deck_page import Grid, Setting, Words
from scmaster.render.deck_reference import POINT, Box
from scmaster.render.typesetting import Type, height, shortened

SMALLEST = 14.0
"""In points: what can be read from the back of a room. Tables may go below."""
STEP = 2.0
MOST = 6
"""Lines a slide holds; more are not read while somebody speaks."""
TABLE = (18.0, 16.0, 14.0, 12.0)
"""Sizes of a table, the largest that takes no further slide."""
MARGINS = (0.2 * 72, 0.1 * 72)
"""Kept free in a cell, in points: of its width, of its height."""
_STEPS = 12

T = TypeVar("T")
Cells = tuple[tuple[Words, ...], ...]


class Cut(list[str]):
    """What had to be cut, in full, for the notes."""

    def told(self) -> tuple[str, ...]:
        """Return it as notes."""
        return tuple(f"Selengkapnya: {text}" for text in self)


def sizes(box: Box, smallest: float = SMALLEST) -> list[float]:
    """Return the sizes to try, the box's own first."""
    made = [box.type.size]
    while made[-1] - STEP >= smallest:
        made.append(made[-1] - STEP)
    return made


def fits(words: Sequence[Words], box: Box, size: float) -> bool:
    """Tell whether paragraphs fit into a box."""
    return height([w.text for w in words], box.room, box.type, size) <= box.high


def settled(words: Sequence[Words], box: Box, cut: Cut, smallest: float = SMALLEST) -> Setting:
    """Set paragraphs in the largest type in which they fit, or as much of them as fits."""
    tried = sizes(box, smallest)
    for size in tried:
        if fits(words, box, size):
            return Setting(tuple(words), size, usual=size == box.type.size)
    kept: list[Words] = []
    size = tried[-1]
    for place, one in enumerate(words):
        left = box.high - height([w.text for w in [*kept, one]], box.room, box.type, size)
        if left >= 0:
            kept.append(one)
            continue
        own = height([one.text], box.room, box.type, size)
        text = shortened(one.text, box.room, own + left, box.type, size)
        whole = _least(box, size) <= own + left
        kept += [replace(one, text=text)] if whole else []
        cut.extend(w.text for w in words[place:])
        break
    return Setting(tuple(kept), size)


def _least(box: Box, size: float) -> float:
    return height(["x"], box.room, box.type, size)


def chunked(words: Sequence[Words], box: Box) -> list[tuple[Words, ...]]:
    """Share paragraphs out to slides, at most MOST each, so that all fit."""
    if len(words) <= MOST and fits(words, box, sizes(box)[-1]):
        return [tuple(words)]

    def able(some: Sequence[Words]) -> bool:
        return len(some) <= MOST and fits(some, box, max(SMALLEST, sizes(box)[-1]))

    return [tuple(chunk) for chunk in _greedy(words, able)]


def _greedy(items: Sequence[T], able: Callable[[Sequence[T]], bool]) -> list[list[T]]:
    """Fill one after the other; what does not fit alone stands alone."""
    made: list[list[T]] = []
    for item in items:
        if made and able([*made[-1], item]):
            made[-1].append(item)
        else:
            made.append([item])
    return made


def grids(
    head: Sequence[str], shares: Sequence[float], right: Sequence[bool], rows: list[Cells], box: Box
) -> Iterator[tuple[Grid, list[int], Cut]]:
    """Yield a table slide by slide, with the places of the rows on it and what was cut.

    In the largest type that takes no more slides than the smallest.
    """
    top: Cells = tuple((Words(title),) for title in head)
    plans = [_planned(top, shares, rows, box, size) for size in TABLE]
    least = min(len(plan.pages) for plan in plans)
    plan = next(plan for plan in plans if len(plan.pages) == least)
    for places in plan.pages:
        tall = [plan.high[0], *(plan.high[n + 1] for n in places)]
        grid = Grid(
            widths=tuple(int(width) for width in plan.widths),
            heights=tuple(int(row * POINT) for row in tall),
            rows=(top, *(plan.rows[n] for n in places)),
            right=tuple(right),
            size=plan.size,
        )
        yield grid, places, Cut(text for n in places for text in plan.cuts[n])


class _Plan(NamedTuple):
    """A table in one size of type."""

    size: float
    widths: list[float]
    high: list[float]
    """Of the head, then of each row, in points."""
    rows: list[Cells]
    cuts: list[Cut]
    pages: list[list[int]]


def _planned(
    top: Cells, shares: Sequence[float], rows: list[Cells], box: Box, size: float
) -> _Plan:
    widths = _widths(top, shares, box, size)
    high = [_row(cells, widths, box.type, size, head=cells is top) for cells in [top, *rows]]
    cuts = [Cut() for _ in rows]
    room = box.high - high[0]
    if any(row > room for row in high[1:]):
        rows = [
            _lowered(cells, widths, box.type, size, room, cut)
            for cells, cut in zip(rows, cuts, strict=True)
        ]
        high[1:] = [_row(cells, widths, box.type, size) for cells in rows]
    return _Plan(size, widths, high, rows, cuts, _pages(high[1:], room))


def _widths(top: Cells, shares: Sequence[float], box: Box, size: float) -> list[float]:
    """Share out the width, but no word of the head is broken where there is room."""
    face = type_widths.factor(box.type.typeface)
    least = [
        (max(type_widths.width(w, size, bold=True) * face for w in words[0].text.split() or [""]))
        * POINT
        + (MARGINS[0] + 1) * POINT
        for words in top
    ]
    if sum(least) > box.width:
        return [box.width * share / sum(shares) for share in shares]
    held: set[int] = set()
    while True:
        free = box.width - sum(least[n] for n in held)
        whole = sum(share for n, share in enumerate(shares) if n not in held)
        widths = [least[n] if n in held else free * share / whole for n, share in enumerate(shares)]
        narrow = {n for n, width in enumerate(widths) if width < least[n]}
        if not narrow - held:
            return widths
        held |= narrow


def _pages(high: Sequence[float], room: float) -> list[list[int]]:
    """Share rows out to as few slides as they need, and evenly."""

    def shared(limit: float) -> list[list[int]]:
        return _greedy(range(len(high)), lambda some: sum(high[n] for n in some) <= limit)

    least = shared(room)
    if len(least) <= 1:
        return least or [[]]
    even = sum(high) / len(least)
    tries = (even + (room - even) * step / _STEPS for step in range(_STEPS))
    return next((made for t in tries if len(made := shared(t)) == len(least)), least)


def _solid(kind: Type, *, bold: bool) -> Type:
    """Cells are set solid: nothing between their lines."""
    return Type(kind.size, bold=bold, typeface=kind.typeface)


def _row(
    cells: Cells, widths: Sequence[float], kind: Type, size: float, *, head: bool = False
) -> float:
    """Return how high a row is, in points; the head and the first column are bold."""
    return MARGINS[1] + max(
        height(
            [w.text for w in words] or [""],
            wide / POINT - MARGINS[0],
            _solid(kind, bold=head or not place),
            size,
        )
        for place, (words, wide) in enumerate(zip(cells, widths, strict=True))
    )


def _lowered(  # noqa: PLR0913, PLR0917  (a row, how it is set, and what becomes of the rest)
    cells: Cells, widths: Sequence[float], kind: Type, size: float, room: float, cut: Cut
) -> Cells:
    """Cut the cells of a row that are higher than a slide."""
    made = []
    for place, (words, wide) in enumerate(zip(cells, widths, strict=True)):
        across, solid = wide / POINT - MARGINS[0], _solid(kind, bold=not place)
        kept: list[Words] = []
        left = room - MARGINS[1]
        for one in words:
            need = height([one.text], across, solid, size)
            if need <= left:
                kept.append(one)
                left -= need
                continue
            if left >= height(["x"], across, solid, size):
                kept.append(replace(one, text=shortened(one.text, across, left, solid, size)))
            cut.append(" ".join(w.text for w in words))
            break
        made.append(tuple(kept))
    return tuple(made)
