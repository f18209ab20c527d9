"""What the respondents of an impact survey answered, out of a spreadsheet of anybody.

Of a respondent nothing stays but figures from 0 to 4: no name, no number, no words, neither in
what is returned nor in what is said of a cell. Who is there twice is seen while reading, and
forgotten.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from scmaster.assess.surveys import CHOICES
from scmaster.diagnostics import Diagnostic, Severity
from scmaster.exchange import survey_columns, workbook
from scmaster.exchange.survey_columns import UNIQUE, Columns, Statements, folded
from scmaster.exchange.workbook import Cell, CellKind, Workbook
from scmaster.requests.form import EXAMPLE

CODES = {
    "SCM920": """Kolom jawaban survei yang tidak dapat dipastikan.

Setiap pernyataan harus mempunyai tepat satu kolom. Judul kolom dikenali bila memuat id soalnya
(IMP.GOV.PS.1), kalimat pernyataannya, atau nomornya saja (Pernyataan 1, P1, 1).

Sebut kolomnya dengan --columns, misalnya --columns D,E,F menurut urutan pernyataan.
""",
    "SCM921": """Jawaban survei yang bukan 0, 1, 2, 3, atau 4.

Responden memilih 0 sampai 4 untuk setiap pernyataan. Baris yang salah satu jawabannya kosong atau
di luar itu tidak dihitung seluruhnya, agar banyaknya jawaban sama di setiap pernyataan. Isi selnya
tidak ditampilkan, karena dapat berupa data pribadi.

Periksa selnya terhadap lembar jawaban aslinya, betulkan, lalu impor lagi.
""",
    "SCM922": """Orang yang tercatat lebih dari sekali sebagai responden.

Nomor telepon, NIK, atau alamat surel yang sama muncul di beberapa baris. Nilainya hanya
dibandingkan saat berkas dibaca; tidak disimpan dan tidak ditampilkan.

Pastikan setiap orang dihitung satu kali.
""",
}
_EXAMPLE = "contoh"
_LABELLED = re.compile(r"([0-4])\s*[-\u2013\u2014:=.)(]+\s*[^\d]*")
"""A choice with its meaning behind it: `4 - Sangat setuju`."""
_WHOLE = re.compile(r"([0-4])(?:[.,]0+)?")
_MOST_TOLD = 20
"""Cells that are reported one by one; the others are counted."""

Rows = dict[int, tuple[int, ...]]
"""Answers to the statements of a sub-dimension, by the row of the sheet."""


@dataclass(frozen=True)
class Answers:
    """What is taken from a file."""

    columns: Columns
    rows: Rows
    """Of respondents who answered every statement that was asked for."""
    others: dict[str, Rows]
    """The same of the other sub-dimensions in the file."""
    left_out: int
    """Rows with answers that are not counted."""


def read(
    book: Workbook, sub_pillar: str, count: int, known: Statements, columns: str = ""
) -> tuple[Answers | None, list[Diagnostic]]:
    """Return the answers of a sub-dimension and what is wrong with them; None without columns.

    `columns` names those of the statements, where somebody has said so.
    """
    if columns:
        places = survey_columns.named(book, columns, sub_pillar, count, known)
    else:
        places = survey_columns.found(book, sub_pillar, count, known)
    if places is None or len(places) != 1:
        return None, [_unclear(book, count, places, columns)]
    place = places[0]
    rows, problems, left_out = _rows(book, place, place.answers[sub_pillar], told=True)
    others = {
        name: _rows(book, place, several, told=False)[0]
        for name, several in place.answers.items()
        if name != sub_pillar
    }
    return Answers(place, rows, others, left_out), [*problems, *_twice(book, place, rows)]


def _unclear(book: Workbook, count: int, places: list[Columns] | None, columns: str) -> Diagnostic:
    where = workbook.span(book, (1, 1))
    if places is None:
        message = f"--columns harus menyebut {count} kolom yang berbeda"
    elif places:
        titles = ", ".join(place.sheet.title for place in places)
        message = f"kolom jawaban ada di beberapa lembar: {titles}"
    elif columns:
        message = "kolom yang disebut di --columns tidak ada di berkas ini"
    else:
        message = f"kolom jawaban {count} pernyataan tidak dikenali dari judulnya"
    hint = "sebut kolomnya menurut urutan pernyataan, misalnya --columns D,E,F"
    if places:
        hint = "hapus atau sembunyikan lembar yang bukan rekap jawaban"
    return Diagnostic("SCM920", Severity.ERROR, where, message, hint)


def _rows(
    book: Workbook, place: Columns, columns: tuple[int, ...], *, told: bool
) -> tuple[Rows, list[Diagnostic], int]:
    sheet = place.sheet
    made, found = Rows(), list[Diagnostic]()
    left_out = amiss = 0
    for row in range(place.head + 1, sheet.last[0] + 1):
        cells = [sheet.at(row, column) for column in columns]
        if not any(cells) or (row <= EXAMPLE + 1 and folded(sheet.text(row, 1)) == _EXAMPLE):
            continue
        answers = [_answer(cell) for cell in cells]
        whole = tuple(answer for answer in answers if answer is not None)
        if len(whole) == len(columns):
            made[row] = whole
            continue
        left_out += 1
        for column, cell, answer in zip(columns, cells, answers, strict=True):
            if answer is None:
                amiss += 1
                if amiss <= _MOST_TOLD:
                    found.append(_amiss(book, place, (row, column), empty=cell is None))
    if amiss > _MOST_TOLD:
        message = f"{amiss - _MOST_TOLD} sel jawaban lain juga kosong atau bukan 0 sampai 4"
        where = workbook.span(book, (place.head, 1))
        hint = "periksa apakah kolom jawabannya benar"
        found.append(Diagnostic("SCM921", Severity.WARNING, where, message, hint))
    return (made, found, left_out) if told else (made, [], left_out)


def _amiss(book: Workbook, place: Columns, cell: tuple[int, int], *, empty: bool) -> Diagnostic:
    what = "kosong" if empty else f"bukan 0 sampai {CHOICES - 1}"
    message = f"{workbook.at(place.sheet, cell)}: {what}; baris ini tidak dihitung"
    hint = "periksa terhadap lembar jawaban aslinya, betulkan, lalu impor lagi"
    return Diagnostic("SCM921", Severity.WARNING, workbook.span(book, cell), message, hint)


def _answer(cell: Cell | None) -> int | None:
    """Return what a respondent chose; None for nothing, or for what is no choice."""
    if cell is None or cell.formula or cell.percent:
        return None
    if cell.kind is CellKind.NUMBER:
        value = Decimal(cell.text)
        fits = value == value.to_integral_value() and 0 <= value < CHOICES
        return int(value) if fits else None
    if cell.kind is not CellKind.TEXT:
        return None
    text = " ".join(cell.text.split())
    match = _WHOLE.fullmatch(text) or _LABELLED.fullmatch(text)
    return int(match[1]) if match else None


def _twice(book: Workbook, place: Columns, rows: Rows) -> Iterator[Diagnostic]:
    """Say in which column a person is there more than once, and never who."""
    for column, kind in place.private().items():
        if kind not in UNIQUE:
            continue
        held = Counter(
            value for row in rows if (value := re.sub(r"\W", "", place.sheet.text(row, column)))
        )
        again = sum(1 for times in held.values() if times > 1)
        if again:
            where = workbook.span(book, (max(place.head, 1), column))
            message = f"{again} orang tercatat lebih dari sekali menurut kolom {kind}"
            hint = "pastikan setiap orang dihitung satu kali"
            yield Diagnostic("SCM922", Severity.WARNING, where, message, hint)
