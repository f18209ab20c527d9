"""A form for an office to a workbook: what is to be filled in is open, the rest is locked.

Words stay words: nothing a city writes becomes a formula. Cells to be filled in are text, so
that no spreadsheet makes a date of 1/2, or a hundred and twenty-three of 1,23, by the habits
of another country; what is typed is checked by formulas that know how Indonesians write.
"""

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from scmaster.render.row_height import height
from scmaster.render.validations import validation
from scmaster.requests import state
from scmaster.requests.form import (
    EXAMPLE,
    FIRST,
    GUIDE,
    HEAD,
    KEY,
    LISTS,
    STATE,
    Column,
    Form,
    Kind,
)
from scmaster.requests.form import Sheet as Asked
from scmaster.requests.showing import shown
from scmaster.source import package

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

SHOWN_EXAMPLE = "Contoh"
_DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""When every form was made, so that the same form makes the same bytes."""
_FONT = {"font_name": "Arial", "font_size": 10, "valign": "top", "text_wrap": True}
_LOCKED = {**_FONT, "border": 1, "bg_color": "#EFEFEF"}
_OPEN = {**_FONT, "border": 1, "bg_color": "#FFF8DC", "locked": False, "num_format": "@"}
_CLOSED = {**_LOCKED, "diag_type": 1, "diag_border": 1, "diag_color": "#808080"}
"""Of a cell where there is nothing to fill in: crossed out, also where there is no colour."""
_EXAMPLE = {**_FONT, "border": 1, "italic": True, "font_color": "#555555", "bg_color": "#FFFFFF"}
_TITLE = {**_FONT, "border": 1, "bold": True, "valign": "vcenter"}
_KEYS = 14
"""Characters of the first column, at most."""
_GUIDE = 78
_MARGIN_LETTERS = 70
"""Letters of a name at the top or the bottom of a page; a spreadsheet takes 255 in all."""
_ROOM = 3
"""Lines of a row with room for a sentence, at least."""
_PROTECTED = {"format_columns": True, "format_rows": True}
"""Who fills the form in may make room for what is written."""


def write(form: Form) -> bytes:
    """Write the workbook; the same form makes the same bytes."""
    from xlsxwriter import Workbook  # noqa: PLC0415  (70 ms, only for who asks for it)

    saved = io.BytesIO()
    workbook = Workbook(saved, {"in_memory": True})
    workbook.set_properties({"title": form.title, "author": "", "created": _DAY})
    _Book(workbook, form).write()
    workbook.close()
    return package.write(package.read(saved.getvalue()))


class _Book:
    """Writes one form."""

    def __init__(self, workbook: "Workbook", form: Form) -> None:
        self._workbook = workbook
        self._form = form
        self._looks: dict[tuple[tuple[str, Any], ...], Any] = {}
        self._lists: dict[tuple[tuple[str, str], ...], str] = {}

    def write(self) -> None:
        self._guide()
        choices = [c.choices for sheet in self._form.sheets for c in sheet.columns if c.choices]
        for place, listed in enumerate(dict.fromkeys(choices)):
            column = _letters(place)
            self._lists[listed] = f"='{LISTS}'!${column}$1:${column}${len(listed)}"
        for sheet in self._form.sheets:
            self._sheet(sheet)
        self._hidden(LISTS, [[label for _, label in listed] for listed in self._lists])
        self._hidden(STATE, [state.cells(self._form)])

    def _look(self, look: Mapping[str, Any], **more: Any) -> Any:  # noqa: ANN401  (XlsxWriter's)
        """Return a format; each is made once."""
        every = {**look, **more}
        key = tuple(sorted(every.items()))
        if key not in self._looks:
            self._looks[key] = self._workbook.add_format(every)
        return self._looks[key]

    def _guide(self) -> None:
        """Write the first sheet: headings and paragraphs."""
        form, sheet = self._form, self._workbook.add_worksheet(GUIDE)
        self._printed(sheet, GUIDE)
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, _GUIDE)
        plain = self._look(_FONT)
        sheet.write_string(0, 0, form.title, self._look(_FONT, bold=True, font_size=14))
        sheet.write_string(1, 0, form.office, self._look(_FONT, bold=True, font_size=12))
        row = 3
        for heading, paragraphs in form.guide:
            sheet.write_string(row, 0, heading, self._look(_FONT, bold=True))
            for paragraph in paragraphs:
                row += 1
                sheet.set_row(row, height([(paragraph, _GUIDE)]))
                sheet.write_string(row, 0, paragraph, plain)
            row += 2
        sheet.protect("", _PROTECTED)

    def _sheet(self, asked: Asked) -> None:
        """Write one sheet: its title, what it asks for, column titles, an example, rows."""
        sheet = self._workbook.add_worksheet(asked.title)
        self._printed(sheet, asked.title)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        big, small = {**_FONT, "text_wrap": False}, {**_FONT, "text_wrap": False, "italic": True}
        title = f"{asked.title} – {self._form.office}"
        sheet.write_string(0, 0, title, self._look(big, bold=True, font_size=13))
        sheet.write_string(1, 0, asked.opening, self._look(small))
        self._titles(sheet, asked)
        keys = min(
            _KEYS, max(len(key) for key in (SHOWN_EXAMPLE, *(r.key for r in asked.rows))) + 1
        )
        sheet.set_column(0, 0, keys)
        widths = [keys, *(column.width for column in asked.columns)]
        example = (SHOWN_EXAMPLE, *asked.example)
        sheet.set_row(EXAMPLE, height(zip(example, widths, strict=True)))
        for place, words in enumerate(example):
            sheet.write_string(EXAMPLE, place, words, self._look(_EXAMPLE))
        room = _ROOM if any(c.kind is Kind.LONG for c in asked.columns) else 1
        for number, row in enumerate(asked.rows, start=FIRST):
            said = (row.key, *((cell or "") for cell in row.cells))
            sheet.set_row(number, height(zip(said, widths, strict=True), room))
            sheet.write_string(number, 0, row.key, self._look(_LOCKED))
            for place, (cell, column) in enumerate(zip(row.cells, asked.columns, strict=True), 1):
                self._cell(sheet, (number, place), cell, column)
        last = FIRST + len(asked.rows) - 1
        for place, column in enumerate(asked.columns, start=1):
            if column.answer:
                rule = validation(
                    column, f"{_letters(place)}{FIRST + 1}", self._lists.get(column.choices)
                )
                sheet.data_validation(FIRST, place, last, place, rule)
        everywhere = f"A1:{_letters(len(asked.columns))}{last + 1}"
        sheet.ignore_errors({"number_stored_as_text": everywhere})
        sheet.freeze_panes(EXAMPLE, 2)
        sheet.repeat_rows(HEAD)
        sheet.protect("", _PROTECTED)

    def _titles(self, sheet: "Worksheet", asked: Asked) -> None:
        titles = [(f"{column.title} *", column.width - 2) for column in asked.columns]
        sheet.set_row(HEAD, height(titles))
        sheet.write_string(HEAD, 0, KEY, self._look(_TITLE, bg_color="#D9D9D9"))
        for place, column in enumerate(asked.columns, start=1):
            sheet.set_column(place, place, column.width)
            title = f"{column.title} *" if column.needed else column.title
            colour = "#F2D57E" if column.answer else "#D9D9D9"
            sheet.write_string(HEAD, place, title, self._look(_TITLE, bg_color=colour))
            if column.note:
                needed = " Wajib bila barisnya diisi." if column.needed else ""
                size = {"x_scale": 2.2, "y_scale": 1.2, "font_name": "Arial", "font_size": 9}
                sheet.write_comment(HEAD, place, column.note + needed, {"author": "", **size})

    def _cell(
        self, sheet: "Worksheet", at: tuple[int, int], cell: str | None, column: Column
    ) -> None:
        if cell is None:
            sheet.write_blank(*at, None, self._look(_CLOSED))
            return
        if not column.answer:
            sheet.write_string(*at, cell, self._look(_LOCKED))
            return
        words = shown(column, cell)
        if words:
            sheet.write_string(*at, words, self._look(_OPEN))
        else:
            sheet.write_blank(*at, None, self._look(_OPEN))

    def _hidden(self, name: str, columns: list[Any]) -> None:
        """Write columns of words to a sheet that nobody sees."""
        sheet = self._workbook.add_worksheet(name)
        for place, column in enumerate(columns):
            for row, words in enumerate(column):
                sheet.write_string(row, place, words)
        sheet.very_hidden()
        sheet.protect()

    def _printed(self, sheet: "Worksheet", title: str) -> None:
        """Say how the sheet comes out of a printer."""
        sheet.set_paper(9)  # A4
        sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
        name = _margin(self._form.office)
        sheet.set_header(f"&L&8 {_margin(title)} – {name}&R&8 {_margin(self._form.title)}")
        sheet.set_footer(f"&L&8 {_margin(self._form.submission)}&R&8Halaman &P dari &N")


def _letters(place: int) -> str:
    """Return what a column is called, counted from nought."""
    from xlsxwriter.utility import xl_col_to_name  # noqa: PLC0415  (see write)

    return str(xl_col_to_name(place))


def _margin(text: str) -> str:
    """Escape for a header or a footer, where & is a command."""
    return " ".join(text.split())[:_MARGIN_LETTERS].replace("&", "&&")
