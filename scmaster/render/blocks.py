"""What a rendered document is made of, before it is docx (or HTML, or a sheet).

A template renders to a tuple of blocks; a writer turns blocks into a format. Text is a
tuple of runs; data only ever enters as the text of a run, never as markup.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from scmaster.render.document import Claim


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look; a newline in it is a line break."""

    text: str
    bold: bool = False
    italic: bool = False
    url: str = ""
    """Makes it a link; print shows the address too."""
    ref: str = ""
    """Name of a bookmark (of a table or a heading) to point to; the text is then empty."""
    style: str = ""
    """A character style's name in acuan.docx ("Belum Ada")."""
    note: "Text" = ()
    """What a footnote to it says; empty: it has none."""
    anchor: str = ""
    """Makes it a place that other words lead to; letters and digits, unique in a document."""
    to: str = ""
    """The anchor it leads to; where the document has none, it is plain words."""
    claim: Claim | None = None
    """What the city states with it; `claims` turns it into an anchor and a printed number."""


Text = tuple[Run, ...]

Cell = str | Text
"""What stands in a table's cell; plain text needs no run, and most cells are plain."""

Align = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a chapter (BAB). `numbered` is False in the front matter."""

    level: int
    text: Text
    name: str = ""
    """Bookmark name for cross references; empty: nothing points here."""
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `style` is the style's name in acuan.docx, empty for body text."""

    text: Text
    style: str = ""


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A bulleted or numbered list, one level, each item a text."""

    items: tuple[Text, ...]
    ordered: bool = False


NOTHING = "Belum ada data."
"""What a table without rows says."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its share of the width, how its cells align."""

    title: str
    width: float = 1.0
    align: Align = "left"
    field: str = ""
    """Where a row is a record: the name of the attribute that fills this column."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption above it ("Tabel 2.1 ...").

    A row holds one cell a column, or a single cell that spans them all (a group's title).
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    """Empty: no caption and no number (a small form-like table)."""
    name: str = ""
    """Bookmark name for cross references."""
    description: str = ""
    """Alternative text: what the table shows."""
    head: bool = True
    """False: no header row (a two-column sheet of labels and values)."""
    total: bool = False
    """The last row is a sum: bold, with a line above it."""
    lines: bool = True
    """False: nothing is drawn (the particulars of a letter, places to sign)."""
    small: bool = False
    """In small type: many short cells that are to stay on one page."""


@dataclass(frozen=True, slots=True)
class Series:
    """One line of a radar, or one kind of bar."""

    name: str
    values: tuple[Decimal | None, ...]
    """One a category; None is unknown: a gap, never zero."""
    promise: bool = False
    """Targets, not achievements: bars are hollow."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure with a caption below it ("Gambar 2.1 ...")."""

    kind: Literal["radar", "bar", "stacked"]
    """Bars lie on their side: one below the other, in the order of the categories."""
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    caption: str
    description: str
    """Alternative text: the finding in words."""
    name: str = ""
    """Bookmark name for cross references."""
    unit: str = ""
    """What the axis of values counts ("%", "nilai")."""
    top: Decimal | None = None
    """Where the axis of values ends; None: wherever the highest value asks for."""


@dataclass(frozen=True, slots=True)
class Traces:
    """Where the table of all claims is to stand; `claims` puts it there before any writer."""

    columns: tuple[Column, ...]
    """Of the printed number, the claim, its place, its evidence, their digests."""
    caption: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class LandscapeBegin:
    """What follows stands on landscape pages of its own."""


@dataclass(frozen=True, slots=True)
class LandscapeEnd:
    """Back to portrait pages."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Go on at the top of a new page."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A prefilled list: of headings (daftar isi), tables (daftar tabel) or figures."""

    kind: Literal["headings", "tables", "figures"] = "headings"
    depth: int = 3
    """The deepest level of heading that is listed."""


@dataclass(frozen=True, slots=True)
class MainMatter:
    """Ends the front matter: a new section, arabic page numbers from 1, numbered headings."""


@dataclass(frozen=True, slots=True)
class BackMatter:
    """Ends the chapters: headings are no longer numbered (lampiran), pages go on."""


Block = (
    Heading
    | Paragraph
    | ListBlock
    | Table
    | Traces
    | Chart
    | LandscapeBegin
    | LandscapeEnd
    | PageBreak
    | Contents
    | MainMatter
    | BackMatter
)


def plain(text: Cell) -> str:
    """Return the words of a text without their looks."""
    return text if isinstance(text, str) else "".join(run.text for run in text)
