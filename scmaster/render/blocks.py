"""What a rendered document is made of, before it is docx (or HTML, or a sheet).

A template renders to a tuple of blocks; a writer turns blocks into a format. Text is a
tuple of runs; data only ever enters as the text of a run, never as markup.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look. `url` makes it a link; `ref` a cross reference."""

    text: str
    bold: bool = False
    italic: bool = False
    url: str = ""
    ref: str = ""
    """Name of a bookmark (a table's or figure's or heading's `name`) to point to."""


Text = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a chapter (BAB). `numbered` is False in the front matter."""

    level: int
    text: Text
    name: str = ""
    """Bookmark name for cross references; empty: the writer makes one."""
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


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its share of the width, how its cells align."""

    title: str
    width: float = 1.0
    align: str = "left"
    """`left`, `right` or `center`."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption above it ("Tabel 2.1 ...").

    `rows` hold one Text a column. `name` is its bookmark for cross references.
    `caption` empty: no caption and no number (a small form-like table).
    `head` False: no header row (a two-column sheet of labels and values).
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]
    caption: str = ""
    name: str = ""
    description: str = ""
    """Alternative text: what the table shows."""
    head: bool = True


@dataclass(frozen=True, slots=True)
class Landscape:
    """Blocks that stand on landscape pages of their own."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Go on at the top of a new page."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A prefilled list: `headings` (daftar isi) or `tables` (daftar tabel)."""

    kind: str = "headings"


@dataclass(frozen=True, slots=True)
class MainMatter:
    """Ends the front matter: a new section, arabic page numbers from 1."""


Block = (
    Heading
    | Paragraph
    | ListBlock
    | Table
    | Landscape
    | PageBreak
    | Contents
    | MainMatter
)
