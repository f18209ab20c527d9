"""What somebody has copied from the ministry's letter into the form for results."""

from collections.abc import Iterator
from dataclasses import dataclass

from scmaster.assess.case import Case
from scmaster.diagnostics import Diagnostic, Severity
from scmaster.exchange import workbook
from scmaster.exchange.answers import Answer, answers_of
from scmaster.exchange.issued import carried
from scmaster.exchange.layout import Laid, laid_out
from scmaster.exchange.workbook import Workbook
from scmaster.requests.form import Form
from scmaster.requests.results_form import FINAL, OPD, nodes

CODES = {
    "SCM930": """Berkas yang bukan formulir hasil evaluasi kota ini.

Hasil diambil hanya dari formulir yang dibuat `scmaster results form` untuk kota dan pengajuan yang
sama, karena formulir itu membawa id soal dan dimensi instrumennya.

Buat formulirnya dengan `scmaster results form`, lalu salin angkanya ke sana.
""",
    "SCM931": """Isian formulir hasil yang belum lengkap atau tidak cocok dengan instrumennya.

Setiap nilai harus milik soal atau dimensi instrumen pengajuannya, sumber nilai harus dipilih,
nomor dan tanggal surat diisi bersama, setiap rekomendasi mempunyai isi, dan nomornya tidak
berulang.

Lengkapi sel yang disebut, lalu impor lagi. Selama ada yang keliru, tidak ada yang ditulis.
""",
}
COMMAND = "scmaster results form"
Row = dict[str, Answer]
"""What was filled in, by the key of the column."""


@dataclass(frozen=True)
class Given:
    """The cells that were filled in, and the form that they are of."""

    book: Workbook
    form: Form
    rows: dict[tuple[str, str], Row]
    """By the key of the sheet and that of the row."""

    def of(self, sheet: str) -> Iterator[tuple[str, Row]]:
        """Yield the rows of a sheet that anything was filled into, with their keys."""
        for (name, row), answers in self.rows.items():
            if name == sheet:
                yield row, answers

    def at_issue(self, sheet: str, row: str, column: str) -> str:
        """Return what the form had in a cell when it was made."""
        found = self.form.sheet(sheet)
        for place, each in enumerate(found.columns if found else ()):
            for line in found.rows if found and each.key == column else ():
                if line.key == row:
                    return line.cells[place] or ""
        return ""


def form_of(book: Workbook, city: str) -> tuple[Form | None, list[Diagnostic]]:
    """Return the form that a workbook is, where it is one for results of this city."""
    form, reason, hint = carried(book, COMMAND)
    if form is not None and form.opd != OPD:
        reason, hint = "formulir ini untuk perangkat daerah, bukan formulir hasil", ""
    elif form is not None and form.city != city:
        reason, hint = f"formulir ini milik kota '{form.city}', bukan '{city}'", ""
    if form is None or reason:
        hint = hint or f"buat formulirnya dengan '{COMMAND}'"
        where = workbook.span(book, (1, 1))
        return None, [Diagnostic("SCM930", Severity.ERROR, where, reason, hint)]
    return form, []


def read(book: Workbook, form: Form, case: Case) -> tuple[Given, list[Diagnostic]]:
    """Return what was filled in, and what is wrong with it."""
    rows: dict[tuple[str, str], Row] = {}
    laid, found = laid_out(book, form)
    for sheet in laid:
        answers, said = answers_of(book, sheet, case.settings.numbers)
        found += [*sheet.found, *said]
        for answer in answers:
            if not answer.now:
                found.append(_emptied(book, answer))
                continue
            rows.setdefault((answer.sheet.key, answer.row.key), {})[answer.column.key] = answer
    if "status" in rows.get(("final", FINAL), {}):
        for answer in (kept for sheet in laid for kept in _kept(sheet)):
            row = rows.setdefault((answer.sheet.key, answer.row.key), {})
            row.setdefault(answer.column.key, answer)
    given = Given(book, form, rows)
    return given, [*found, *_strangers(given, case)]


def _kept(laid: Laid) -> Iterator[Answer]:
    """Yield the cells that were left as they were: another source says the same of them."""
    for row in laid.sheet.rows:
        for column, cell in zip(laid.sheet.columns, row.cells, strict=True):
            if column.answer and cell and row.key in laid.rows and laid.at(row, column):
                place = laid.place(row, column)
                where = workbook.at(laid.on, place)
                yield Answer(laid.sheet, row, column, place, where, cell)


def amiss(
    given: Given, answer: Answer, message: str, hint: str = "", code: str = "SCM931"
) -> Diagnostic:
    """Return an error at a cell of the form."""
    where = workbook.span(given.book, answer.place)
    return Diagnostic(code, Severity.ERROR, where, f"{answer.where}: {message}", hint)


def _emptied(book: Workbook, answer: Answer) -> Diagnostic:
    where = workbook.span(book, answer.place)
    message = f"{answer.where}: dikosongkan; nilai yang sudah tercatat ({answer.was}) tetap"
    hint = "hapus di YAML bila memang salah"
    return Diagnostic("SCM931", Severity.WARNING, where, message, hint)


def _strangers(given: Given, case: Case) -> Iterator[Diagnostic]:
    """Yield the scores of what the submission's instrument does not have."""
    known = set(nodes(case.instrument)) if case.instrument else set()
    for sheet in ("dimensions", "questions"):
        for row, answers in given.of(sheet):
            if row not in known:
                first = next(iter(answers.values()))
                message = f"'{row}' bukan bagian instrumen pengajuan ini"
                yield amiss(given, first, message, f"buat lagi formulirnya dengan '{COMMAND}'")
