"""Blocks to the body of a .docx: sections, headings, lists, captions, contents."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from scmaster.render import docx_table
from scmaster.render.blocks import (
    Block,
    Chart,
    Contents,
    Heading,
    LandscapeBegin,
    LandscapeEnd,
    ListBlock,
    MainMatter,
    PageBreak,
    Paragraph,
    Table,
)
from scmaster.render.docx_text import TextWriter
from scmaster.render.docx_xml import BEGIN, END, SEPARATE, esc, field, plain_run
from scmaster.render.numbering import MAIN, Label, Outline
from scmaster.render.reference import Reference

if TYPE_CHECKING:
    from scmaster.render.docx_chart import ChartWriter

_TINY = docx_table.EXACT % 20
_GAP = f"<w:p><w:pPr>{docx_table.EXACT % 200}</w:pPr></w:p>"
"""Two tables without a paragraph between them become one."""
_NO_GAP = f"<w:p><w:pPr>{_TINY}</w:pPr></w:p>"
"""Below a table that fills its page a gap would take a page of its own."""
_NEW_PAGE = f"<w:p><w:pPr><w:pageBreakBefore/>{_TINY}</w:pPr></w:p>"
_NO_NUMBER = (
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr><w:ind w:left="0" w:firstLine="0"/>'
)
_WIDER = '<w:ind w:left="1361" w:hanging="1361"/>'
"""The style leaves room for "Tabel 1.1", which is shorter than "Gambar 1.1"."""
_FIGURE = (
    '<w:pPr><w:keepNext/><w:spacing w:before="200" w:after="0"/><w:jc w:val="center"/></w:pPr>'
)
_BELOW = '<w:keepNext w:val="0"/><w:spacing w:before="60" w:after="200"/><w:jc w:val="center"/>'
"""A caption stands above its table, but below its figure."""
_SMALL = '<w:rPr><w:caps w:val="0"/></w:rPr>'
"""An entry may be in capitals, a roman page number is not."""
_PAGE = re.compile(r'(PAGEREF (\w+) \\h .{0,200}?<w:t xml:space="preserve">)(</w:t>)')
_FIRST = re.compile("<w:p>(?:<w:pPr>.*?</w:pPr>)?")


def paged(document: bytes, pages: Mapping[str, str]) -> bytes:
    """Write known page numbers into the lists of contents."""
    return _PAGE.sub(lambda m: m[1] + pages.get(m[2], "") + m[3], document.decode()).encode()


class _Look(NamedTuple):
    """How the pages of a section lie and are numbered."""

    landscape: bool
    numbers: str


class BodyWriter:
    """Writes the body of one document."""

    def __init__(self, reference: Reference, outline: Outline, texts: TextWriter) -> None:
        """Take what acuan.docx offers, and all labels."""
        self._reference = reference
        self._outline = outline
        self._texts = texts
        self._now = self._wanted = _Look(landscape=False, numbers="decimal")
        self._first: int | None = None  # the cover counts
        self._anew = False
        self._open = False
        self._table = False  # whether a table has just ended

    def write(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        """Yield the body's pieces; the last one is the last section's properties."""
        if any(isinstance(block, MainMatter) for block in blocks):
            self._now = self._wanted = _Look(landscape=False, numbers="lowerRoman")
        for index, (block, following) in enumerate(pairwise((*blocks, None))):
            if block is None or self._turns(block) or _is_idle(block, following):
                continue
            begun = self._anew
            yield from self._section()
            yield from self._apart(block)
            pieces = self._block(index, block)
            yield from self._beginning(pieces) if begun else pieces
        if self._table:
            yield _NO_GAP
        yield self._section_xml()

    def _apart(self, block: Block) -> Iterator[str]:
        """Keep what follows a table apart from it; what begins a page is apart anyhow."""
        if self._table:
            paging = isinstance(block, PageBreak)
            chapter = isinstance(block, Heading) and block.level == 1
            yield _NO_GAP if paging or chapter else _GAP
        self._table = isinstance(block, Table) and bool(block.rows or block.head)

    # -- sections: a new one is begun only by what stands in it

    def _turns(self, block: Block) -> bool:
        """Take note of a block that only says how the following pages are to be."""
        match block:
            case MainMatter():
                self._wanted, self._anew = _Look(landscape=False, numbers="decimal"), True
            case LandscapeBegin() | LandscapeEnd():
                turned = isinstance(block, LandscapeBegin)
                self._wanted = self._wanted._replace(landscape=turned)
            case _:
                return False
        return True

    def _section(self) -> Iterator[str]:
        if self._anew or self._wanted != self._now:
            if self._open:
                yield f"<w:p><w:pPr>{_TINY}{self._section_xml()}</w:pPr></w:p>"
                self._first, self._table = None, False
            self._first = 1 if self._anew else self._first
            self._now, self._anew = self._wanted, False
        self._open = True

    def _section_xml(self) -> str:
        section = self._reference.section
        return section.xml(landscape=self._now.landscape, kind=self._now.numbers, start=self._first)

    def _beginning(self, pieces: Iterator[str]) -> Iterator[str]:
        """Put a bookmark into the first paragraph, from which pages are counted."""
        mark = self._texts.marked(MAIN, "")
        yield _FIRST.sub(lambda m: m[0] + mark, "".join(pieces), count=1)

    # -- blocks

    def _block(self, index: int, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                yield self._heading(block, self._outline.labels[index])
            case Paragraph():
                yield self._texts.paragraph(block.text, block.style)
            case ListBlock():
                yield from self._list(block)
            case Table():
                if index in self._outline.labels:
                    yield self._caption(self._outline.labels[index])
                yield from docx_table.write(block, self._texts, self._edge())
            case Chart():
                yield self._figure(block, self._outline.labels[index])
            case PageBreak():
                yield _NEW_PAGE
            case Contents():
                yield from self._contents(block)

    def _edge(self) -> int:
        return self._reference.section.text_width(landscape=self._now.landscape)

    def _heading(self, heading: Heading, label: Label) -> str:
        front = heading.level == 1 and not heading.numbered
        style = self._texts.style("Judul Depan" if front else f"heading {heading.level}")
        plain = "" if heading.numbered or front else _NO_NUMBER
        content = self._texts.runs(heading.text)
        if label.target:
            content = self._texts.marked(label.target, content)
        content = self._texts.marked(label.anchor, content)
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{plain}</w:pPr>{content}</w:p>'

    def _list(self, block: ListBlock) -> Iterator[str]:
        number = self._reference.list_number() if block.ordered else 0
        own = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
        for item in block.items:
            style = "List Number" if block.ordered else "List Bullet"
            yield self._texts.paragraph(item, style, own)

    @cached_property
    def _charts(self) -> "ChartWriter":
        from scmaster.render.docx_chart import ChartWriter  # noqa: PLC0415  (only for charts)

        reference = self._reference
        return ChartWriter(reference.drawing_ids(), reference.font, self._texts.attachments)

    def _figure(self, chart: Chart, label: Label) -> str:
        section, landscape = self._reference.section, self._now.landscape
        room = (self._edge(), section.text_height(landscape=landscape))
        drawing = self._charts.drawing(chart, label.number, room)
        return f"<w:p>{_FIGURE}<w:r>{drawing}</w:r></w:p>{self._caption(label, _BELOW)}"

    def _caption(self, label: Label, look: str = "") -> str:
        word = label.number.partition(" ")[0]
        chapter = f"{label.chapter}." if label.chapter else ""
        # \s restarts after a chapter's heading, but only Word knows it; \r all do.
        restart = " \\r 1" if label.nth == 1 else " \\s 1" if label.chapter else ""
        number = plain_run(f"{word} {chapter}")
        number += field(f"SEQ {word} \\* ARABIC{restart}", str(label.nth))
        if label.target:
            number = self._texts.marked(label.target, number)
        content = self._texts.marked(label.anchor, number + plain_run(f" {esc(label.text)}"))
        style = self._texts.style("caption")
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{look}</w:pPr>{content}</w:p>'

    # -- lists of contents: a field that is filled already

    def _contents(self, block: Contents) -> Iterator[str]:
        match block.kind:
            case "tables":
                labels, code = self._outline.tables, 'TOC \\h \\z \\c "Tabel"'
            case "figures":
                labels, code = self._outline.figures, 'TOC \\h \\z \\c "Gambar"'
            case "headings":
                labels, code = self._outline.headings, f'TOC \\o "1-{block.depth}" \\h \\z \\u'
        shown = [label for label in labels if label.level <= block.depth]
        opening = f"{BEGIN} {esc(code)} {SEPARATE}"
        if not shown:
            yield f"<w:p>{opening}{plain_run('Belum ada judul.')}{END}</w:p>"
            return
        look = _WIDER if block.kind == "figures" else ""
        for label in shown:
            yield self._entry(label, opening, look)
            opening = ""
        yield f"<w:p><w:pPr>{_TINY}</w:pPr>{END}</w:p>"

    def _entry(self, label: Label, opening: str, look: str) -> str:
        style = self._texts.style(f"toc {label.level}" if label.level else "table of figures")
        gap = plain_run(" ") if label.level == 1 else "<w:r><w:tab/></w:r>"
        number = f"{plain_run(esc(label.number))}{gap}" if label.number else ""
        page = f"{BEGIN} PAGEREF {label.anchor} \\h {SEPARATE}{plain_run('', _SMALL)}{END}"
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:tabs>'
            f'<w:tab w:val="right" w:leader="dot" w:pos="{self._edge()}"/></w:tabs>{look}</w:pPr>'
            f'{opening}<w:hyperlink w:anchor="{label.anchor}" w:history="1">{number}'
            f"{plain_run(esc(label.text))}<w:r><w:tab/></w:r>{page}</w:hyperlink></w:p>"
        )


def _is_idle(block: Block, following: Block | None) -> bool:
    """Tell a page break before what begins a page anyhow, or before nothing."""
    if not isinstance(block, PageBreak):
        return False
    chapter = isinstance(following, Heading) and following.level == 1
    turning = (MainMatter, LandscapeBegin, LandscapeEnd)
    return chapter or following is None or isinstance(following, turning)
