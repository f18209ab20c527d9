"""Tables of the dashboard to HTML: sorted by a click, read as cards on a telephone."""

from collections.abc import Iterator, Sequence

from scmaster.dashboard.page import Cell, Column, Matrix, Row, Table
from scmaster.render.blocks import NOTHING
from scmaster.render.html_text import attr, esc
from scmaster.render.site_text import SiteText


def table(held: Table, texts: SiteText, heading: str = "") -> Iterator[str]:
    """Write a table; its roles are named, because cards on a telephone are no table to CSS.

    A caption that says what the `heading` above it says is for those who do not see both.
    """
    grouped = any(len(row) == 1 for row in held.rows) and len(held.columns) > 1
    sortable = not held.fixed and not grouped and len(held.rows) > 1
    kind = ' class="urut saring"' if held.searched else ' class="urut"'
    kind = kind if sortable else ""
    hidden = ' class="tersembunyi"' if held.caption == heading else ""
    yield f'<table{kind} role="table">\n<caption{hidden}>{esc(held.caption)}</caption>\n'
    heads = "".join(_head(column) for column in held.columns)
    yield f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>\n<tbody role="rowgroup">\n'
    if not held.rows:
        yield f'<tr role="row"><td role="cell" colspan="{len(held.columns)}">{NOTHING}</td></tr>\n'
    for row in held.rows:
        yield from _row(held.columns, row, texts)
    yield "</tbody></table>\n"


def _head(column: Column) -> str:
    kind = ' class="angka"' if column.number else ""
    pick = " data-pilih" if column.choice else ""
    return f'<th scope="col" role="columnheader"{kind}{pick}>{esc(column.title)}</th>'


def _row(columns: Sequence[Column], row: Row, texts: SiteText) -> Iterator[str]:
    if len(row) == 1 and len(columns) > 1:
        title = texts.cell(row[0])
        yield (
            f'<tr role="row" class="kelompok"><th role="rowheader" scope="rowgroup"'
            f' colspan="{len(columns)}">{title}</th></tr>\n'
        )
        return
    cells = [_cell(column, cell, texts) for column, cell in zip(columns[1:], row[1:], strict=True)]
    kind = ' class="angka"' if columns[0].number else ""
    first = f'<th role="rowheader" scope="row"{kind}>{texts.cell(row[0])}</th>'
    yield f'<tr role="row">{first}{"".join(cells)}</tr>\n'


def _cell(column: Column, cell: Cell, texts: SiteText) -> str:
    kind = ' class="angka"' if column.number else ' class="tempat"' if column.place else ""
    label = f' data-judul="{attr(column.title)}"'
    words = texts.cell(cell)
    words = words.replace("/", "/<wbr>") if column.place else words
    return f'<td role="cell"{kind}{label}>{words}</td>'


def matrix(held: Matrix, texts: SiteText) -> Iterator[str]:
    """Write a risk matrix: each field says its level in figures and words, not by colour alone."""
    yield f'<table class="matriks">\n<caption>{esc(held.caption)}</caption>\n'
    heads = "".join(f'<th scope="col">{esc(title)}</th>' for title in held.columns)
    yield f"<thead><tr><td></td>{heads}</tr></thead>\n<tbody>\n"
    for title, fields in held.rows:
        cells = ""
        for field in fields:
            inside = ", ".join(texts.cell(said) for said in field.inside) or "–"
            words = f"tingkat {field.level}" + (f", {field.words}" if field.words else "")
            cells += (
                f'<td class="t{field.level}"><strong>{inside}</strong>'
                f"<br><small>{esc(words)}</small></td>"
            )
        yield f'<tr><th scope="row">{esc(title)}</th>{cells}</tr>\n'
    yield "</tbody></table>\n"
