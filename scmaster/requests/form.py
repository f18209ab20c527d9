"""A form for one office: sheets of rows, and what of the city's records each cell is.

`requests` decides what stands in a form, `render.questionnaire` writes it as a workbook, and
`exchange` reads it back by the same structure, which the workbook carries along (`state`).
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from enum import StrEnum

VERSION = 1
"""Of the structure below: a form of a newer one is not read."""

KEY = "Kode"
"""The title of the first column, which holds the key of each row and is locked."""
HEAD, EXAMPLE, FIRST = 2, 3, 4
"""Rows of a sheet, counted from nought: column titles, the example, the first of the rows.

Above stand the sheet's title and what it asks for.
"""
GUIDE, STATE, LISTS = "Petunjuk", "_scmaster", "_daftar"
"""Names of the sheets that hold no answers: the first one, and two that nobody sees."""

MADE = "#"
"""Begins a value that stands for the evidence that a row makes: `#baru-1` is the id of the
record that the row `baru-1` of the sheet `new_evidence` makes."""

Path = tuple[str | int, ...]
"""Where a value stands inside a record: keys, and places in a list."""


class Kind(StrEnum):
    """What is typed into a cell, and what text YAML has for it."""

    TEXT = "text"
    LONG = "long"
    """Words, perhaps several lines."""
    NUMBER = "number"
    """27,5 in a cell; 27.5 in YAML."""
    WHOLE = "whole"
    PERCENT = "percent"
    """27,5 or 27,5%; in YAML 27.5."""
    RUPIAH = "rupiah"
    """Whole rupiah."""
    YEAR = "year"
    DATE = "date"
    """A day, a month or a year: 2024-11-06, 2024-11 or 2024 in YAML."""
    PERIOD = "period"
    """A date, or two: 2024-01/2024-06 in YAML."""
    CHOICE = "choice"
    """One of `choices`."""
    YES_NO = "yes_no"
    URL = "url"


@dataclass(frozen=True)
class Column:
    """What stands below one title."""

    key: str
    """Unique in the sheet."""
    title: str
    kind: Kind = Kind.TEXT
    width: int = 20
    """In characters."""
    note: str = ""
    """What helps to fill it in; shown beside the title and at the cell."""
    answer: bool = False
    """Whether it is to be filled in; else it is locked, and its cells are words to read."""
    choices: tuple[tuple[str, str], ...] = ()
    """What YAML has, and what is shown for it, in the order of the drop-down."""
    part: str = ""
    """Which of the row's targets its cells belong to; empty for a locked column, and for an
    answer that is no field of any record, such as the name of a file that is handed in."""
    path: Path = ()
    """Where in that target."""
    needed: bool = False
    """Whether it has to be filled in once anything of the same part is."""


@dataclass(frozen=True)
class Inside:
    """The cells are fields of a record that is there, below `path`."""

    section: str
    record: str
    path: Path = ()


@dataclass(frozen=True)
class Item:
    """The cells are together one more item of a list of a record, once one is filled in."""

    section: str
    record: str
    path: Path
    """Of the list."""
    given: tuple[tuple[Path, str], ...] = ()
    """What the form itself says of the item; a cell that is filled in goes before it."""


@dataclass(frozen=True)
class Fresh:
    """The cells are together a new record, without its id, once one is filled in."""

    section: str
    given: tuple[tuple[Path, str], ...] = ()
    """What the form itself says of the record; a cell that is filled in goes before it."""


Target = Inside | Item | Fresh


@dataclass(frozen=True)
class Row:
    """One thing that is asked for."""

    key: str
    """Unique in the sheet; stands in the first column."""
    targets: tuple[tuple[str, Target], ...]
    """By the name of the part. Where one makes a record, what it is named after comes first."""
    cells: tuple[str | None, ...]
    """As many as the sheet has columns. Of an answer: the text YAML has at issue, empty for
    none, or None where there is nothing to fill in. Else words to read."""

    def target(self, part: str) -> Target | None:
        """Return what the cells of a part belong to; None where the row has no such part."""
        return dict(self.targets).get(part)


@dataclass(frozen=True)
class Sheet:
    """One kind of thing that is asked for."""

    key: str
    """answers, indicators, progress, evidence, new_evidence, recommendations or risks."""
    title: str
    """Also the name of the sheet: at most 31 characters."""
    opening: str
    """In a sentence or two: what is asked for."""
    columns: tuple[Column, ...]
    example: tuple[str, ...]
    """A row as somebody might fill it in, as it is shown; never collected."""
    rows: tuple[Row, ...]
    asked: int = 0
    """How many things it asks for; what may be added unasked does not count."""


@dataclass(frozen=True)
class Form:
    """Everything that one office is asked for."""

    city: str
    """The id of the city's own record."""
    submission: str
    opd: str
    """The key of who is asked: an office's id, a name fit for a file, or `owed.NOBODY`."""
    due: str
    """Year-month-day; empty where no day is set."""
    title: str
    office: str
    """What the recipient is called."""
    guide: tuple[tuple[str, tuple[str, ...]], ...]
    """Heading and paragraphs of the first sheet."""
    sheets: tuple[Sheet, ...]
    version: int = VERSION

    @property
    def fingerprint(self) -> str:
        """64 hexadecimal digits: the same for the same form, and for no other."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def text(self) -> str:
        """The form as JSON in one line; `state.parsed` reads it back."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    def sheet(self, key: str) -> Sheet | None:
        """Return a sheet by its key."""
        return next((sheet for sheet in self.sheets if sheet.key == key), None)
