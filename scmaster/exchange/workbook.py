"""A spreadsheet from anybody: its cells, and what is wrong with the file as such.

What comes by e-mail is not trusted: a package is looked into before a library reads it, and
both happen in a process that is ended when it hangs or swells (`worker`).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any

from scmaster.diagnostics import Diagnostic, Severity, Span
from scmaster.evidence.workshop import Workshop
from scmaster.exchange.marks import Place, letters
from scmaster.requests.form import LISTS, STATE
from scmaster.source.opening import name_of

CODES = {
    "SCM900": """Berkas isian yang tidak dapat dibaca.

Berkas yang diterima harus lembar kerja .xlsx (atau .csv untuk data survei) yang utuh, tidak
disandi, dan tidak melebihi batas ukuran. Berkas .xls, .xlsb, dan .ods tidak dibaca.

Buka berkasnya di Excel atau LibreOffice, lalu simpan sebagai .xlsx tanpa kata sandi.
""",
    "SCM901": """Berkas isian yang memuat makro, tautan ke berkas lain, atau objek tertanam.

Makro, tautan ke buku kerja lain, sambungan data, dan objek tertanam tidak pernah ada di formulir
yang dikirim. Berkas seperti itu ditolak seluruhnya, dan tidak ada isinya yang dijalankan.

Minta pengisi menyalin isiannya ke formulir asli, lalu mengirimnya kembali.
""",
    "SCM902": """Sel yang berisi rumus.

Hasil rumus bergantung pada sel atau berkas lain dan dapat berubah tanpa diketahui, karena itu tidak
diambil.

Ganti rumusnya dengan nilainya: salin selnya, lalu tempel sebagai nilai.
""",
    "SCM903": """Sel yang digabung.

Di sel gabungan tidak jelas baris atau kolom mana yang dimaksud.

Pisahkan lagi selnya, lalu isi sel yang dimaksud.
""",
    "SCM904": """Baris, kolom, atau lembar yang disembunyikan.

Isi yang tersembunyi mungkin tidak dilihat oleh pengisi, karena itu diberitahukan.

Tampilkan kembali, periksa isinya, lalu simpan.
""",
    "SCM905": """Gambar atau komentar di lembar isian.

Gambar yang ditempelkan di lembar dan komentar pada sel tidak ikut diambil.

Kirim gambarnya sebagai berkas, dan sebut nama berkas itu di lembar Eviden. Baca komentarnya, lalu
tulis yang perlu di selnya.
""",
}


class CellKind(StrEnum):
    """What a cell holds, as the spreadsheet itself has it."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    """Text is year-month-day, with T and the time where it has one."""
    TIME = "time"
    BOOL = "bool"
    """Text is true or false."""
    NOTHING = "nothing"
    """A formula without a result, or an error of the spreadsheet (#N/A)."""


@dataclass(frozen=True)
class Cell:
    """A cell that holds something; rows and columns count from 1."""

    row: int
    column: int
    kind: CellKind
    text: str
    """A number as Python writes it (27.5), without a tail of zeros."""
    percent: bool = False
    """Whether the number is shown as a percentage: .275 is then 27.5%."""
    formula: bool = False

    @property
    def name(self) -> str:
        """E7."""
        return f"{letters(self.column)}{self.row}"


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook."""

    title: str
    cells: Mapping[Place, Cell]
    state: str = "visible"
    """visible, hidden, very_hidden"""
    merged: tuple[tuple[Place, Place], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    pictures: bool = False
    comments: frozenset[Place] = frozenset()
    """Cells that somebody has put a comment on."""

    def at(self, row: int, column: int) -> Cell | None:
        """Return the cell at a place, None where it is empty."""
        return self.cells.get((row, column))

    def text(self, row: int, column: int) -> str:
        """Return what a cell holds as text, "" where it is empty."""
        cell = self.at(row, column)
        return cell.text if cell else ""

    @cached_property
    def last(self) -> Place:
        """The last row and column that hold anything; (0, 0) where nothing does."""
        rows, columns = {0} | {r for r, _ in self.cells}, {0} | {c for _, c in self.cells}
        return max(rows), max(columns)


@dataclass(frozen=True)
class Workbook:
    """The sheets of a file, in their order."""

    file: str
    """As it is named in findings."""
    sheets: tuple[Sheet, ...] = field(default=())

    def sheet(self, title: str) -> Sheet | None:
        """Return a sheet by its title."""
        return next((sheet for sheet in self.sheets if sheet.title == title), None)


def read(path: Path, *, timeout: float = 60.0) -> tuple[Workbook | None, list[Diagnostic]]:
    """Return what a file holds, and all that is to say of it; None where it is refused."""
    book, found = opened(path, timeout=timeout)
    return book, found + (oddities(book) if book else [])


def opened(path: Path, *, timeout: float = 60.0) -> tuple[Workbook | None, list[Diagnostic]]:
    """Return what a file holds, or None and why it is refused; its oddities are not told."""
    name = name_of(path)
    with Workshop(timeout, "scmaster.exchange.worker") as workshop:
        answer = workshop.answer(path, "")
    told: dict[str, Any] = json.loads(answer) if answer else {}
    if not told:
        told = {"problem": f"tidak selesai dibaca dalam {timeout:g} detik atau meluap"}
    if "problem" in told:
        code, hint = str(told.get("code", "SCM900")), str(told.get("hint", ""))
        where = Span(name, 1, 1)
        return None, [Diagnostic(code, Severity.ERROR, where, str(told["problem"]), hint)]
    return Workbook(name, tuple(_sheet(sheet) for sheet in told["sheets"])), []


def oddities(book: Workbook) -> list[Diagnostic]:
    """Say what stands in the sheets that is no plain value in plain sight."""
    return [finding for sheet in book.sheets for finding in _odd(book, sheet)]


def span(book: Workbook, cell: Place) -> Span:
    """Return the place of a cell: its row as the line."""
    return Span(book.file, max(cell[0], 1), max(cell[1], 1))


def at(sheet: Sheet, cell: Place) -> str:
    """Name a cell to a person: `lembar Indikator, sel E7`."""
    return f"lembar {sheet.title}, sel {letters(cell[1])}{cell[0]}"


def _odd(book: Workbook, sheet: Sheet) -> list[Diagnostic]:
    def told(code: str, cell: Place, message: str, hint: str) -> Diagnostic:
        return Diagnostic(code, Severity.WARNING, span(book, cell), message, hint)

    found = [
        told(
            "SCM902",
            place,
            f"{at(sheet, place)}: rumus tidak diambil",
            "ganti rumusnya dengan nilainya",
        )
        for place, cell in sorted(sheet.cells.items())
        if cell.formula
    ]
    for first, last in sheet.merged:
        where = f"lembar {sheet.title}, sel {letters(first[1])}{first[0]}"
        found.append(
            told(
                "SCM903",
                first,
                f"{where}:{letters(last[1])}{last[0]}: sel digabung",
                "pisahkan lagi selnya",
            )
        )
    hint = "tampilkan kembali, lalu periksa isinya"
    for row in sorted(sheet.hidden_rows):
        what = f"lembar {sheet.title}: baris {row} disembunyikan"
        found.append(told("SCM904", (row, 1), what, hint))
    for column in sorted(sheet.hidden_columns):
        what = f"lembar {sheet.title}: kolom {letters(column)} disembunyikan"
        found.append(told("SCM904", (1, column), what, hint))
    if sheet.state != "visible" and sheet.title not in {STATE, LISTS}:
        found.append(told("SCM904", (1, 1), f"lembar {sheet.title} disembunyikan", hint))
    if sheet.pictures:
        what = f"lembar {sheet.title}: gambar tidak diambil"
        found.append(told("SCM905", (1, 1), what, "kirim gambarnya sebagai berkas"))
    return found


def _sheet(told: dict[str, Any]) -> Sheet:
    cells = {
        (row, column): Cell(row, column, CellKind(kind), text, percent, formula)
        for row, column, kind, text, percent, formula in told["cells"]
    }
    return Sheet(
        told["title"],
        cells,
        told["state"],
        tuple((tuple(first), tuple(last)) for first, last in told["merged"]),
        frozenset(told["hidden_rows"]),
        frozenset(told["hidden_columns"]),
        told["pictures"],
        frozenset((row, column) for row, column in told["comments"]),
    )
