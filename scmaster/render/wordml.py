"""Blocks to WordprocessingML, written as strings: the only place that writes that language."""

import re
from collections.abc import Iterator, Mapping
from itertools import count, pairwise
from urllib.parse import quote, urlsplit

from scmaster.render.blocks import (
    Align,
    BackMatter,
    Block,
    Cell,
    Contents,
    Heading,
    LandscapeBegin,
    LandscapeEnd,
    ListBlock,
    MainMatter,
    PageBreak,
    Paragraph,
    Run,
    Table,
    Text,
)
from scmaster.render.numbering import MAIN, Label, Outline
from scmaster.render.reference import Reference
from scmaster.render.template import Held

_SPECIAL = re.compile('[&<>"\n]')
_ESCAPED = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\n": '</w:t><w:br/><w:t xml:space="preserve">',
}
_SCHEMES = ("http", "https", "mailto")
_LONG = 1200
"""A cell of more characters may be split over pages: it might not fit on one."""
_EXACT = '<w:spacing w:before="0" w:after="0" w:line="%d" w:lineRule="exact"/>'
_TINY = _EXACT % 20
_GAP = f"<w:p><w:pPr>{_EXACT % 200}</w:pPr></w:p>"
_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>'


def esc(text: str) -> str:
    """Escape; what needs none, which is nearly everything, comes back as it is."""
    return _SPECIAL.sub(lambda m: _ESCAPED[m[0]], text) if _SPECIAL.search(text) else text


def attr(text: str) -> str:
    """Escape for an attribute, where a line break has no business."""
    return esc(text.replace("\n", " "))


def address(url: str) -> str:
    """Return the address as a document may link to it; empty: it is not to be a link."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    target = parts.path if parts.scheme == "mailto" else parts.netloc
    if parts.scheme not in _SCHEMES or not target or re.search(r"\s", url.strip()):
        return ""
    return quote(url.strip(), safe="%/:=&?~#+!$,;'@()*[]")


def field(code: str, cached: str) -> str:
    """Write a field with the result it shows until it is updated."""
    return (
        f'<w:fldSimple w:instr=" {code} "><w:r><w:t xml:space="preserve">{esc(cached)}</w:t></w:r>'
        "</w:fldSimple>"
    )


_PAGE = re.compile(r'(PAGEREF (\w+) \\h .{0,200}?<w:t xml:space="preserve">)(</w:t>)')


def paged(document: bytes, pages: Mapping[str, str]) -> bytes:
    """Write known page numbers into the lists of contents."""
    return _PAGE.sub(lambda m: m[1] + pages.get(m[2], "") + m[3], document.decode()).encode()


_FIRST = re.compile("<w:p>(?:<w:pPr>.*?</w:pPr>)?")


def _run(words: str, looks: str = "") -> str:
    return f'<w:r>{looks}<w:t xml:space="preserve">{words}</w:t></w:r>'


def _fit(shares: list[float], whole: int) -> list[int]:
    """Divide a width by shares, to the last twentieth of a point."""
    total = sum(shares)
    edges = [round(whole * sum(shares[:n]) / total) for n in range(len(shares) + 1)]
    return [right - left for left, right in pairwise(edges)]


class Writer:
    """Writes the body of one document."""

    def __init__(self, reference: Reference, outline: Outline, held: Held) -> None:
        """Take what acuan.docx offers, all labels, and where names were said."""
        self._reference = reference
        self._outline = outline
        self._held = held
        self._ids = count(100)
        self.links: dict[str, str] = {}
        self._landscape = False
        self._kind = "decimal"
        self._start: int | None = None  # the cover counts
        self._open = False
        self._begin = ""
        self._styles: dict[tuple[str, str], str] = {}

    def body(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        """Yield the body's pieces; the last one is the last section's properties."""
        if any(isinstance(block, MainMatter) for block in blocks):
            self._kind = "lowerRoman"
        for index, block in enumerate(blocks):
            match block:
                case MainMatter():
                    yield from self._section(landscape=False)
                    self._kind, self._start = "decimal", 1
                    self._begin = MAIN
                case LandscapeBegin() | LandscapeEnd():
                    yield from self._section(landscape=isinstance(block, LandscapeBegin))
                case BackMatter():
                    continue
                case _:
                    self._open = True
                    yield from self._begun(self._block(index, block))
        yield self._section_xml()

    def _begun(self, pieces: Iterator[str]) -> Iterator[str]:
        """Put the bookmark of a beginning into the first paragraph that follows."""
        if not self._begin:
            return pieces
        mark, self._begin = self._marked(self._begin, ""), ""
        return iter([_FIRST.sub(lambda m: m[0] + mark, "".join(pieces), count=1)])

    def _block(self, index: int, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                yield self._heading(block, self._outline.labels[index])
            case Paragraph():
                span = self._held.where("style", block.style) if block.style else None
                style = self._reference.style(block.style, span=span) if block.style else ""
                yield self._paragraph(block.text, f'<w:pStyle w:val="{style}"/>' if style else "")
            case ListBlock():
                yield from self._list(block)
            case Table():
                yield from self._table(block, self._outline.labels.get(index))
            case PageBreak():
                yield '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
            case Contents():
                yield from self._contents(block)

    # -- sections

    def _section_xml(self) -> str:
        section = self._reference.section
        return section.xml(landscape=self._landscape, kind=self._kind, start=self._start)

    def _section(self, *, landscape: bool) -> Iterator[str]:
        """Close the section if anything stands in it; go on in another."""
        if self._open:
            yield f"<w:p><w:pPr>{_TINY}{self._section_xml()}</w:pPr></w:p>"
            self._open, self._start = False, None
        self._landscape = landscape

    # -- text

    def _style(self, name: str, kind: str = "paragraph") -> str:
        key = (name, kind)
        if key not in self._styles:
            span = self._held.where("style", name) if ("style", name) in self._held.places else None
            self._styles[key] = self._reference.style(name, kind, span=span)
        return self._styles[key]

    def _paragraph(self, text: Text, properties: str = "", *, narrow: bool = False) -> str:
        head = f"<w:pPr>{properties}</w:pPr>" if properties else ""
        return f"<w:p>{head}{self._runs(text, narrow=narrow)}</w:p>"

    def _runs(self, text: Text, *, narrow: bool = False) -> str:
        return "".join(self._any_run(run, narrow=narrow) for run in text)

    def _any_run(self, run: Run, *, narrow: bool) -> str:
        looks = self._looks(run)
        if run.ref:
            return self._reference_to(run)
        if run.url:
            return self._link(run, looks, narrow=narrow)
        return _run(esc(run.text), looks)

    def _looks(self, run: Run) -> str:
        if not (run.style or run.bold or run.italic):
            return ""
        style = f'<w:rStyle w:val="{self._style(run.style, "character")}"/>' if run.style else ""
        bold = "<w:b/><w:bCs/>" * run.bold
        return f"<w:rPr>{style}{bold}{'<w:i/><w:iCs/>' * run.italic}</w:rPr>"

    def _reference_to(self, run: Run) -> str:
        label = self._outline.targets[run.ref]
        if label.level > 1 or not label.number:
            return field(f"REF {label.target} \\h", label.text)
        switch = " \\r" if label.level else ""
        return field(f"REF {label.target}{switch} \\h", label.number)

    def _link(self, run: Run, looks: str, *, narrow: bool) -> str:
        """Write a link and its address, which print needs; what is no link is plain text."""
        url = address(run.url)
        shown = run.url.removeprefix("mailto:")
        blue = f'<w:rPr><w:rStyle w:val="{self._style("Hyperlink", "character")}"/></w:rPr>'
        words = _run(esc(run.text), looks or (blue if url else "")) if run.text else ""
        place = _run(esc(shown), blue if url else "")
        if url:
            key = self.links.setdefault(url, f"rIdTaut{len(self.links) + 1}")
            opening = f'<w:hyperlink r:id="{key}" w:history="1">'
            words = words and f"{opening}{words}</w:hyperlink>"
            place = f"{opening}{place}</w:hyperlink>"
        if not words or run.text in {run.url, shown}:
            return place
        if narrow:
            return f"{words}<w:r><w:br/></w:r>{place}"
        return f"{words}{_run(' (')}{place}{_run(')')}"

    def _marked(self, name: str, content: str) -> str:
        number = next(self._ids)
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )

    # -- blocks

    def _heading(self, heading: Heading, label: Label) -> str:
        front = heading.level == 1 and not heading.numbered
        style = self._style("Judul Depan" if front else f"heading {heading.level}")
        plain = "" if heading.numbered or front else _NO_NUMBER
        content = self._runs(heading.text)
        if label.target:
            content = self._marked(label.target, content)
        content = self._marked(label.anchor, content)
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{plain}</w:pPr>{content}</w:p>'

    def _list(self, block: ListBlock) -> Iterator[str]:
        style = self._style("List Number" if block.ordered else "List Bullet")
        number = self._reference.list_number() if block.ordered else 0
        own = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
        for item in block.items:
            yield self._paragraph(item, f'<w:pStyle w:val="{style}"/>{own}')

    def _contents(self, block: Contents) -> Iterator[str]:
        tables = block.kind == "tables"
        labels = self._outline.tables if tables else self._outline.headings
        shown = [label for label in labels if label.level <= _DEEPEST_LISTED]
        code = 'TOC \\h \\z \\c "Tabel"' if tables else f'TOC \\o "1-{_DEEPEST_LISTED}" \\h \\z \\u'
        opening = f"{_BEGIN} {esc(code)} {_SEPARATE}"
        if not shown:
            what = "tabel" if tables else "judul"
            yield f"<w:p>{opening}{_run(f'Belum ada {what}.')}{_FIELD_END}</w:p>"
            return
        for label in shown:
            yield self._entry(label, opening)
            opening = ""
        yield f"<w:p><w:pPr>{_TINY}</w:pPr>{_FIELD_END}</w:p>"

    def _entry(self, label: Label, opening: str) -> str:
        style = self._style(f"toc {label.level}" if label.level else "table of figures")
        gap = _run(" ") if label.level == 1 else "<w:r><w:tab/></w:r>"
        number = f"{_run(esc(label.number))}{gap}" if label.number else ""
        edge = self._reference.section.text_width(landscape=self._landscape)
        page = f"{_BEGIN} PAGEREF {label.anchor} \\h {_SEPARATE}{_run('', _SMALL)}{_FIELD_END}"
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:tabs>'
            f'<w:tab w:val="right" w:leader="dot" w:pos="{edge}"/></w:tabs></w:pPr>{opening}'
            f'<w:hyperlink w:anchor="{label.anchor}" w:history="1">{number}'
            f"{_run(esc(label.text))}<w:r><w:tab/></w:r>"
            f"{page}</w:hyperlink></w:p>"
        )

    def _caption(self, label: Label) -> str:
        chapter = f"{label.chapter}." if label.chapter else ""
        restart = " \\s 1" if label.chapter else " \\r 1" if label.nth == 1 else ""
        number = _run(f"Tabel {chapter}") + field(f"SEQ Tabel \\* ARABIC{restart}", str(label.nth))
        if label.target:
            number = self._marked(label.target, number)
        content = self._marked(label.anchor, number + _run(f" {esc(label.text)}"))
        return f'<w:p><w:pPr><w:pStyle w:val="{self._style("caption")}"/></w:pPr>{content}</w:p>'

    # -- tables

    def _table(self, table: Table, label: Label | None) -> Iterator[str]:
        if label:
            yield self._caption(label)
        edge = self._reference.section.text_width(landscape=self._landscape)
        widths = _fit([column.width for column in table.columns], edge)
        style = self._style("Tabel Data" if table.head else "Tabel Lembar", "table")
        looks = (
            f'w:firstRow="{int(table.head)}" w:lastRow="{int(table.total)}" '
            f'w:firstColumn="{int(not table.head)}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"'
        )
        about = table.description or table.caption
        notes = f'<w:tblCaption w:val="{attr(table.caption)}"/>' if table.caption else ""
        notes += f'<w:tblDescription w:val="{attr(about)}"/>' if about else ""
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{edge}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{_look(table)}" {looks}/>{notes}'
            "</w:tblPr><w:tblGrid>"
        )
        yield "".join(f'<w:gridCol w:w="{width}"/>' for width in widths) + "</w:tblGrid>"
        if table.head:
            titles = [(Run(column.title),) for column in table.columns]
            cells = "".join(map(self._cell, titles, self._openings(table, widths, "Kepala Tabel")))
            yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"
        yield from self._rows(table, widths)
        yield f"</w:tbl>{_GAP}"

    def _rows(self, table: Table, widths: list[int]) -> Iterator[str]:
        openings = self._openings(table, widths, "Isi Tabel")
        spanning = self._spanning(widths)
        single = len(widths) > 1
        for row in table.rows:
            if single and len(row) == 1:
                yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{self._cell(row[0], spanning)}</w:tr>"
                continue
            cells = "".join(map(self._cell, row, openings))
            whole = len(cells) < _LONG or max(map(_length, row)) < _LONG
            yield f"<w:tr>{_WHOLE if whole else ''}{cells}</w:tr>"

    def _cell(self, cell: Cell, opening: str) -> str:
        if type(cell) is str:
            if not cell:
                return f"{opening}</w:p></w:tc>"
            return f'{opening}<w:r><w:t xml:space="preserve">{esc(cell)}</w:t></w:r></w:p></w:tc>'
        return f"{opening}{self._runs(cell, narrow=True)}</w:p></w:tc>"  # type: ignore[arg-type]

    def _openings(self, table: Table, widths: list[int], style: str) -> list[str]:
        """Return what stands before the words of a cell, a column each."""
        paragraph = f'<w:pStyle w:val="{self._style(style)}"/>'
        return [
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"<w:p><w:pPr>{paragraph}{_align(column.align) if style == 'Isi Tabel' else ''}</w:pPr>"
            for column, width in zip(table.columns, widths, strict=True)
        ]

    def _spanning(self, widths: list[int]) -> str:
        """Return what stands before the words of a cell that spans all columns."""
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:gridSpan w:val="{len(widths)}"/>{_SHADE}</w:tcPr><w:p><w:pPr>'
            f'<w:pStyle w:val="{self._style("Kepala Tabel")}"/><w:jc w:val="left"/></w:pPr>'
        )


_DEEPEST_LISTED = 3
_WHOLE = "<w:trPr><w:cantSplit/></w:trPr>"
_SMALL = '<w:rPr><w:caps w:val="0"/></w:rPr>'
"""An entry may be in capitals, a roman page number is not."""
_BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
_SEPARATE = '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
_FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_NO_NUMBER = (
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr><w:ind w:left="0" w:firstLine="0"/>'
)


def _align(align: Align) -> str:
    return "" if align == "left" else f'<w:jc w:val="{align}"/>'


def _length(cell: Cell) -> int:
    return len(cell) if isinstance(cell, str) else sum(len(r.text) + len(r.url) for r in cell)


def _look(table: Table) -> str:
    bits = 0x0020 * table.head | 0x0040 * table.total | 0x0080 * (not table.head) | 0x0600
    return f"{bits:04X}"
