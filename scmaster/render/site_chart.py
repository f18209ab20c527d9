"""Charts of the dashboard to SVG: narrow enough for a telephone, in the colours of the page.

They stand in the page itself, so its style sheet gives them light or dark colours; lightness,
hatching, dashes and markers tell their parts apart without any.
"""

import math
from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate, pairwise

from scmaster.dashboard.page import Drawn, Trend
from scmaster.indonesian import number
from scmaster.render import charts
from scmaster.render.blocks import Chart, Series
from scmaster.render.html_text import attr, esc
from scmaster.render.svg import (
    DASHES,
    HATCHES,
    UNKNOWN,
    Scale,
    mark_words,
    scale_of,
    wrapped,
)

_WIDTH = 400
_END = 66
"""Room for a number behind the longest bar."""
_BAR, _GAP, _LINE, _AXIS = 18, 12, 17, 40
_LETTERS = 46
_RADIUS, _TALL, _ACROSS = 105, 330, 12
_INSIDE = 26
_LOOKS = 6
_WIDE, _HIGH = 132, 40
"""Of a drawing in a cell."""


def figure(drawn: Drawn, key: str) -> Iterator[str]:
    """Write a chart with a title, a description, and a table of its values to open."""
    chart = charts.block(drawn.chart, "")
    yield f'<figure id="{key}">\n{draw(chart, key)}\n'
    yield f"<figcaption>{esc(chart.caption)}</figcaption>\n"
    if drawn.note:
        yield f'<p class="catatan">{esc(drawn.note)}</p>\n'
    yield "<details><summary>Angka dan uraian gambar ini</summary>\n"
    yield f"<p>{esc(chart.description)}</p>\n"
    unit = f" ({chart.unit})" if chart.unit else ""
    heads = "".join(
        f'<th scope="col" class="angka">{esc(s.name + unit)}</th>' for s in chart.series
    )
    yield f'<table class="nilai"><caption>Angka: {esc(chart.caption)}</caption>\n'
    yield f"<thead><tr><td></td>{heads}</tr></thead>\n<tbody>\n"
    for n, name in enumerate(chart.categories):
        cells = "".join(f'<td class="angka">{_value(s.values[n])}</td>' for s in chart.series)
        yield f'<tr><th scope="row">{esc(name)}</th>{cells}</tr>\n'
    yield "</tbody></table>\n<p>Tanda –: tidak diketahui atau tidak ada.</p></details></figure>\n"


def _value(value: Decimal | None) -> str:
    return "–" if value is None else number(value)


def draw(chart: Chart, key: str) -> str:
    """Draw a chart; `key` is unique in the page and begins the names inside."""
    legend, head = _legend(chart, key) if len(chart.series) > 1 else ("", 0)
    if chart.kind == "radar":
        body, height = "".join(_radar(chart)), _TALL
    else:
        body, height = _bars(chart, key)
    return (
        f'<svg class="gambar" viewBox="0 0 {_WIDTH} {head + height}" role="img"'
        f' aria-labelledby="{key}-t {key}-d">'
        f'<title id="{key}-t">{esc(chart.caption)}</title>'
        f'<desc id="{key}-d">{esc(chart.description)}</desc>'
        f"<defs>{''.join(_patterns(chart, key))}</defs>{legend}"
        f'<g transform="translate(0 {head})">{body}</g></svg>'
    )


def _patterns(chart: Chart, key: str) -> Iterator[str]:
    for n, one in enumerate(chart.series):
        hatch = "" if one.promise else HATCHES[n % len(HATCHES)]
        look = "janji" if one.promise else f"s{n % _LOOKS}"
        lines = f'<path d="{hatch}" class="arsir"/>' if hatch else ""
        yield (
            f'<pattern id="{key}-p{n}" width="8" height="8" patternUnits="userSpaceOnUse">'
            f'<rect width="8" height="8" class="{look}"/>{lines}</pattern>'
        )


def _legend(chart: Chart, key: str) -> tuple[str, int]:
    """Draw what the parts mean, a line each; return it with its height."""
    made = ""
    for n, one in enumerate(chart.series):
        y = n * _LINE + 3
        if chart.kind == "radar":
            made += f'<path d="M2 {y + 7}h26" {_stroke(n)}/>{_marker(n, 15, y + 7)}'
        else:
            made += (
                f'<rect x="2" y="{y}" width="26" height="13" fill="url(#{key}-p{n})" class="tepi"/>'
            )
        made += _words(36, y + 11, one.name, "start")
    return made, len(chart.series) * _LINE + 10


# -- bars, each under its name


def _bars(chart: Chart, key: str) -> tuple[str, int]:
    scale, y, made = scale_of(chart), 0, []
    for n, name in enumerate(chart.categories):
        for line in wrapped(name, _LETTERS):
            y += _LINE
            made.append(_words(0, y - 4, line, "start", "nama"))
        pieces = _stack if chart.kind == "stacked" else _group
        drawn, height = pieces(chart, key, n, y, scale)
        made.append(drawn)
        y += height + _GAP
    grid = ""
    for mark in scale.marks():
        x = _x(scale, mark)
        grid += f'<path d="M{x:.1f} 0V{y}" class="garis"/>'
        grid += _words(x, y + 15, mark_words(mark), "middle" if x > 10 else "start")  # noqa: PLR2004
    if chart.unit:
        grid += _words((_WIDTH - _END) / 2, y + 32, chart.unit, "middle")
    zero = _x(scale, Decimal(0))
    edge = f'<path d="M{zero:.1f} 0V{y}" class="sumbu"/>'
    return grid + edge + "".join(made), y + _AXIS


def _x(scale: Scale, value: Decimal) -> float:
    return 1 + (_WIDTH - _END) * scale.part(value)


def _group(chart: Chart, key: str, n: int, top: int, scale: Scale) -> tuple[str, int]:
    """Draw the bars of a category that are known; that none is known is said."""
    zero = _x(scale, Decimal(0))
    known = [(at, one.values[n]) for at, one in enumerate(chart.series)]
    drawn, y = "", top
    for place, value in known:
        if value is None:
            continue
        end = _x(scale, value)
        drawn += _bar(min(zero, end), y, abs(end - zero), f"url(#{key}-p{place})")
        drawn += _words(max(zero, end) + 5, y + 14, number(value), "start", "isi")
        y += _BAR
    if y == top:
        return _words(zero + 5, y + 14, UNKNOWN, "start"), _BAR
    return drawn, y - top


def _stack(chart: Chart, key: str, n: int, top: int, scale: Scale) -> tuple[str, int]:
    values = [one.values[n] for one in chart.series]
    ends = list(accumulate((value or Decimal(0) for value in values), initial=Decimal(0)))
    drawn = ""
    for place, (first, last) in enumerate(pairwise(ends)):
        value, left, right = values[place], _x(scale, first), _x(scale, last)
        if not value:
            continue
        drawn += _bar(min(left, right), top, abs(right - left), f"url(#{key}-p{place})")
        if right - left >= _INSIDE and value != ends[-1]:
            drawn += _words((left + right) / 2, top + 14, number(value), "middle", "isi")
    told = UNKNOWN if all(value is None for value in values) else number(ends[-1])
    return drawn + _words(_x(scale, ends[-1]) + 5, top + 14, told, "start"), _BAR


def _bar(x: float, y: float, width: float, fill: str) -> str:
    return (
        f'<rect x="{x:.1f}" y="{y + 1:.1f}" width="{width:.1f}" height="{_BAR - 2}"'
        f' fill="{fill}" class="tepi"/>'
    )


# -- radar


def _radar(chart: Chart) -> Iterator[str]:
    scale, count = scale_of(chart), len(chart.categories)
    for mark in scale.marks():
        points = [_point(n, count, scale.part(mark)) for n in range(count)]
        yield f'<path d="{_path(points)}Z" class="garis"/>'
        yield _words(
            _WIDTH / 2 + 3, _TALL / 2 - _RADIUS * scale.part(mark) - 2, mark_words(mark), "start"
        )
    for n, name in enumerate(chart.categories):
        x, y = _point(n, count, 1)
        yield f'<path d="M{_WIDTH // 2} {_TALL // 2}L{x:.1f} {y:.1f}" class="garis"/>'
        x, y = _point(n, count, 1.16)
        centred = abs(x - _WIDTH / 2) < 12  # noqa: PLR2004  (almost above)
        side = "middle" if centred else "start" if x > _WIDTH / 2 else "end"
        lines = wrapped(name, _ACROSS)
        above = len(lines) - 0.6 if centred and y < _TALL / 2 else (len(lines) - 1) / 2
        for nth, line in enumerate(lines):
            yield _words(x, y + 4 + (nth - above) * 15, line, side)
    for place, one in enumerate(chart.series):
        yield from _ring(one, place, scale)


def _ring(one: Series, place: int, scale: Scale) -> Iterator[str]:
    """Join what is known; where a value is not, the line has a gap."""
    count = len(one.values)
    points = [
        None if value is None else _point(n, count, scale.part(value))
        for n, value in enumerate(one.values)
    ]
    for n, point in enumerate(points):
        following = points[(n + 1) % count]
        if point and following:
            yield f'<path d="{_path([point, following])}" {_stroke(place)}/>'
    yield from (_marker(place, *point) for point in points if point)


def _point(n: int, count: int, part: float) -> tuple[float, float]:
    angle = 2 * math.pi * n / count - math.pi / 2
    return _WIDTH / 2 + _RADIUS * part * math.cos(angle), _TALL / 2 + _RADIUS * part * math.sin(
        angle
    )


def _path(points: list[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _stroke(place: int) -> str:
    dash = DASHES[place % len(DASHES)]
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return f'class="jejak j{place % 3}"{dashes}'


def _marker(place: int, x: float, y: float) -> str:
    """Mark a value with a shape of its own."""
    kind = f'class="titik j{place % 3}"'
    if place % 3 == 0:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" {kind}/>'
    if place % 3 == 1:
        return f'<rect x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8" {kind}/>'
    return f'<path d="M{x:.1f} {y - 5:.1f}l5 9h-10z" {kind}/>'


# -- in a cell


def spark(trend: Trend) -> str:
    """Draw what was reached as a line with points, and what was promised as hollow squares."""
    known = [value for value in (*trend.reached, *trend.promised) if value is not None]
    low, high = min(known), max(known)
    span = (high - low) or Decimal(1)
    last = max(len(trend.years) - 1, 1)

    def at(n: int, value: Decimal) -> tuple[float, float]:
        part = float((value - low) / span) if high > low else 0.5
        return 7 + (_WIDE - 14) * n / last, 7 + (_HIGH - 14) * (1 - part)

    made = ""
    points = [(n, at(n, v)) for n, v in enumerate(trend.reached) if v is not None]
    for (n, point), (following, other) in pairwise(points):
        gap = "" if following == n + 1 else ' stroke-dasharray="3 3"'
        made += f'<path d="{_path([point, other])}" class="jejak j0"{gap}/>'
    for n, value in enumerate(trend.promised):
        if value is not None:
            x, y = at(n, value)
            made += f'<rect x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8" class="target"/>'
    for _, (x, y) in points:
        made += f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" class="titik j0"/>'
    return (
        f'<svg class="tren" viewBox="0 0 {_WIDE} {_HIGH}" width="{_WIDE}" height="{_HIGH}"'
        f' role="img" aria-label="{attr(trend.description)}"><title>{esc(trend.description)}'
        f"</title>{made}</svg>"
    )


def _words(x: float, y: float, words: str, side: str, kind: str = "") -> str:
    looks = f' class="{kind}"' if kind else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{side}"{looks}>{esc(words)}</text>'
