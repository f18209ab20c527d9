"""Tables to HTML: a caption above, headings that say what they head, a box to scroll in."""

import re
from collections.abc import Iterator

from scmaster.render.blocks import NOTHING, Cell, Column, Table, plain
from scmaster.render.html_text import TextWriter, attr, esc
from scmaster.render.numbering import Label

_ROOM = 6.5
"""How wide a column of a data table is at the least on average, in ems: else it scrolls."""
_FEW = 3
"""As many columns fit on a telephone."""
_SIDES = {"right": "kanan", "center": "tengah"}
_MUCH = 120
"""A cell of more letters wants a column of some width to be read in."""
_LONG = re.compile(r"[^\s/-]{25}")
"""A word, or an address, that is to be broken; others keep their column wide enough."""


def write(table: Table, label: Label | None, texts: TextWriter) -> Iterator[str]:
    """Write a table; `label` is its number and place, where it has a caption."""
    if not table.rows and not table.head:
        return
    count = len(table.columns)
    kind = "polos" if not table.lines else "data" if table.head else "lembar"
    kind += " kecil" * table.small
    room = f' style="min-width:{count * _ROOM:g}em"' if count > _FEW else ""
    wide = count > _FEW or label is not None
    name = attr(label.text if label else table.description or "Tabel")
    box = f' role="group" aria-label="{name}" tabindex="0"' if wide else ""
    yield f'<div class="gulir"{box}>\n'
    about = "" if label or not table.description else f' aria-label="{attr(table.description)}"'
    yield f'<table class="{kind}"{about}{room}>\n'
    if label:
        yield _caption(table, label)
    yield _widths(table.columns)
    if table.head:
        titles = "".join(map(_title, table.columns))
        yield f"<thead><tr>{titles}</tr></thead>\n"
    yield from _body(table, texts)
    yield "</table></div>\n"


def _caption(table: Table, label: Label) -> str:
    more = ""
    if table.description and table.description != label.text:
        more = f'<span class="tersembunyi"> {esc(table.description)}</span>'
    number = f'<span class="nomor">{esc(label.number)}</span> '
    return f'<caption id="{label.anchor}"><span>{number}{esc(label.text)}</span>{more}</caption>\n'


def _title(column: Column) -> str:
    tag = "th" if column.title else "td"  # a heading without words heads nothing
    scope = ' scope="col"' if column.title else ""
    return f"<{tag}{scope}{_looks(column)}>{esc(column.title)}</{tag}>"


def _widths(columns: tuple[Column, ...]) -> str:
    whole = sum(column.width for column in columns)
    shares = "".join(f'<col style="width:{c.width / whole:.1%}">' for c in columns)
    return f"<colgroup>{shares}</colgroup>\n"


def _body(table: Table, texts: TextWriter) -> Iterator[str]:
    """Write the rows; a group's title begins a body of its own, which it heads."""
    count = len(table.columns)
    yield "<tbody>\n"
    if not table.rows:
        yield f'<tr><td colspan="{count}">{NOTHING}</td></tr>\n'
    last = len(table.rows) - 1
    for number, row in enumerate(table.rows):
        if count > 1 and len(row) == 1:
            begun = "</tbody><tbody>\n" if number else ""
            title = texts.cell(row[0])
            yield f'{begun}<tr><th colspan="{count}" scope="rowgroup">{title}</th></tr>\n'
            continue
        total = ' class="jumlah"' if table.total and number == last else ""
        yield f"<tr{total}>{''.join(_cells(table, row, texts))}</tr>\n"
    yield "</tbody>\n"


def _cells(table: Table, row: tuple[Cell, ...], texts: TextWriter) -> Iterator[str]:
    for place, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
        if place == 0 and not table.head and table.lines:
            yield f'<th scope="row">{texts.cell(cell)}</th>'
        else:
            yield f"<td{_looks(column, cell)}>{texts.cell(cell)}</td>"


def _looks(column: Column, cell: Cell = "") -> str:
    """Return the classes of a cell: how it aligns, and whether its words may be broken."""
    kinds = [_SIDES[column.align]] if column.align in _SIDES else []
    if _LONG.search(plain(cell)) or (not isinstance(cell, str) and any(r.url for r in cell)):
        kinds.append("pecah")
    if len(plain(cell)) > _MUCH:
        kinds.append("panjang")
    return f' class="{" ".join(kinds)}"' if kinds else ""
