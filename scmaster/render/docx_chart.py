"""A chart to the parts of a .docx: the chart itself, the workbook behind it, the drawing."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime

from scmaster.render import docx_chart_xml
from scmaster.render.attachments import Attachments
from scmaster.render.blocks import Chart
from scmaster.render.docx_chart_xml import DRAWING, SHEET, figure_format
from scmaster.render.docx_xml import attr
from scmaster.source import package

_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="../embeddings/{workbook}" Type="http://schemas'
    '.openxmlformats.org/officeDocument/2006/relationships/package"/></Relationships>'
)

TWIP = 635
"""In EMU, as drawings are measured."""
CENTIMETRE = 360_000
BAR = 55 * CENTIMETRE // 100
CAPTION = 3 * CENTIMETRE
"""What a page with a figure keeps for its caption, and a heading above."""


class ChartWriter:
    """Writes the charts of one document."""

    def __init__(self, ids: Iterator[int], font: str, attachments: Attachments) -> None:
        """Take ids that no other drawing has, the type of the text, and where parts go."""
        self._ids = ids
        self._font = font
        self._attachments = attachments
        self._count = 0

    def drawing(self, chart: Chart, title: str, room: tuple[int, int]) -> str:
        """Add a chart's parts; return the drawing that shows it.

        `room` is the width and height of a page's text, in twentieths of a point.
        """
        self._count += 1  # parts are not called chart1: acuan.docx may have one of its own
        name, book = f"charts/bagan{self._count}.xml", f"bagan{self._count}.xlsx"
        attached = self._attachments
        attached.add(f"embeddings/{book}", workbook(chart), _WORKBOOK)
        relations = _RELATIONS.format(workbook=book)
        attached.add(f"charts/_rels/bagan{self._count}.xml.rels", relations.encode())
        key = attached.part(name, docx_chart_xml.write(chart, self._font), _CHART, "chart")
        size = f'cx="{room[0] * TWIP}" cy="{height(chart, room)}"'
        return (
            f'<w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing" distT="0"'
            f' distB="0" distL="0" distR="0"><wp:extent {size}/>'
            '<wp:effectExtent l="0" t="0" r="0" b="0"/>'
            f'<wp:docPr id="{next(self._ids)}" name="{attr(title)}"'
            f' descr="{attr(chart.description)}" title="{attr(chart.caption)}"/>'
            f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{DRAWING}/main">'
            f'<a:graphicData uri="{DRAWING}/chart">'
            f'<c:chart xmlns:c="{DRAWING}/chart" r:id="{key}"/>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing>"
        )


def height(chart: Chart, room: tuple[int, int]) -> int:
    """Return how tall a chart is, in EMU: bars ask for room each, a radar for a square."""
    tallest = max(5 * CENTIMETRE, room[1] * TWIP - CAPTION)
    if chart.kind == "radar":
        return min(room[0] * TWIP * 3 // 5, tallest)
    bars = len(chart.categories) * (len(chart.series) if chart.kind == "bar" else 1)
    return min(max(5 * CENTIMETRE, bars * BAR + 5 * CENTIMETRE // 2), tallest)


def workbook(chart: Chart) -> bytes:
    """Write the figures as python-pptx's references expect them: a column a series."""
    from xlsxwriter import Workbook  # noqa: PLC0415  (only for who draws)

    saved = io.BytesIO()
    book = Workbook(saved, {"in_memory": True})
    book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})  # else the clock's
    sheet = book.add_worksheet(SHEET)
    sheet.set_column(0, 0, 40)
    figures = book.add_format({"num_format": figure_format(chart)})
    for row, category in enumerate(chart.categories, 1):
        sheet.write_string(row, 0, category)  # never a formula or a link, whatever it says
    for column, series in enumerate(chart.series, 1):
        sheet.write_string(0, column, series.name)
        for row, value in enumerate(series.values, 1):
            if value is not None:
                sheet.write_number(row, column, value, figures)
    book.close()
    return package.write(package.read(saved.getvalue()))
