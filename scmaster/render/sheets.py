"""A manuscript's tables to a workbook: a sheet each, behind a list of what there is.

Words stay words: nothing a city writes becomes a formula, a date or a link by its looks.
"""

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from scmaster.render.addresses import address, printed
from scmaster.render.amounts import amount
from scmaster.render.blocks import NOTHING, Cell, Column, Table
from scmaster.render.claims import MARK
from scmaster.render.document import Cover
from scmaster.render.manuscript import Manuscript
from scmaster.render.numbering import Label
from scmaster.render.row_height import height
from scmaster.source import package

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

CONTENTS = "Daftar Isi"
HEAD = 3
"""Rows above the first row of data: title, way back, column titles."""
LONGEST = 32_767
"""Characters in a cell, as Excel counts them: in UTF-16."""
_CUT = " … (terpotong; lengkapnya di dokumen)"
_LONGEST_ADDRESS = 2_079
_LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_WIDE = 130
"""Characters over all columns: what fits across a landscape page."""
_NARROWEST, _WIDEST = 8, 70
_LONGEST_MARGIN = 255
_USUAL_DAY = datetime(2000, 1, 1, tzinfo=UTC)
_MISSING = "Belum Ada"

Look = tuple[tuple[str, Any], ...]
"""Properties of XlsxWriter's format."""


def tables(manuscript: Manuscript) -> list[tuple[Table, Label]]:
    """Return the tables that have a caption, which are those a sheet is made of."""
    labels = manuscript.outline.labels
    return [
        (block, labels[index])
        for index, block in enumerate(manuscript.blocks)
        if isinstance(block, Table) and index in labels
    ]


def write(manuscript: Manuscript) -> bytes:
    """Write the workbook; the same manuscript makes the same bytes."""
    from xlsxwriter import Workbook  # noqa: PLC0415  (70 ms, only for who asks for it)

    saved = io.BytesIO()
    workbook = Workbook(saved, {"in_memory": True})
    _Book(workbook, manuscript.cover).write(tables(manuscript))
    workbook.close()
    return package.write(package.read(saved.getvalue()))


class _Book:
    """Writes one workbook."""

    def __init__(self, workbook: "Workbook", cover: Cover) -> None:
        self._workbook = workbook
        self._cover = cover
        self._looks: dict[Look, Any] = {}
        self._workbook.set_properties(
            {
                "title": _line(cover.title, _LONGEST_MARGIN),
                "subject": _line(cover.subject, _LONGEST_MARGIN),
                "author": _line(cover.office, _LONGEST_MARGIN),
                "created": _day(cover.date),
            }
        )

    def write(self, shown: list[tuple[Table, Label]]) -> None:
        names = list(_names([label for _, label in shown]))
        self._front(shown, names)
        for (table, label), name in zip(shown, names, strict=True):
            self._sheet(table, label, name)

    def _look(self, **properties: Any) -> Any:  # noqa: ANN401  (XlsxWriter's own)
        """Return a format; each is made once."""
        every = {"font_name": "Arial", "font_size": 10, "valign": "top", **properties}
        key = tuple(sorted(every.items()))
        if key not in self._looks:
            self._looks[key] = self._workbook.add_format(every)
        return self._looks[key]

    def _front(self, shown: list[tuple[Table, Label]], names: list[str]) -> None:
        """Write the first sheet: what the cover says, and a way to every table."""
        cover = self._cover
        sheet = self._workbook.add_worksheet(CONTENTS)
        self._printed(sheet, cover.title)
        sheet.set_column(0, 0, 14)
        sheet.set_column(1, 1, 90)
        sheet.write_string(0, 0, _line(cover.title), self._look(bold=True, font_size=14))
        said = (cover.draft, cover.subtitle, cover.city, cover.year, cover.office)
        row = 1
        for words in filter(None, said):
            bold = words == cover.draft
            sheet.write_string(row, 0, _line(words), self._look(bold=bold))
            row += 1
        row += 1
        blue = self._look(font_color="#0B4A8F", underline=1, text_wrap=True)
        for (_, label), name in zip(shown, names, strict=True):
            place = f"internal:{_quoted(name)}!A1"
            sheet.write_url(row, 0, place, blue, _line(label.number))
            sheet.write_url(row, 1, place, blue, _line(label.text))
            row += 1

    def _sheet(self, table: Table, label: Label, name: str) -> None:
        sheet = self._workbook.add_worksheet(name)
        title = _line(f"{label.number} {label.text}")
        self._printed(sheet, title)
        stamped = f"{_line(self._cover.draft)} · {title}" if self._cover.draft else title
        sheet.write_string(0, 0, stamped, self._look(bold=True, font_size=12))
        back = self._look(font_color="#0B4A8F", underline=1)
        sheet.write_url(1, 0, f"internal:{_quoted(CONTENTS)}!A1", back, "Kembali ke daftar isi")
        head = self._look(bold=True, border=1, bg_color="#EDEDED", text_wrap=True)
        widths = _widths(table.columns)
        titles = [_whole(column.title) for column in table.columns]
        sheet.set_row(HEAD - 1, height(zip(titles, widths, strict=True)))
        for place, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
            sheet.set_column(place, place, width)
            sheet.write_string(HEAD - 1, place, _whole(column.title), head)
        rows = table.rows or ((NOTHING,),)
        for number, row in enumerate(rows):
            total = table.total and number == len(rows) - 1
            sheet.set_row(HEAD + number, _row_height(row, widths))
            self._row(sheet, HEAD + number, table, row, total=total)
        sheet.freeze_panes(HEAD, 0)
        sheet.repeat_rows(HEAD - 1)
        sheet.autofilter(HEAD - 1, 0, HEAD - 1 + len(rows), len(table.columns) - 1)

    def _row(
        self, sheet: "Worksheet", at: int, table: Table, row: tuple[Cell, ...], *, total: bool
    ) -> None:
        if len(table.columns) > 1 and len(row) == 1:
            look = self._look(bold=bool(table.rows), top=1, bottom=1, bg_color="#F7F7F7")
            sheet.write_string(at, 0, _whole(_words(row[0])), look)
            for place in range(1, len(table.columns)):
                sheet.write_blank(at, place, None, look)
            return
        for place, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
            self._cell(sheet, at, place, cell, column, total=total)

    def _cell(  # noqa: PLR0913  (a cell, its place and its looks)
        self,
        sheet: "Worksheet",
        at: int,
        place: int,
        cell: Cell,
        column: Column,
        *,
        total: bool,
    ) -> None:
        looks: dict[str, Any] = {"border": 1, "text_wrap": True, "bold": total}
        looks["align"] = column.align
        words, url = _whole(_words(cell)), _address(cell)
        # Only a column of figures holds figures: "2024" elsewhere is a year or a code.
        bare, mark = _parted(cell)
        value = amount(bare) if column.align == "right" else None
        if value is not None:
            shown = f'{value.format}"{mark}"' if mark else value.format
            look = self._look(**{**looks, "num_format": shown, "text_wrap": False})
            sheet.write_number(at, place, value.value, look)
        elif url:
            look = self._look(**looks, font_color="#0B4A8F", underline=1)
            sheet.write_url(at, place, url, look, words)
        elif words:
            red = {"font_color": "#A01C1C", "italic": True} if _is_missing(cell) else {}
            sheet.write_string(at, place, words, self._look(**looks, **red))
        else:
            sheet.write_blank(at, place, None, self._look(**looks))

    def _printed(self, sheet: "Worksheet", title: str) -> None:
        """Say how the sheet comes out of a printer."""
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
        stamp = f"&R&B{_margin(self._cover.draft, 60)}" if self._cover.draft else ""
        sheet.set_header(f"&L&8{_margin(title, 90)}&8{stamp}")
        sheet.set_footer(f"&L&8{_margin(self._cover.city, 90)}&R&8Halaman &P dari &N")


def _names(labels: list[Label]) -> Iterator[str]:
    """Name the sheets: number and caption, as far as Excel takes it, each only once."""
    used = {CONTENTS.casefold()}
    for label in labels:
        whole = f"{label.number.removeprefix('Tabel ')} {label.text}"
        base = " ".join(_FORBIDDEN.sub(" ", whole).split())
        name, again = _short(base, _LONGEST_NAME), 1
        while name.casefold() in used:
            again += 1
            name = f"{_short(base, _LONGEST_NAME - len(str(again)) - 1)} {again}"
        used.add(name.casefold())
        yield name


def _short(text: str, length: int) -> str:
    return _cut(text, length).strip("' ")


def _quoted(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"


def _widths(columns: tuple[Column, ...]) -> list[float]:
    whole = sum(column.width for column in columns)
    return [max(_NARROWEST, min(_WIDEST, _WIDE * c.width / whole)) for c in columns]


def _row_height(row: tuple[Cell, ...], widths: list[float]) -> int:
    """Make room for what wraps; a row of one cell reaches over all columns."""
    room = [sum(widths)] if len(row) == 1 else widths
    return height(zip(map(_words, row), room, strict=True))


def _words(cell: Cell) -> str:
    """Return what a cell says, addresses too: each on a line below its words."""
    if isinstance(cell, str):
        return cell
    said = []
    for run in cell:
        shown = printed(run.url)
        alone = not run.text or run.text in {run.url, shown}
        said.append(run.text if not run.url else shown if alone else f"{run.text}\n{shown}")
        if run.note:
            said.append(f" [{_words(run.note)}]")
    return "".join(said)


def _parted(cell: Cell) -> tuple[str, str]:
    """Return what a cell says, and the number of the claim behind it."""
    if isinstance(cell, str) or len(cell) != 2 or cell[1].style != MARK:  # noqa: PLR2004  (both)
        return _words(cell), ""
    return _words(cell[:1]), cell[1].text


def _address(cell: Cell) -> str:
    """Return where a cell leads to, if it is to one place: a cell has one link."""
    found = [] if isinstance(cell, str) else [address(run.url) for run in cell if run.url]
    usable = [url for url in found if url and len(url) <= _LONGEST_ADDRESS]
    return usable[0] if len(found) == len(usable) == 1 else ""


def _is_missing(cell: Cell) -> bool:
    return not isinstance(cell, str) and bool(cell) and all(r.style == _MISSING for r in cell)


def _line(text: str, length: int = LONGEST) -> str:
    return _cut(" ".join(text.split()), length)


def _whole(text: str) -> str:
    """Return the text, or as much as a cell holds with a word that there is more."""
    return text if _length(text) <= LONGEST else _cut(text, LONGEST - len(_CUT)) + _CUT


def _length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _cut(text: str, length: int) -> str:
    """Take the beginning, of so many of UTF-16's units, without half a letter at its end."""
    return text.encode("utf-16-le")[: length * 2].decode("utf-16-le", "ignore")


def _margin(text: str, length: int) -> str:
    """Escape for a header or a footer, where & is a command; a digit would join one."""
    return " " + _line(text, length).replace("&", "&&")


def _day(date: str) -> datetime:
    try:
        return datetime.strptime(date, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        return _USUAL_DAY
