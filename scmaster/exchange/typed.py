"""What somebody typed into a cell, as the text that YAML has for it."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence

from scmaster.diagnostics import Diagnostic, Severity
from scmaster.exchange import days, numbers, workbook
from scmaster.exchange.refusing import UnclearError
from scmaster.exchange.workbook import Cell, CellKind, Sheet, Workbook
from scmaster.model.values import LONGEST_URL, URL
from scmaster.requests.form import Kind
from scmaster.source.decoding import NOT_TEXT

CODES = {
    "SCM906": """Angka di sel isian yang tidak jelas.

Angka ditulis sebagai 1234,5 atau 1.234,5. Ketikan '1.234' dapat berarti seribu dua ratus tiga puluh
empat atau satu koma dua tiga empat, karena itu ditanyakan kembali dan tidak diambil.

Ketik ulang angkanya tanpa pemisah ribuan.
""",
    "SCM907": """Tanggal di sel isian yang tidak jelas.

Tanggal ditulis sebagai 6 November 2024, 06/11/2024 (hari lebih dulu), November 2024, atau 2024.
Periode ditulis sebagai 2024, 2021-2026, atau Januari 2024 s.d. Juni 2024.

Ketik ulang dalam salah satu bentuk itu; tahun selalu empat angka.
""",
    "SCM908": """Isian yang tidak ada di daftar pilihannya.

Sel ini hanya menerima pilihan di daftarnya, atau ya dan tidak.

Pilih dari daftar yang muncul di selnya.
""",
    "SCM909": """Isian yang bentuknya tidak dapat diterima.

Misalnya tautan tanpa https://, atau teks yang memuat tanda yang tidak kasatmata.

Ketik ulang isiannya sesuai contoh di formulir.
""",
}
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
"""Zero-width spaces and soft hyphens, which come along when a text is copied."""
_BREAKS = re.compile(r"\s*\n\s*\n\s*")
_YES = {"ya": "ya", "y": "ya", "true": "ya", "benar": "ya"}
_NO = {"tidak": "tidak", "tdk": "tidak", "t": "tidak", "false": "tidak", "salah": "tidak"}
_SHOWN = 60

Choices = Sequence[tuple[str, str]]
"""What YAML has, and what is shown for it."""


def typed(
    cell: Cell | None, kind: Kind, choices: Choices = (), writing: numbers.Writing = None
) -> str:
    """Return the text that YAML has for what a cell holds, "" for an empty one.

    `writing` says how numbers are written, where that is settled. Raises UnclearError over what
    has no meaning, or more than one, in such a cell.
    """
    if cell is None:
        return ""
    if cell.formula or cell.kind is CellKind.NOTHING:
        raise UnclearError(
            "rumus tidak diambil" if cell.formula else "sel ini berisi galat, bukan nilai",
            "ganti rumusnya dengan nilainya",
            "SCM902",
        )
    if cell.kind is CellKind.NUMBER and kind in _OF_NUMBERS:
        return _OF_NUMBERS[kind](cell)
    if cell.kind is CellKind.DATE and kind in {Kind.DATE, Kind.PERIOD}:
        return days.of_cell(cell.text)
    if cell.kind in {CellKind.DATE, CellKind.TIME}:  # what was 3-4 or 1.5 before Excel saw it
        raise UnclearError(
            f"sel ini berisi tanggal atau jam ({cell.text}), bukan {_NAMES[kind]}",
            "ubah format selnya menjadi teks, lalu ketik ulang",
            "SCM907",
        )
    if cell.kind is CellKind.NUMBER and kind in {Kind.TEXT, Kind.LONG}:
        return _as_words(cell)
    text = cleaned(cell.text, lines=kind is Kind.LONG)
    return _of_text(text, kind, choices, writing) if text else ""


def taken(  # noqa: PLR0913, PLR0917  (a cell, where it stands, and how it is read)
    book: Workbook,
    sheet: Sheet,
    cell: Cell | None,
    kind: Kind,
    choices: Choices = (),
    writing: numbers.Writing = None,
) -> tuple[str | None, list[Diagnostic]]:
    """Return the text that YAML has, or None and what is wrong with the cell."""
    try:
        return typed(cell, kind, choices, writing), []
    except UnclearError as fault:
        place = (cell.row, cell.column) if cell else (1, 1)
        return None, [
            Diagnostic(
                fault.code,
                Severity.ERROR,
                workbook.span(book, place),
                f"{workbook.at(sheet, place)}: {fault.message}",
                fault.hint,
            )
        ]


def cleaned(text: str, *, lines: bool = False) -> str:
    """Return a text without what copying leaves in it: odd spaces, invisible marks.

    On one line, or with `lines` keeping the ends of paragraphs.
    """
    told = unicodedata.normalize("NFC", text.translate(_INVISIBLE))
    told = told.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    if not lines:
        return " ".join(told.split())
    paragraphs = [_one_by_one(part) for part in _BREAKS.split(told.strip())]
    return "\n\n".join(part for part in paragraphs if part)


def _one_by_one(paragraph: str) -> str:
    return "\n".join(" ".join(line.split()) for line in paragraph.split("\n"))


def _of_text(text: str, kind: Kind, choices: Choices, writing: numbers.Writing) -> str:
    if kind is Kind.CHOICE:
        return _choice(text, choices)
    if kind in {Kind.NUMBER, Kind.PERCENT}:
        return numbers.number(text, writing)
    return _OF_TEXTS[kind](text)


def _words(text: str) -> str:
    if bad := NOT_TEXT.search(text):
        mark = f"tanda tak terlihat U+{ord(bad[0]):04X}"
        raise UnclearError(f"teks ini memuat {mark}", "hapus tanda itu, lalu ketik ulang")
    return text


def _choice(text: str, choices: Choices) -> str:
    wanted = _folded(text)
    for key, label in choices:
        if wanted in {_folded(label), _folded(key)}:
            return key
    known = ", ".join(label for _, label in choices[:12])
    raise UnclearError(
        f"'{_short(text)}' tidak ada di daftar pilihan", f"pilihannya: {known}", "SCM908"
    )


def _yes_no(text: str) -> str:
    meaning = (_YES | _NO).get(_folded(text))
    if meaning is None:
        raise UnclearError(f"'{_short(text)}' bukan ya atau tidak", "tulis ya atau tidak", "SCM908")
    return meaning


def _url(text: str) -> str:
    if len(text) > LONGEST_URL or not URL.fullmatch(text):
        raise UnclearError(
            f"'{_short(text)}' bukan tautan lengkap",
            "salin tautannya dari peramban, mulai dari https://",
        )
    return text


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().replace("_", " ").split())


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."


def _as_words(cell: Cell) -> str:
    """Return a number as a person reads it in its cell."""
    told = numbers.exact(cell.text, hundredfold=cell.percent).replace(".", ",")
    return f"{told}%" if cell.percent else told


def _number_cell(cell: Cell) -> str:
    return numbers.exact(cell.text, hundredfold=cell.percent)


def _whole_cell(cell: Cell) -> str:
    return numbers.whole(numbers.exact(cell.text))


_OF_NUMBERS: Mapping[Kind, Callable[[Cell], str]] = {
    Kind.NUMBER: _number_cell,
    Kind.PERCENT: _number_cell,
    Kind.WHOLE: _whole_cell,
    Kind.RUPIAH: _whole_cell,
    Kind.YEAR: lambda cell: days.year(cell.text),
    Kind.DATE: lambda cell: days.of_number(cell.text),
    Kind.PERIOD: lambda cell: days.of_number(cell.text),
}
_OF_TEXTS: Mapping[Kind, Callable[[str], str]] = {
    Kind.TEXT: _words,
    Kind.LONG: _words,
    Kind.WHOLE: numbers.whole,
    Kind.RUPIAH: numbers.rupiah,
    Kind.YEAR: days.year,
    Kind.DATE: days.day,
    Kind.PERIOD: days.period,
    Kind.YES_NO: _yes_no,
    Kind.URL: _url,
}
_NAMES = {
    Kind.TEXT: "teks",
    Kind.LONG: "teks",
    Kind.DATE: "tanggal",
    Kind.PERIOD: "periode",
    Kind.NUMBER: "angka",
    Kind.PERCENT: "persentase",
    Kind.WHOLE: "bilangan bulat",
    Kind.RUPIAH: "nilai rupiah",
    Kind.YEAR: "tahun",
    Kind.CHOICE: "salah satu pilihan",
    Kind.YES_NO: "ya atau tidak",
    Kind.URL: "tautan",
}
