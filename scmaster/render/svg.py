"""A chart to SVG: no script, no font, told apart by lightness and pattern, not by hue alone."""

import math
from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from scmaster.indonesian import number
from scmaster.render.blocks import Chart
from scmaster.render.html_text import attr, esc

UNKNOWN = "tidak diketahui"
_WIDTH = 720
_LABELS, _END = 220, 60
"""Room for the names of the categories, and for a number behind the longest bar."""
_BAR, _GAP, _LEGEND, _AXIS = 20, 14, 26, 40
_RADIUS, _MIDDLE, _TALL = 165, 360, 460
_LETTERS = 30
"""Letters of a category's name on a line."""
_DARK = "#1f3b5c"
_GROUNDS = ("#1f3b5c", "#c9d6e3", "#ffffff", "#7d8fa3", "#ececec", "#4b5f75")
HATCHES = (
    "",
    "M0 8L8 0",
    "M2 2h2v2h-2z",
    "M0 0L8 8",
    "M0 4h8",
    "M4 0v8",
)
"""Lines in squares of eight by eight, which tell bars apart without a colour."""
DASHES = ("", "7 4", "2 3", "9 3 2 3", "4 2", "1 4")
_INSIDE = 34
"""A part of a stacked bar must be this wide to hold its number."""


class Scale(NamedTuple):
    """Where an axis begins and ends, and how far its marks are apart."""

    low: Decimal
    high: Decimal
    step: Decimal

    def part(self, value: Decimal) -> float:
        """Return how far along the axis a value lies, from 0 to 1."""
        return float((value - self.low) / (self.high - self.low))

    def marks(self) -> Iterator[Decimal]:
        """Yield the marks, first to last."""
        count = int((self.high - self.low) / self.step)
        return (self.low + self.step * n for n in range(count + 1))


def draw(chart: Chart, key: str) -> str:
    """Draw a chart; `key` is unique in the document and begins the names inside."""
    if chart.kind == "radar":
        height, body = _TALL, "".join(_radar(chart))
        head = _LEGEND if len(chart.series) > 1 else 0
    else:
        head = _LEGEND if len(chart.series) > 1 else 0
        body = "".join(_bars(chart, key))
        height = len(chart.categories) * _pitch(chart) + _AXIS
    legend = "".join(_legend(chart, key)) if head else ""
    return (
        f'<svg viewBox="0 0 {_WIDTH} {height + head}" role="img" aria-labelledby="{key}-t {key}-d">'
        f'<title id="{key}-t">{esc(chart.caption)}</title>'
        f'<desc id="{key}-d">{esc(chart.description)}</desc>'
        f"<defs>{''.join(_patterns(chart, key))}</defs>{legend}"
        f'<g transform="translate(0 {head})">{body}</g></svg>'
    )


def shown(value: Decimal | None) -> str:
    """Write a value as the tables do."""
    return UNKNOWN if value is None else number(value)


def scale_of(chart: Chart) -> Scale:
    """Choose an axis with few marks at round numbers, on which every value has its place."""
    known = [value for one in chart.series for value in one.values if value is not None]
    if chart.kind == "stacked":
        known = [
            sum((one.values[n] or Decimal(0) for one in chart.series), Decimal(0))
            for n in range(len(chart.categories))
        ]
    high = max([*known, chart.top or Decimal(0), Decimal(0)])
    low = min([*known, Decimal(0)])
    span = (high - low) or Decimal(1)
    size = Decimal(10) ** math.floor(math.log10(span / 5))
    step = next(size * n for n in (1, 2, Decimal("2.5"), 5, 10) if span / (size * n) <= 5)  # noqa: PLR2004  (marks)
    first = step * math.floor(low / step)
    return Scale(first, step * max(math.ceil((first + span) / step), 1), step)


def mark_words(value: Decimal) -> str:
    """Write what stands at a mark of the axis, without zeros behind the comma."""
    return number(Decimal(f"{value.normalize():f}"))


def _patterns(chart: Chart, key: str) -> Iterator[str]:
    for n, one in enumerate(chart.series):
        ground, hatch = _GROUNDS[n % len(_GROUNDS)], HATCHES[n % len(HATCHES)]
        if one.promise:  # hollow: it is no achievement
            ground, hatch = "#ffffff", ""
        lines = f'<path d="{hatch}" stroke="{_DARK}" fill="none"/>' if hatch else ""
        yield (
            f'<pattern id="{key}-p{n}" width="8" height="8" patternUnits="userSpaceOnUse">'
            f'<rect width="8" height="8" fill="{ground}"/>{lines}</pattern>'
        )


def _legend(chart: Chart, key: str) -> Iterator[str]:
    at = 4.0
    for n, one in enumerate(chart.series):
        if chart.kind == "radar":
            yield f'<path d="M{at:.1f} 11h26" {_stroke(n)}/>{_marker(n, at + 13, 11)}'
        else:
            yield (
                f'<rect x="{at:.1f}" y="3" width="26" height="15" fill="url(#{key}-p{n})"'
                f' stroke="{_DARK}"/>'
            )
        yield f'<text x="{at + 32:.1f}" y="16">{esc(one.name)}</text>'
        at += 54 + 7.5 * len(one.name)


# -- bars, one below the other


def _pitch(chart: Chart) -> int:
    """Return the height of a category: its bars, or its name where that is higher."""
    bars = 1 if chart.kind == "stacked" else len(chart.series)
    lines = max(len(wrapped(name)) for name in chart.categories)
    return max(bars * _BAR, lines * 16) + _GAP


def _bars(chart: Chart, key: str) -> Iterator[str]:
    scale, pitch = scale_of(chart), _pitch(chart)
    width = _WIDTH - _LABELS - _END
    bottom = len(chart.categories) * pitch
    for mark in scale.marks():
        x = _LABELS + width * scale.part(mark)
        yield f'<path d="M{x:.1f} 0V{bottom}" class="garis"/>'
        yield _words(x, bottom + 16, mark_words(mark), "middle")
    if chart.unit:
        yield _words(_LABELS + width / 2, bottom + 33, chart.unit, "middle")
    for n, name in enumerate(chart.categories):
        middle = n * pitch + pitch / 2
        yield _label(_LABELS - 10, middle, name, "end")
        pieces = _stack if chart.kind == "stacked" else _group
        yield from pieces(chart, key, n, middle, scale)
    zero = _LABELS + width * scale.part(Decimal(0))
    yield f'<path d="M{zero:.1f} 0V{bottom}" stroke="{_DARK}" stroke-width="1.5"/>'


def _group(chart: Chart, key: str, n: int, middle: float, scale: Scale) -> Iterator[str]:
    width = _WIDTH - _LABELS - _END
    zero = _LABELS + width * scale.part(Decimal(0))
    top = middle - len(chart.series) * _BAR / 2
    for place, one in enumerate(chart.series):
        value, y = one.values[n], top + place * _BAR
        end = zero if value is None else _LABELS + width * scale.part(value)
        if value is not None:
            yield _bar(min(zero, end), y, abs(end - zero), f"url(#{key}-p{place})")
        yield _words(max(zero, end) + 6, y + 15, shown(value), "start")


def _stack(chart: Chart, key: str, n: int, middle: float, scale: Scale) -> Iterator[str]:
    width = _WIDTH - _LABELS - _END
    values = [one.values[n] for one in chart.series]
    ends = list(accumulate((value or Decimal(0) for value in values), initial=Decimal(0)))
    y = middle - _BAR / 2
    for place, value in enumerate(values):
        left, right = (_LABELS + width * scale.part(end) for end in ends[place : place + 2])
        if not value:
            continue
        yield _bar(min(left, right), y, abs(right - left), f"url(#{key}-p{place})")
        if right - left >= _INSIDE and value != ends[-1]:
            yield _words((left + right) / 2, y + 15, number(value), "middle", ' class="isi"')
    if all(value is None for value in values):
        yield _words(_LABELS + 6, y + 15, UNKNOWN, "start")
    else:
        yield _words(_LABELS + width * scale.part(ends[-1]) + 6, y + 15, number(ends[-1]), "start")


def _bar(x: float, y: float, width: float, fill: str) -> str:
    return (
        f'<rect x="{x:.1f}" y="{y + 1:.1f}" width="{width:.1f}" height="{_BAR - 2}"'
        f' fill="{fill}" stroke="{_DARK}"/>'
    )


# -- radar


def _radar(chart: Chart) -> Iterator[str]:
    scale, count = scale_of(chart), len(chart.categories)
    for mark in scale.marks():
        points = [_point(n, count, scale.part(mark)) for n in range(count)]
        yield f'<path d="{_path(points)}Z" class="garis"/>'
        yield _words(
            _MIDDLE + 4, _TALL / 2 - _RADIUS * scale.part(mark) - 2, mark_words(mark), "start"
        )
    for n, name in enumerate(chart.categories):
        x, y = _point(n, count, 1)
        yield f'<path d="M{_MIDDLE} {_TALL // 2}L{x:.1f} {y:.1f}" class="garis"/>'
        x, y = _point(n, count, 1.14)
        side = "middle" if abs(x - _MIDDLE) < 20 else "start" if x > _MIDDLE else "end"  # noqa: PLR2004  (almost above)
        yield _label(x, y, name, side)
    for place, one in enumerate(chart.series):
        yield from _ring(one.values, place, scale)


def _ring(values: tuple[Decimal | None, ...], place: int, scale: Scale) -> Iterator[str]:
    """Join what is known; where a value is not, the line has a gap."""
    count = len(values)
    points = [
        None if value is None else _point(n, count, scale.part(value))
        for n, value in enumerate(values)
    ]
    for n, point in enumerate(points):
        following = points[(n + 1) % count]
        if point and following:
            yield f'<path d="{_path([point, following])}" {_stroke(place)}/>'
    for point in points:
        if point:
            yield _marker(place, *point)


def _point(n: int, count: int, part: float) -> tuple[float, float]:
    angle = 2 * math.pi * n / count - math.pi / 2
    return _MIDDLE + _RADIUS * part * math.cos(angle), _TALL / 2 + _RADIUS * part * math.sin(angle)


def _path(points: list[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _stroke(place: int) -> str:
    dash = DASHES[place % len(DASHES)]
    tone = (_DARK, "#8a6d1f", "#5c5c5c")[place % 3]
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return f'fill="none" stroke="{tone}" stroke-width="2.5"{dashes}'


def _marker(place: int, x: float, y: float) -> str:
    """Mark a value with a shape of its own."""
    tone = (_DARK, "#8a6d1f", "#5c5c5c")[place % 3]
    if place % 3 == 0:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.5" fill="{tone}"/>'
    if place % 3 == 1:
        return f'<rect x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8" fill="{tone}"/>'
    return f'<path d="M{x:.1f} {y - 5:.1f}l5 9h-10z" fill="{tone}"/>'


# -- words


def wrapped(name: str, letters: int = _LETTERS) -> list[str]:
    """Divide a name into lines; a long word is cut, the table below has it whole."""
    lines = [""]
    for word in name.split():
        short = word if len(word) <= letters else f"{word[: letters - 1]}…"
        if lines[-1] and len(lines[-1]) + len(short) >= letters:
            lines.append("")
        lines[-1] = f"{lines[-1]} {short}".strip()
    return lines if len(lines) <= 4 else [*lines[:3], f"{lines[3]} …"]  # noqa: PLR2004  (lines of a label)


def _label(x: float, middle: float, name: str, side: str) -> str:
    lines = wrapped(name)
    top = middle + 5 - (len(lines) - 1) * 8
    return "".join(_words(x, top + 16 * n, line, side) for n, line in enumerate(lines))


def _words(x: float, y: float, words: str, side: str, kind: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{attr(side)}"{kind}>{esc(words)}</text>'
