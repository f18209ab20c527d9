"""Which columns of a spreadsheet of respondents hold answers to which statements.

Only those are looked at. Columns of names, telephones and the like are told apart so that the
person who imports sees that they were left out; nothing of theirs is kept or shown, headers
included: in a file without headers the first row is somebody.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from scmaster.assess.statements import statement
from scmaster.exchange.marks import letters
from scmaster.exchange.workbook import Sheet, Workbook
from scmaster.model.framework import Question

Statements = Mapping[str, Sequence[Question]]
"""The questions of every sub-dimension."""

_SEARCHED = 20
"""Rows among which the headers are."""
_ALIKE = 0.85
"""How like a header is to the statement it repeats; our own threshold."""
_LONGEST = 500
_NUMBERED = re.compile(
    r"(?:(?:skor|nilai|jawaban)\s)?(?:pernyataan|pertanyaan|butir|item|p|q)\s?(\d{1,2})(?:\s.*)?|(\d)"
)
_LEADING = re.compile(
    r"^(?:(?:skor|nilai|jawaban)\s)?(?:(?:pernyataan|pertanyaan|butir|item|p|q)\s?)?(?:\d{1,2}|[a-z])\s"
)
_IN_BRACKETS = re.compile(r"\[([^\[\]]+)\]\s*$")
"""What Google Forms puts the row of a grid into."""
PRIVATE = {
    "nama": r"nama|name|responden|respondent",
    "telepon": r"telepon|telpon|telp|tlp|hp|handphone|ponsel|wa|whatsapp|phone|kontak|contact",
    "NIK": r"nik|ktp|kk|nip",
    "surel": r"e ?mail|surel|email",
    "alamat": r"alamat|address|domisili|kelurahan|kecamatan|rt|rw",
    "waktu": r"timestamp|waktu|tanggal|start time|completion time",
    "nomor urut": r"kode|no|nomor|id",
}
"""What a header says that a column holds."""
UNIQUE = ("telepon", "NIK", "surel")
"""Of these, nobody shares one."""
_PRIVATE = {name: re.compile(rf"\b(?:{words})\b") for name, words in PRIVATE.items()}


@dataclass(frozen=True)
class Columns:
    """Where the answers stand."""

    sheet: Sheet
    head: int
    """The row of the headers, 0 where there is none; what is below is respondents."""
    answers: Mapping[str, tuple[int, ...]]
    """By sub-dimension, in the order of its statements."""

    @property
    def used(self) -> frozenset[int]:
        """Every column that holds answers."""
        return frozenset(column for several in self.answers.values() for column in several)

    def private(self) -> dict[int, str]:
        """Return what the columns hold that are left out, as far as their headers say."""
        found = {}
        for column in range(1, self.sheet.last[1] + 1):
            words = folded(self.sheet.text(self.head, column)) if self.head else ""
            if column not in self.used and any(self._below(column)):
                kinds = (name for name, pattern in _PRIVATE.items() if pattern.search(words))
                found[column] = next(kinds, "lainnya")
        return found

    def _below(self, column: int) -> Iterator[bool]:
        rows = range(self.head, self.sheet.last[0] + 1)
        return (self.sheet.at(row, column) is not None for row in rows)


def found(book: Workbook, wanted: str, count: int, known: Statements) -> list[Columns]:
    """Return where the answers of a sub-dimension stand; several where it is not certain."""
    made = []
    for sheet in book.sheets:
        for row in range(1, min(sheet.last[0], _SEARCHED) + 1) if sheet.state == "visible" else ():
            answers = _of_row(sheet, row, wanted, count, known)
            if wanted in answers:
                made.append(Columns(sheet, row, answers))
                break
    return made


def named(
    book: Workbook, words: str, wanted: str, count: int, known: Statements
) -> list[Columns] | None:
    """Return where somebody says that they stand: `D,E,F`, or the headers; None if nonsense."""
    parts = [part.strip() for part in words.split(",")]
    if len(parts) != count or len({folded(part) for part in parts}) != count:
        return None
    made = []
    for sheet in book.sheets:
        placed = _placed(sheet, parts) if sheet.state == "visible" else None
        if placed is not None:
            head, columns = placed
            others = _of_row(sheet, head, wanted, count, known) if head else {}
            mine = {wanted: columns}
            taken = set(columns)
            others = {k: v for k, v in others.items() if k != wanted and not taken & set(v)}
            made.append(Columns(sheet, head, mine | others))
    return made


def _placed(sheet: Sheet, parts: list[str]) -> tuple[int, tuple[int, ...]] | None:
    """Return the row of the headers and the columns that letters or headers name."""
    by_letter = {letters(column): column for column in range(1, sheet.last[1] + 1)}
    columns = [by_letter.get(part.upper()) for part in parts]
    if all(columns):
        known = tuple(column for column in columns if column)
        return _head_above(sheet, known), known
    for row in range(1, min(sheet.last[0], _SEARCHED) + 1):
        titles = [folded(sheet.text(row, c)) for c in range(1, sheet.last[1] + 1)]
        if all(titles.count(folded(part)) == 1 for part in parts):
            return row, tuple(titles.index(folded(part)) + 1 for part in parts)
    return None


def _head_above(sheet: Sheet, columns: tuple[int, ...]) -> int:
    """Return the first row that has words in these columns; 0 where answers come first."""
    for row in range(1, sheet.last[0] + 1):
        held = [sheet.text(row, column) for column in columns]
        if any(held):
            return row if any(re.search(r"[^\W\d]", text) for text in held) else row - 1
    return 0


def _of_row(
    sheet: Sheet, row: int, wanted: str, count: int, known: Statements
) -> dict[str, tuple[int, ...]]:
    """Return the sub-dimensions whose every statement has one column under this row."""
    titles = {c: sheet.text(row, c)[:_LONGEST] for c in range(1, sheet.last[1] + 1)}
    asked = {question.id: question for several in known.values() for question in several}
    places: dict[str, list[int]] = {}
    for column, title in titles.items():
        question = _repeats(title, asked)
        if question:
            places.setdefault(question, []).append(column)
    made = {}
    for sub_pillar, questions in known.items():
        columns = [places.get(question.id, []) for question in questions]
        if all(len(several) == 1 for several in columns):
            made[sub_pillar] = tuple(several[0] for several in columns)
    if wanted not in made and not places:
        numbered = _by_number(titles, count)
        made |= {wanted: numbered} if numbered else {}
    return made


def _repeats(title: str, asked: Mapping[str, Question]) -> str:
    """Return the id of the question whose id or statement a header repeats, or ""."""
    words = folded(title)
    if not words:
        return ""
    by_id = [i for i in asked if re.search(rf"(?:^|\s){re.escape(folded(i))}(?:\s|$)", words)]
    if by_id:
        return by_id[0] if len(by_id) == 1 else ""
    match = _IN_BRACKETS.search(title)
    told = {words, _LEADING.sub("", words)}
    told |= {_LEADING.sub("", folded(match[1]))} if match else set()
    best = max((_likest(text, asked) for text in told), default=(0.0, ""))
    return best[1] if best[0] >= _ALIKE else ""


def _likest(text: str, asked: Mapping[str, Question]) -> tuple[float, str]:
    """Return how like a text is to a question's, and which is the likest."""
    matcher = SequenceMatcher(None, "", text, autojunk=False)
    best = (0.0, "")
    for name, question in asked.items():
        for meant in (folded(statement(question)), folded(question.text)):
            matcher.set_seq1(meant)
            if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE:
                best = max(best, (matcher.ratio(), name))
    return best


def _by_number(titles: Mapping[int, str], count: int) -> tuple[int, ...] | None:
    """Return the columns that are only numbered, where the numbers are exactly 1 to `count`."""
    numbers: dict[int, list[int]] = {}
    for column, title in titles.items():
        match = _NUMBERED.fullmatch(folded(title))
        if match and not any(pattern.search(folded(title)) for pattern in _PRIVATE.values()):
            numbers.setdefault(int(match[1] or match[2]), []).append(column)
    if sorted(numbers) != list(range(1, count + 1)) or any(len(c) > 1 for c in numbers.values()):
        return None
    return tuple(numbers[number][0] for number in range(1, count + 1))


def folded(text: str) -> str:
    """Return a header as it is compared: small letters and digits, single spaces."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.sub(r"[^\w%]+|_", " ", plain).split())
