"""What somebody has filled into a form: the cells that are no longer as they were at issue."""

from collections.abc import Iterator
from dataclasses import dataclass

from scmaster.diagnostics import Diagnostic, Severity
from scmaster.exchange import typed, workbook
from scmaster.exchange.layout import Laid, said_at
from scmaster.exchange.marks import Place, letters
from scmaster.exchange.numbers import Writing
from scmaster.exchange.workbook import Cell, Workbook
from scmaster.requests.form import Column, Kind, Row, Sheet
from scmaster.requests.showing import shown

_FIGURES = frozenset({Kind.NUMBER, Kind.PERCENT, Kind.WHOLE, Kind.RUPIAH, Kind.YEAR})
_YES = {"ya": "ya", "true": "ya", "tidak": "tidak", "false": "tidak"}


@dataclass(frozen=True)
class Answer:
    """One cell that was filled in, changed or emptied."""

    sheet: Sheet
    row: Row
    column: Column
    place: Place
    where: str
    """lembar Indikator, sel E7"""
    now: str
    """What YAML is to have; empty where the cell was emptied."""

    @property
    def was(self) -> str:
        """What YAML had when the form was made."""
        return self.row.cells[self.sheet.columns.index(self.column)] or ""

    @property
    def key(self) -> str:
        """What no two cells of a form share."""
        return f"{self.sheet.key}/{self.row.key}/{self.column.key}"


def answers_of(
    book: Workbook, laid: Laid, writing: Writing = None
) -> tuple[list[Answer], list[Diagnostic]]:
    """Return the cells of a sheet that differ from the form's, and what cannot be taken.

    `writing` says how numbers are written, where that is settled.
    """
    made: list[Answer] = []
    found = list(_around(book, laid))
    merged = {place for place, _ in _merged(laid)}
    for row in laid.sheet.rows:
        for number, column in enumerate(laid.sheet.columns):
            if row.key not in laid.rows or column.key not in laid.columns or not column.answer:
                continue
            cell, place = laid.at(row, column), laid.place(row, column)
            was = row.cells[number]
            if was is None:
                found += [_not_asked(book, laid, place)] if cell else []
                continue
            if place in merged or _untouched(column, was, cell):
                continue
            now, said = typed.taken(book, laid.on, cell, column.kind, column.choices, writing)
            found += said
            if now is None or same(column.kind, was, now):
                continue
            where = workbook.at(laid.on, place)
            made.append(Answer(laid.sheet, row, column, place, where, now))
            if place[0] in laid.on.hidden_rows or place[1] in laid.on.hidden_columns:
                message = f"{where}: isian ini disembunyikan; tetap diambil"
                found.append(said_at(book, "SCM904", Severity.WARNING, place, message))
    return made, found


def _untouched(column: Column, was: str, cell: Cell | None) -> bool:
    """Tell whether a cell still shows what it did at issue: `1,234` is then no riddle."""
    if cell is None:
        return not was
    return not cell.formula and typed.cleaned(cell.text) == typed.cleaned(shown(column, was))


def same(kind: Kind, one: str, other: str) -> bool:
    """Tell whether two texts of YAML mean the same in a field of a kind."""
    return meaning(kind, one) == meaning(kind, other)


def meaning(kind: Kind, text: str) -> str:
    """Return a text by which values of a kind compare: 27.50 is 27.5, `true` is `ya`."""
    if kind in _FIGURES:
        try:
            return repr(float(text))  # a spreadsheet keeps fifteen digits
        except ValueError:
            return text
    if kind is Kind.YES_NO:
        return _YES.get(text.lower(), text)
    return typed.cleaned(text, lines=kind is Kind.LONG)


def _not_asked(book: Workbook, laid: Laid, place: Place) -> Diagnostic:
    message = f"{workbook.at(laid.on, place)}: di sel ini tidak ada yang ditanyakan; tidak diambil"
    return said_at(book, "SCM915", Severity.WARNING, place, message)


def _around(book: Workbook, laid: Laid) -> Iterator[Diagnostic]:
    """Yield what stands in a sheet beside plain cells, where it touches answers."""
    told = set()
    for place, (first, last) in _merged(laid):
        if first not in told:
            told.add(first)
            end = f"{letters(last[1])}{last[0]}"
            message = f"{workbook.at(laid.on, first)}:{end}: sel digabung; isinya tidak diambil"
            hint = "pisahkan lagi selnya, lalu isi sel yang dimaksud"
            yield said_at(book, "SCM903", Severity.ERROR, place, message, hint)
    if laid.on.pictures:
        message = f"lembar {laid.on.title}: gambar tidak diambil"
        hint = "kirim gambarnya sebagai berkas"
        yield said_at(book, "SCM905", Severity.WARNING, (1, 1), message, hint)
    for place in sorted(laid.on.comments):
        if place[0] in laid.rows.values():  # those on titles are the form's own
            message = f"{workbook.at(laid.on, place)}: komentar pada sel tidak diambil"
            hint = "baca komentarnya, lalu tulis yang perlu di selnya"
            yield said_at(book, "SCM905", Severity.WARNING, place, message, hint)
    if laid.on.state != "visible":
        message = f"lembar {laid.on.title} disembunyikan; tetap diambil"
        yield said_at(book, "SCM904", Severity.WARNING, (1, 1), message)


def _merged(laid: Laid) -> Iterator[tuple[Place, tuple[Place, Place]]]:
    """Yield the answer cells that lie in a merged range, and the range."""
    columns = {c.key for c in laid.sheet.columns if c.answer}
    places = [
        (row, column)
        for row in laid.rows.values()
        for key, column in laid.columns.items()
        if key in columns
    ]
    for first, last in laid.on.merged:
        for row, column in places:
            if first[0] <= row <= last[0] and first[1] <= column <= last[1]:
                yield (row, column), (first, last)
