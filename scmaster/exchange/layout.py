"""Where the cells of a form stand in the workbook that came back, whatever was moved in it.

A cell is taken only where it is certain which one it is: its row by the key in the first
column, its column by the title above. What is not certain is said and left.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from scmaster.diagnostics import Diagnostic, Severity
from scmaster.exchange import workbook
from scmaster.exchange.marks import Place, letters
from scmaster.exchange.typed import cleaned
from scmaster.exchange.workbook import Cell, Workbook
from scmaster.requests.form import (
    EXAMPLE,
    FIRST,
    GUIDE,
    HEAD,
    KEY,
    LISTS,
    MADE,
    STATE,
    Column,
    Form,
    Fresh,
    Item,
    Row,
    Sheet,
    Target,
)

CODES = {
    "SCM912": """Lembar formulir yang hilang, diganti namanya, atau ditambahkan.

Lembar yang diganti namanya dikenali dari kode barisnya dan tetap diambil. Isi lembar tambahan tidak
diambil, karena tidak diketahui untuk apa.

Kembalikan nama lembarnya; pindahkan isi lembar tambahan ke lembar yang sesuai.
""",
    "SCM913": """Kolom formulir yang hilang, dipindah, atau ditambahkan.

Kolom yang dipindah dikenali dari judulnya dan tetap diambil. Kolom yang judulnya hilang atau ada
dua tidak diambil, begitu juga kolom tambahan.

Kembalikan judul kolomnya seperti semula, atau salin isiannya ke formulir asli.
""",
    "SCM914": """Baris formulir yang hilang, disalin, atau tidak dikenali.

Baris dikenali dari kodenya di kolom pertama. Baris yang dihapus tidak mengubah apa pun. Dua baris
dengan kode yang sama dan isi yang berbeda tidak diambil.

Pakai baris kosong di bawahnya untuk isian baru; jangan menyalin baris.
""",
    "SCM915": """Sel terkunci yang berubah.

Teks yang dikunci hanya untuk dibaca; perubahannya tidak diambil. Bila teks itu milik baris lain,
barisnya mungkin tertukar saat diurutkan, sehingga isiannya tidak diambil.

Kembalikan urutan barisnya, atau salin isiannya ke formulir asli.
""",
}
_LOOKED_AT = 30
"""Rows from the top among which the titles are looked for."""
_EXAMPLE = "contoh"
_ENOUGH = 0.5
"""The share of a sheet's titles, or keys, that has to be there to know it by them."""


@dataclass(frozen=True)
class Laid:
    """A sheet of the form, and where its rows and columns stand in the workbook."""

    sheet: Sheet
    """With rows added that somebody has written below the last."""
    on: workbook.Sheet
    columns: dict[str, int]
    """By the key of the column."""
    rows: dict[str, int]
    """By the key of the row; those that cannot be taken are left out."""
    found: tuple[Diagnostic, ...] = field(default=())

    def at(self, row: Row, column: Column) -> Cell | None:
        """Return the cell of a row below a title."""
        return self.on.at(self.rows[row.key], self.columns[column.key])

    def place(self, row: Row, column: Column) -> Place:
        """Return where that cell is."""
        return self.rows[row.key], self.columns[column.key]


def laid_out(book: Workbook, form: Form) -> tuple[list[Laid], list[Diagnostic]]:
    """Return where each sheet of a form is in a workbook, and what was moved or is gone."""
    made: list[Laid] = []
    found: list[Diagnostic] = []
    taken = {GUIDE, STATE, LISTS}
    for sheet in form.sheets:
        on, said = _sheet(book, sheet, taken, {s.title for s in form.sheets})
        found += said
        if on is None:
            continue
        taken.add(on.title)
        laid, said = _laid(book, sheet, on)
        found += said
        made += [laid] if laid else []
    for other in book.sheets:
        if other.title not in taken and other.cells:
            message = f"lembar {other.title} bukan bagian formulir; isinya tidak diambil"
            found.append(said_at(book, "SCM912", Severity.WARNING, (1, 1), message))
    return made, found


def said_at(  # noqa: PLR0913, PLR0917  (what a finding is made of)
    book: Workbook, code: str, level: Severity, place: Place, message: str, hint: str = ""
) -> Diagnostic:
    """Return a finding at a cell."""
    return Diagnostic(code, level, workbook.span(book, place), message, hint)


def _sheet(
    book: Workbook, sheet: Sheet, taken: set[str], titles: set[str]
) -> tuple[workbook.Sheet | None, list[Diagnostic]]:
    """Return the sheet of a workbook that a sheet of the form is: by name, else by its cells."""
    if on := book.sheet(sheet.title):
        return on, []
    free = [on for on in book.sheets if on.title not in taken | titles and _alike(on, sheet)]
    if len(free) != 1:
        message = f"lembar {sheet.title} tidak ada di berkas ini; isinya tidak diambil"
        hint = "kembalikan nama lembarnya" if free else ""
        return None, [said_at(book, "SCM912", Severity.WARNING, (1, 1), message, hint)]
    message = f"lembar {sheet.title} diganti namanya menjadi {free[0].title}; tetap diambil"
    return free[0], [said_at(book, "SCM912", Severity.WARNING, (1, 1), message)]


def _alike(on: workbook.Sheet, sheet: Sheet) -> bool:
    """Tell whether a sheet has the titles and the keys of one of the form."""
    head = _head(on, sheet)
    if head is None:
        return False
    keys = {_text(on, row, 1) for row in range(head + 1, on.last[0] + 1)}
    known = sum(1 for row in sheet.rows if row.key in keys)
    return known > len(sheet.rows) * _ENOUGH


def _laid(book: Workbook, sheet: Sheet, on: workbook.Sheet) -> tuple[Laid | None, list[Diagnostic]]:
    head = _head(on, sheet)
    if head is None:
        message = f"lembar {on.title}: judul kolomnya hilang; isinya tidak diambil"
        return None, [said_at(book, "SCM913", Severity.ERROR, (HEAD + 1, 1), message)]
    columns, found = _columns(book, sheet, on, head)
    key = columns.pop(KEY, None)
    if key is None:
        message = f"lembar {on.title}: kolom {KEY} hilang; isinya tidak diambil"
        return None, [*found, said_at(book, "SCM913", Severity.ERROR, (head, 1), message)]
    rows, grown, said = _rows(book, Laid(sheet, on, columns, {}), head, key)
    sheet = replace(sheet, rows=(*sheet.rows, *grown))
    laid = Laid(sheet, on, columns, rows)
    locked = list(_locked(book, laid))
    confused = {row for row, _ in locked if row}
    kept = {name: at for name, at in rows.items() if name not in confused}
    return replace(laid, rows=kept), [*found, *said, *(d for _, d in locked)]


def _head(on: workbook.Sheet, sheet: Sheet) -> int | None:
    """Return the row that the titles stand in."""
    wanted = {_folded(title) for title in _titles(sheet)}
    best, most = None, len(wanted) * _ENOUGH
    for row in (HEAD + 1, *range(1, _LOOKED_AT + 1)):
        there = {_folded(_text(on, row, column)) for column in range(1, on.last[1] + 1)}
        if len(there & wanted) > most:
            best, most = row, len(there & wanted)
    return best


def _titles(sheet: Sheet) -> list[str]:
    return [KEY, *(column.title for column in sheet.columns)]


def _columns(
    book: Workbook, sheet: Sheet, on: workbook.Sheet, head: int
) -> tuple[dict[str, int], list[Diagnostic]]:
    """Return where each column is, that of the rows' keys among them."""
    keys = [KEY, *(column.key for column in sheet.columns)]
    titles = [_folded(title) for title in _titles(sheet)]
    there = [_folded(_text(on, head, column)) for column in range(1, on.last[1] + 1)]
    if there[: len(titles)] == titles:
        made, found = {key: at for at, key in enumerate(keys, start=1)}, list[Diagnostic]()
    else:
        made, found = {}, []
        for at, (key, title) in enumerate(zip(keys, titles, strict=True), start=1):
            column, said = _column(book, on, head, (at, title), there)
            found += said
            if column:
                made[key] = column
    below = {column for row, column in on.cells if row >= head}
    for at in sorted(below):
        if at not in made.values():
            where = f"lembar {on.title}, kolom {letters(at)}"
            message = f"{where}: bukan bagian formulir; isinya tidak diambil"
            found.append(said_at(book, "SCM913", Severity.WARNING, (head, at), message))
    return made, found


def _column(
    book: Workbook, on: workbook.Sheet, head: int, wanted: tuple[int, str], there: list[str]
) -> tuple[int | None, list[Diagnostic]]:
    """Return where one title stands: where it was, else where it is alone."""
    at, title = wanted
    places = [place for place, other in enumerate(there, start=1) if other == title]
    if len(places) == 1:
        if places[0] == at:
            return at, []
        message = (
            f"lembar {on.title}: kolom '{title}' dipindah dari {letters(at)}"
            f" ke {letters(places[0])}; tetap diambil"
        )
        place = (head, places[0])
        return places[0], [said_at(book, "SCM913", Severity.WARNING, place, message)]
    fault = "ada dua" if places else "hilang atau diganti"
    message = f"lembar {on.title}: judul kolom '{title}' {fault}; isinya tidak diambil"
    hint = "kembalikan judul kolomnya seperti semula"
    return None, [said_at(book, "SCM913", Severity.ERROR, (head, at), message, hint)]


def _rows(
    book: Workbook, laid: Laid, head: int, key: int
) -> tuple[dict[str, int], list[Row], list[Diagnostic]]:
    """Return where each row is, the rows that were added below, and what is wrong with any."""
    on, sheet = laid.on, laid.sheet
    known = {row.key for row in sheet.rows}
    answers = [laid.columns[c.key] for c in sheet.columns if c.answer and c.key in laid.columns]
    places: dict[str, list[int]] = {}
    found: list[Diagnostic] = []
    grown: list[Row] = []
    made: dict[str, int] = {}
    for number in range(head + 1, on.last[0] + 1):
        name = _text(on, number, key)
        if name in known:
            places.setdefault(name, []).append(number)
        elif number == head + EXAMPLE - HEAD or _folded(name) == _EXAMPLE:
            continue
        elif any(on.at(number, column) for column in answers):
            more = None if name else _grown(sheet, len(grown))
            if more:
                grown.append(more)
                made[more.key] = number
            else:
                found.append(_unknown(book, on, number, key, name))
    for row in sheet.rows:
        at = places.get(row.key, [])
        if not at:
            message = f"lembar {on.title}: baris {row.key} dihapus; tidak ada yang diubah karenanya"
            found.append(said_at(book, "SCM914", Severity.WARNING, (head, key), message))
        elif len({_answers(on, place, answers) for place in at}) > 1:
            which = " dan ".join(str(place) for place in at[:3])
            message = f"lembar {on.title}: baris {which} sama-sama berkode {row.key}"
            hint = "hapus salinannya; isian baru ditulis di baris kosong"
            said = f"{message}; isinya tidak diambil"
            found.append(said_at(book, "SCM914", Severity.ERROR, (at[1], key), said, hint))
        else:
            made[row.key] = at[0]
    return made, grown, found


def _unknown(book: Workbook, on: workbook.Sheet, row: int, key: int, name: str) -> Diagnostic:
    what = f"kode '{name[:40]}' tidak dikenal" if name else "tidak berkode"
    message = f"lembar {on.title}: baris {row} {what}; isinya tidak diambil"
    return said_at(
        book, "SCM914", Severity.ERROR, (row, key), message, "tulis di baris yang disediakan"
    )


def _answers(on: workbook.Sheet, row: int, columns: list[int]) -> tuple[str, ...]:
    return tuple(on.text(row, column) for column in columns)


def _grown(sheet: Sheet, more: int) -> Row | None:
    """Return one more row like the last, where that one takes something new."""
    last = sheet.rows[-1] if sheet.rows else None
    if last is None or not all(isinstance(target, (Fresh, Item)) for _, target in last.targets):
        return None
    key = f"{last.key}-{more + 2}"
    targets = tuple((part, _renamed(target, last.key, key)) for part, target in last.targets)
    return Row(key, targets, last.cells)


def _renamed(target: Target, old: str, new: str) -> Target:
    """Return a target whose values that stand for what the row makes name the new row."""
    if not isinstance(target, (Fresh, Item)):
        return target
    given = tuple(
        (path, MADE + new if value == MADE + old else value) for path, value in target.given
    )
    return replace(target, given=given)


def _locked(book: Workbook, laid: Laid) -> Iterator[tuple[str, Diagnostic]]:
    """Yield what is wrong with the words of rows; with the row's key where it is confused."""
    sheet, on = laid.sheet, laid.on
    for number, column in enumerate(sheet.columns):
        if column.answer or column.key not in laid.columns:
            continue
        owners = Counter(_folded(row.cells[number] or "") for row in sheet.rows)
        for row in sheet.rows:
            if row.key not in laid.rows:
                continue
            place = laid.place(row, column)
            is_now, was = _folded(on.text(*place)), _folded(row.cells[number] or "")
            if is_now == was:
                continue
            another = bool(is_now) and owners[is_now] > 0
            message = f"{workbook.at(on, place)}: teks terkunci berubah"
            if another:
                said = f"{message} menjadi milik baris lain; baris {row.key} tidak diambil"
                hint = "kembalikan urutan barisnya"
                yield row.key, said_at(book, "SCM915", Severity.ERROR, place, said, hint)
            else:
                said = f"{message}; perubahannya tidak diambil"
                yield "", said_at(book, "SCM915", Severity.WARNING, place, said)


def _text(on: workbook.Sheet, row: int, column: int) -> str:
    return cleaned(on.text(row, column))


def _folded(text: str) -> str:
    return cleaned(text).removesuffix("*").strip().casefold()


assert FIRST > EXAMPLE > HEAD  # noqa: S101  (the order that _rows counts on)
