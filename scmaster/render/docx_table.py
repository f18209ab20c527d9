"""Tables to WordprocessingML: by far the most of a document, so written with care for time."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from scmaster.render.blocks import NOTHING, Align, Cell, Run, Table, plain
from scmaster.render.docx_text import TextWriter
from scmaster.render.docx_xml import attr, esc

EXACT = '<w:spacing w:before="0" w:after="0" w:line="%d" w:lineRule="exact"/>'
_LONG = 1200
"""A cell of more characters may be split over pages: it might not fit on one."""
_WHOLE = "<w:trPr><w:cantSplit/></w:trPr>"
_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>'
_FEW, _SHORT = 14, 24
"""As many rows and lines fit on a page, even on its side, with what stands above them."""
_KEEP = "<w:keepNext/>"
_NARROW = 1900
"""Only columns narrower than this (3.4 cm) may have to break words."""
_GIVES = 0.6
"""What a wide column keeps of its width at the least."""
_LOOKED_AT = 300
_EM, _BOLD, _MARGINS = 190, 1.08, 200
"""The size of the letters in a cell, how much wider bold ones are, and a cell's margins."""
_EMS = dict.fromkeys("fijlrtI.,:;()[]'/|!", 0.32) | dict.fromkeys("mwMWOQG%@", 0.84)
_CAPITAL, _SMALL, _WORD = 0.7, 0.556, 24
_BREAKS = re.compile(r"[\s/-]+")


def write(table: Table, texts: TextWriter, edge: int) -> Iterator[str]:
    """Write a table as wide as `edge`; what follows it must begin with a paragraph."""
    if not table.rows and not table.head:
        return  # Word takes a table without rows for damage
    widths = _widths(table, edge)
    yield _opening(table, texts, widths)
    if table.head:
        titles = [(Run(column.title),) for column in table.columns]
        openings = _openings(table, texts, widths, "Kepala Tabel")
        cells = "".join(_cell(title, texts, o) for title, o in zip(titles, openings, strict=True))
        yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"
    yield from _rows(table, texts, widths)
    yield "</w:tbl>"


def _opening(table: Table, texts: TextWriter, widths: list[int]) -> str:
    """Write the properties; shading and lines come from the table style in acuan.docx."""
    form = not table.head and table.lines
    style = "Tabel Data" if table.head else "Tabel Lembar" if form else "Tabel Polos"
    style = texts.style(style, "table")
    bits = 0x0020 * table.head | 0x0040 * table.total | 0x0080 * form | 0x0600
    looks = (
        f'w:firstRow="{int(table.head)}" w:lastRow="{int(table.total)}" '
        f'w:firstColumn="{int(form)}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"'
    )
    about = table.description or table.caption
    notes = f'<w:tblCaption w:val="{attr(table.caption)}"/>' if table.caption else ""
    notes += f'<w:tblDescription w:val="{attr(about)}"/>' if about else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{bits:04X}" {looks}/>{notes}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def _rows(table: Table, texts: TextWriter, widths: list[int]) -> Iterator[str]:
    style = ("Isi Kecil" if table.small else "Isi Tabel") if table.lines else "Isi Polos"
    openings = _openings(table, texts, widths, style)
    kept = _openings(table, texts, widths, style, _KEEP if _is_small(table, widths) else "")
    last = len(table.rows) - 1
    several = len(widths) > 1
    for number, row in enumerate(table.rows or ((NOTHING,),)):
        if several and len(row) == 1:
            title = bool(table.rows)
            yield f"<w:tr>{_WHOLE}{_cell(row[0], texts, _spanning(texts, widths, title))}</w:tr>"
            continue
        begun = kept if number < last else openings
        cells = "".join([_cell(c, texts, o) for c, o in zip(row, begun, strict=True)])
        whole = len(cells) < _LONG or max(map(_length, row)) < _LONG
        yield f"<w:tr>{_WHOLE if whole else ''}{cells}</w:tr>"


def _is_small(table: Table, widths: list[int]) -> bool:
    """Tell whether a table is to stand on one page: a sheet, or a few short rows."""
    if len(table.rows) > _FEW:
        return False
    return sum(_lines(row, widths) for row in table.rows) <= _SHORT


def _lines(row: tuple[Cell, ...], widths: list[int]) -> int:
    """Return how many lines a row takes, roughly: those of its highest cell."""
    if len(row) != len(widths):
        return 1  # the title of a group
    heights = [1]
    for cell, width in zip(row, widths, strict=True):
        letters = max(1, round((width - _MARGINS) / (_EM * _SMALL)))
        heights.append(sum(1 + len(line) // letters for line in _printed(cell).split("\n")))
    return max(heights)


def _printed(cell: Cell) -> str:
    """Return the words of a cell with the addresses that print shows beside them."""
    if isinstance(cell, str):
        return cell
    return "".join(f"{run.text}\n{run.url}" if run.url else run.text for run in cell)


def _cell(cell: Cell, texts: TextWriter, opening: str) -> str:
    if isinstance(cell, str):
        if not cell:
            return f"{opening}</w:p></w:tc>"
        return f'{opening}<w:r><w:t xml:space="preserve">{esc(cell)}</w:t></w:r></w:p></w:tc>'
    return f"{opening}{texts.runs(cell, narrow=True)}</w:p></w:tc>"


def _openings(
    table: Table, texts: TextWriter, widths: list[int], style: str, keep: str = ""
) -> list[str]:
    """Return what stands before the words of a cell, a column each."""
    head = style == "Kepala Tabel"  # titles stand as the style says, whatever their column
    look = f'<w:pStyle w:val="{texts.style(style)}"/>{keep}'
    return [
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr>'
        f"{look}{'' if head else _align(column.align)}</w:pPr>"
        for column, width in zip(table.columns, widths, strict=True)
    ]


def _spanning(texts: TextWriter, widths: list[int], title: bool) -> str:  # noqa: FBT001  (one of two looks)
    """Return what stands before the words of a cell that spans all columns."""
    style = texts.style("Kepala Tabel" if title else "Isi Tabel")
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:gridSpan w:val="{len(widths)}"/>{_SHADE if title else ""}</w:tcPr><w:p><w:pPr>'
        f'<w:pStyle w:val="{style}"/><w:jc w:val="left"/></w:pPr>'
    )


def _align(align: Align) -> str:
    return "" if align == "left" else f'<w:jc w:val="{align}"/>'


def _length(cell: Cell) -> int:
    return len(cell) if isinstance(cell, str) else sum(len(r.text) + len(r.url) for r in cell)


def _widths(table: Table, edge: int) -> list[int]:
    """Divide the width by the columns' shares, but break no word that need not be broken."""
    wanted = _fit([column.width for column in table.columns], edge)
    least = [
        min(_need(table, place), _NARROW) if width < _NARROW else round(width * _GIVES)
        for place, width in enumerate(wanted)
    ]
    spare = [max(width - floor, 0) for width, floor in zip(wanted, least, strict=True)]
    lacking = edge - sum(map(max, wanted, least))
    if not lacking or sum(spare) + lacking < 0:
        return wanted
    rests = iter(_fit([float(width) for width in spare], sum(spare) + lacking))
    return [floor + next(rests) for floor in least]


def _need(table: Table, place: int) -> int:
    """Return the width that the longest word of a column takes, roughly, in twips."""
    widest = max(map(_ems, table.columns[place].title.split()), default=0.0) * _BOLD
    for row in table.rows[:_LOOKED_AT]:
        if len(row) == len(table.columns):
            widest = max(widest, *map(_ems, _BREAKS.split(plain(row[place]))))
    return round(widest * _EM) + _MARGINS


@lru_cache(maxsize=10_000)
def _ems(word: str) -> float:
    """Return how wide a word is in Arial, in ems, near enough."""
    if len(word) > _WORD:
        return 0.0  # an address or the like: it is to be broken
    return sum(_EMS.get(letter, _CAPITAL if letter.isupper() else _SMALL) for letter in word)


def _fit(shares: list[float], whole: int) -> list[int]:
    """Divide a width by shares, to the last twentieth of a point."""
    total = sum(shares)
    edges = [round(whole * sum(shares[:n]) / total) for n in range(len(shares) + 1)]
    return [right - left for left, right in pairwise(edges)]
