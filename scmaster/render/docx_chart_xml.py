"""A chart's XML: what it shows and how it looks.

python-pptx writes charts; the same XML is a chart part of a document, and Word edits it.
Printed in gray it must still be read: lines differ by dash and marker, bars by lightness
and pattern.
"""
# ruff: noqa: PLC0415, ANN401  (python-pptx costs 160 ms, and its objects have no types)

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from scmaster.render.blocks import Chart

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
SHEET = "Sheet1"
"""The sheet of the workbook that python-pptx's references name."""
_INDONESIAN = "[$-421]"
"""Asks for a decimal comma; Word itself goes by the computer's region."""

_TAG = f"{{{DRAWING}/chart}}"
_FEW = 10
"""Up to here an axis counts one by one."""
_INK, _GRID = "262626", "BFBFBF"
_FILLS = (
    # colour, pattern, colour of the figures in it
    ("1F3864", "", "FFFFFF"),
    ("93A5CD", "", _INK),
    ("CBD6EC", "", _INK),
    ("FFFFFF", "", _INK),
    ("1F3864", "WIDE_UPWARD_DIAGONAL", ""),
    ("404040", "NARROW_HORIZONTAL", ""),
)
_HOLLOW = ("FFFFFF", "", _INK)
"""Of a promise, with a dashed edge."""
_LINES = (
    # colour, dash, marker
    ("1F3864", "SOLID", "CIRCLE"),
    ("6F8FC4", "DASH", "SQUARE"),
    ("595959", "ROUND_DOT", "TRIANGLE"),
    ("8C8C8C", "LONG_DASH_DOT", "DIAMOND"),
    ("404040", "DASH_DOT", "X"),
)


def write(chart: Chart, font: str, size: int = 9) -> bytes:
    """Write a chart part that takes its figures from the workbook rId1 leads to.

    `size` is that of its type, in points.
    """
    from pptx.chart.chart import Chart as Drawn
    from pptx.chart.xmlwriter import ChartXmlWriter
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.opc.oxml import serialize_part_xml
    from pptx.oxml import parse_xml

    kind = {
        "radar": XL_CHART_TYPE.RADAR_MARKERS,
        "bar": XL_CHART_TYPE.BAR_CLUSTERED,
        "stacked": XL_CHART_TYPE.BAR_STACKED,
    }[chart.kind]
    space = parse_xml(ChartXmlWriter(kind, _data(chart)).xml.encode())
    drawn: Any = Drawn(space, None)
    _frame(drawn, chart, font, size)
    if chart.kind == "radar":
        _radar(drawn, chart)
    else:
        _bars(drawn, chart)
    _mend(space)
    return serialize_part_xml(space)


def _data(chart: Chart) -> Any:
    from pptx.chart.data import CategoryChartData

    data = CategoryChartData(number_format=figure_format(chart))
    data.categories = chart.categories
    for series in chart.series:
        data.add_series(series.name, series.values)
    return data


def figure_format(chart: Chart) -> str:
    """Return the format of the figures: as many decimals as the longest of them has."""
    exponents = (value.as_tuple().exponent for value in _values(chart))
    decimals = max((-e for e in exponents if isinstance(e, int)), default=0)
    return "#,##0" + ("." + "0" * decimals if decimals > 0 else "")


def _values(chart: Chart) -> Iterator[Decimal]:
    return (value for series in chart.series for value in series.values if value is not None)


def _frame(drawn: Any, chart: Chart, font: str, size: int) -> None:
    """Set what all charts have: type, legend, the axis of values."""
    from pptx.enum.chart import XL_LEGEND_POSITION
    from pptx.util import Pt

    drawn.has_title = False
    drawn.font.size = Pt(size)
    drawn.font.color.rgb = _rgb(_INK)
    if font:
        drawn.font.name = font
    drawn.has_legend = len(chart.series) > 1
    if drawn.has_legend:
        drawn.legend.position = XL_LEGEND_POSITION.BOTTOM
        drawn.legend.include_in_layout = False
    axis = drawn.value_axis
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = _rgb(_GRID)
    axis.format.line.color.rgb = _rgb(_GRID)
    axis.tick_labels.number_format = f"{_INDONESIAN}General"
    axis.tick_labels.number_format_is_linked = False
    if min(_values(chart)) >= 0:
        axis.minimum_scale = 0
    if chart.top is not None:
        axis.maximum_scale = float(chart.top)
        axis.major_unit = 1 if chart.top <= _FEW else None


def _radar(drawn: Any, chart: Chart) -> None:
    from pptx.enum.chart import XL_MARKER_STYLE
    from pptx.enum.dml import MSO_LINE
    from pptx.util import Pt

    for place, series in enumerate(drawn.plots[0].series):
        colour, dash, marker = _LINES[place % len(_LINES)]
        line = series.format.line
        line.color.rgb = _rgb(colour)
        line.width = Pt(2.25 if place == 0 else 1.75)
        line.dash_style = getattr(MSO_LINE, dash)
        series.marker.style = getattr(XL_MARKER_STYLE, marker)
        series.marker.size = 7
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = _rgb(colour)
        series.marker.format.line.color.rgb = _rgb(colour)
    if len(chart.series) == 1:
        _label(drawn.plots[0], figure_format(chart), _INK)


def _bars(drawn: Any, chart: Chart) -> None:
    from pptx.enum.chart import XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
    from pptx.enum.dml import MSO_LINE, MSO_PATTERN
    from pptx.util import Pt

    names, figures, plot = drawn.category_axis, drawn.value_axis, drawn.plots[0]
    names.reverse_order = True  # the first one on top
    # The figures stay below all the same; python-pptx can only move the other axis.
    figures._element.find(f"{_TAG}crosses").set("val", "max")  # noqa: SLF001
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.format.line.color.rgb = _rgb(_INK)
    if chart.unit:
        figures.has_title = True
        figures.axis_title.text_frame.text = chart.unit
        figures.axis_title.text_frame.paragraphs[0].runs[0].font.bold = False
    plot.gap_width = 45
    if chart.kind == "stacked":
        plot.overlap = 100
    hidden = ";;" if _has_parts(chart) else ""
    for place, series in enumerate(plot.series):
        promise = chart.series[place].promise
        colour, pattern, ink = _HOLLOW if promise else _FILLS[place % len(_FILLS)]
        fill = series.format.fill
        if pattern:
            fill.patterned()
            fill.pattern = getattr(MSO_PATTERN, pattern)
            fill.back_color.rgb = _rgb("FFFFFF")
        else:
            fill.solid()
        fill.fore_color.rgb = _rgb(colour)
        series.format.line.color.rgb = _rgb(_INK)
        series.format.line.width = Pt(0.75)
        if promise:
            series.format.line.dash_style = MSO_LINE.DASH
        _label(series, figure_format(chart) + hidden, _INK if chart.kind == "bar" else ink)
        if chart.kind == "bar":
            series.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END


def _has_parts(chart: Chart) -> bool:
    """Tell whether a bar is made of several parts, so that a part of nought has no room."""
    parts = zip(*(series.values for series in chart.series), strict=True)
    return chart.kind == "stacked" and any(len(p) - p.count(None) > 1 for p in parts)


def _label(what: Any, form: str, ink: str) -> None:
    """Print the figures; without a colour of their own they stand on white."""
    if hasattr(what, "has_data_labels"):
        what.has_data_labels = True
    labels = what.data_labels
    labels.show_value = True
    labels.number_format = _INDONESIAN + form
    labels.number_format_is_linked = False
    labels.font.color.rgb = _rgb(ink or _INK)
    if not ink:
        _white_behind(labels)


def _white_behind(labels: Any) -> None:
    """Fill the labels' box, which python-pptx has no way to say."""
    from pptx.oxml import parse_xml

    box = parse_xml(
        f'<c:spPr xmlns:c="{DRAWING}/chart" xmlns:a="{DRAWING}/main">'
        '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></c:spPr>'
    )
    element = labels._element  # noqa: SLF001
    element.find(f"{_TAG}numFmt").addnext(box)


def _mend(space: Any) -> None:
    """Set right what python-pptx writes against the schema, and what it leaves out."""
    from pptx.oxml import parse_xml

    ids: dict[str, str] = {}
    for node in space.iter(f"{_TAG}axId", f"{_TAG}crossAx"):  # must not be negative
        node.set("val", ids.setdefault(node.get("val"), str(len(ids) + 1)))
    for node in list(space.iter(f"{_TAG}radarChart")):
        for smooth in list(node.iter(f"{_TAG}smooth")):  # not of a radar
            smooth.getparent().remove(smooth)
    language = parse_xml(f'<c:lang xmlns:c="{DRAWING}/chart" val="id-ID"/>')
    space.find(f"{_TAG}date1904").addnext(language)
    for end in space.iter(f"{{{DRAWING}/main}}endParaRPr", f"{{{DRAWING}/main}}defRPr"):
        end.set("lang", "id-ID")
    external = space._add_externalData()  # noqa: SLF001  (its own way needs a part of its own)
    external.rId = "rId1"


def _rgb(colour: str) -> Any:
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(colour)
