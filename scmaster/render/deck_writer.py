"""Pages to slides of python-pptx: every box by its name, tables and charts in their place."""
# ruff: noqa: PLC0415  (python-pptx costs 160 ms and is only paid for by who renders)

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from scmaster.render import docx_chart, docx_chart_xml
from scmaster.render.blocks import Chart
from scmaster.render.deck_fit import MARGINS
from scmaster.render.deck_page import Grid, Page, Setting, Tile, Words
from scmaster.render.deck_reference import FOOT, NUMBER, POINT, DeckReference

_FEW, _SEVERAL = 12, 18
"""So many bars leave room for large and for middling type in a chart."""

Element = Any
"""An object of python-pptx, or an element of its tree; they have no types."""


class DeckWriter:
    """Writes the slides of one deck."""

    def __init__(self, reference: DeckReference) -> None:
        """Take the opened acuan.pptx, which the slides are added to."""
        self._reference = reference
        self._charts = 0

    def write(self, page: Page) -> None:
        """Add a slide."""
        slide = self._reference.deck.slides.add_slide(self._reference.layout(page.layout))
        holders = {holder.placeholder_format.idx: holder for holder in slide.placeholders}
        if page.body is not None:
            _drop(holders.pop(self._reference.index(page.layout, "Isi")))
        for name, setting in page.texts.items():
            if name == FOOT:
                self._foot(slide, page.layout, setting)
                continue
            holder = holders.pop(self._reference.index(page.layout, name))
            holder.name = name
            if setting.words:
                _say(holder.text_frame, setting)
            else:
                _drop(holder)
        for unused in holders.values():  # boxes that staff have added: nothing is said in them
            _drop(unused)
        self._body(slide, page)
        if page.notes:
            slide.notes_slide.notes_text_frame.text = "\n".join(page.notes)

    def _body(self, slide: Element, page: Page) -> None:
        title = " ".join(words.text for words in page.texts["Judul"].words)
        match page.body:
            case Grid():
                box = self._reference.box(page.layout, "Isi")
                _table(slide, page.body, (box.left, box.top), title)
            case Chart():
                self._chart(slide, page.layout, page.body)
            case tuple():
                for number, tile in enumerate(page.body, 1):
                    _card(slide, tile, f"Angka {number}")

    def _foot(self, slide: Element, layout: str, setting: Setting) -> None:
        """Copy foot and number from the layout, which python-pptx leaves there."""
        from pptx.oxml.ns import qn

        holders = {h.name: h for h in self._reference.layout(layout).placeholders}
        tree = slide.shapes._spTree  # noqa: SLF001  (python-pptx has no way to say it)
        for name in (FOOT, NUMBER):
            shape = deepcopy(holders[name]._element)  # noqa: SLF001
            shape.nvSpPr.cNvPr.set("id", str(max(map(int, tree.xpath("//p:cNvPr/@id"))) + 1))
            for child in list(shape.spPr):  # where it stands is the layout's to say
                shape.spPr.remove(child)
            tree.append(shape)
            if name == FOOT:
                _say(slide.shapes[-1].text_frame, setting)
            for shown in shape.findall(f".//{qn('a:fld')}/{qn('a:t')}"):
                shown.text = str(len(self._reference.deck.slides))

    def _chart(self, slide: Element, layout: str, chart: Chart) -> None:
        from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
        from pptx.opc.packuri import PackURI
        from pptx.parts.chart import ChartPart
        from pptx.parts.embeddedpackage import EmbeddedXlsxPart

        self._charts += 1
        box, owner = self._reference.box(layout, "Isi"), slide.part.package
        content = docx_chart_xml.write(chart, "", _type_in(chart))
        name = PackURI(f"/ppt/charts/bagan{self._charts}.xml")
        part = ChartPart.load(name, CONTENT_TYPE.DML_CHART, owner, content)
        workbook = EmbeddedXlsxPart.new(docx_chart.workbook(chart), owner)
        part.relate_to(workbook, RELATIONSHIP_TYPE.PACKAGE)  # rId1, as the chart calls it
        key = slide.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
        place = (box.left, box.top, box.width, box.height)
        frame = slide.shapes._add_chart_graphicFrame(key, *place)  # noqa: SLF001
        _describe(frame._nvXxPr.cNvPr, chart.caption, chart.description)  # noqa: SLF001


def _type_in(chart: Chart) -> int:
    """Return the size of type in a chart, in points."""
    bars = len(chart.categories) * (len(chart.series) if chart.kind == "bar" else 1)
    if chart.kind == "radar" or bars <= _FEW:
        return 12
    return 11 if bars <= _SEVERAL else 10


def _drop(shape: Element) -> None:
    element = shape._element  # noqa: SLF001
    element.getparent().remove(element)


def _describe(properties: Element, title: str, words: str) -> None:
    """Say what a shape is, to those who do not see it."""
    properties.set("name", title)
    properties.set("descr", words)


def _say(frame: Element, setting: Setting) -> None:
    """Write paragraphs; the type's size is the layout's where nothing else is needed."""
    _write(frame, setting.words, None if setting.usual else setting.size)


def _write(frame: Element, words: Sequence[Words], size: float | None) -> list[Element]:
    """Fill a frame with paragraphs; return their runs."""
    from pptx.enum.dml import MSO_THEME_COLOR
    from pptx.enum.lang import MSO_LANGUAGE_ID
    from pptx.util import Pt

    frame.clear()
    runs = []
    for number, one in enumerate(words):
        paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
        run = paragraph.add_run()
        run.text = one.text
        run.font.language_id = MSO_LANGUAGE_ID.INDONESIAN
        if size is not None:
            run.font.size = Pt(size)
        if one.missing:
            run.font.italic = True
            run.font.color.theme_color = MSO_THEME_COLOR.ACCENT_4
        runs.append(run)
    return runs


def _table(slide: Element, grid: Grid, corner: tuple[int, int], title: str) -> None:
    rows, columns = len(grid.rows), len(grid.widths)
    size = (sum(grid.widths), sum(grid.heights))
    frame = slide.shapes.add_table(rows, columns, *corner, *size)
    _describe(frame._element.nvGraphicFramePr.cNvPr, "Tabel", f"Tabel: {title}")  # noqa: SLF001
    table = frame.table
    for column, width in zip(table.columns, grid.widths, strict=True):
        column.width = width
    for row, high in zip(table.rows, grid.heights, strict=True):
        row.height = high
    for number, cells in enumerate(grid.rows):
        for place, words in enumerate(cells):
            _cell(table.cell(number, place), words, grid, (number, place))


def _cell(cell: Element, words: Sequence[Words], grid: Grid, at: tuple[int, int]) -> None:
    from pptx.enum.dml import MSO_THEME_COLOR
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Pt

    row, column = at
    cell.margin_left = cell.margin_right = Pt(MARGINS[0] / 2)
    cell.margin_top = cell.margin_bottom = Pt(MARGINS[1] / 2)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE if row == 0 else MSO_ANCHOR.TOP
    cell.fill.solid()
    ground = MSO_THEME_COLOR.BACKGROUND_2 if row % 2 == 0 else MSO_THEME_COLOR.BACKGROUND_1
    cell.fill.fore_color.theme_color = MSO_THEME_COLOR.TEXT_2 if row == 0 else ground
    runs = _write(cell.text_frame, words or (Words(""),), grid.size)
    for paragraph in cell.text_frame.paragraphs:
        paragraph.alignment = PP_ALIGN.RIGHT if grid.right[column] else PP_ALIGN.LEFT
    for run, one in zip(runs, words, strict=False):
        run.font.bold = row == 0 or (column == 0 and not one.missing)
        if not one.missing:
            head, body = MSO_THEME_COLOR.BACKGROUND_1, MSO_THEME_COLOR.TEXT_1
            run.font.color.theme_color = head if row == 0 else body


def _card(slide: Element, tile: Tile, name: str) -> None:
    """Draw a figure on a ground of its own."""
    from pptx.enum.dml import MSO_THEME_COLOR
    from pptx.enum.shapes import MSO_SHAPE
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.oxml.ns import qn
    from pptx.util import Pt

    place = (tile.left, tile.top, tile.width, tile.height)
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *place)
    shape.name = name
    shape._element.remove(shape._element.find(qn("p:style")))  # noqa: SLF001  (its shadow)
    shape.fill.solid()
    shape.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
    shape.line.fill.background()
    frame = shape.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 12 * POINT
    every = [(words, setting.size) for setting in tile.settings for words in setting.words]
    runs = _write(frame, [words for words, _ in every], None)
    first = len(tile.settings[0].words)
    last = len(every) - len(tile.settings[-1].words)
    for number, (run, (_, size)) in enumerate(zip(runs, every, strict=True)):
        run.font.size = Pt(size)
        run.font.bold = number < first
        ink = MSO_THEME_COLOR.TEXT_2 if number < first else MSO_THEME_COLOR.TEXT_1
        run.font.color.theme_color = MSO_THEME_COLOR.ACCENT_5 if number >= last else ink
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
