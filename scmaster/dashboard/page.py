"""What a page of the dashboard is made of, in final words: whoever renders it only places them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from scmaster.passages.cells import Line
from scmaster.passages.charts import Chart

RECORDS = "catatan"
"""The folder of the pages of records."""
OFFICES = "opd"
"""The folder of the pages that are sent to one office each."""


@dataclass(frozen=True)
class To:
    """Words that lead to a page of the dashboard, where it has that page."""

    text: str
    page: str
    """Its name below the folder of the dashboard, with forward slashes."""
    anchor: str = ""


@dataclass(frozen=True)
class Trend:
    """Figures over the years beside what was promised, small enough for a cell."""

    years: tuple[int, ...]
    reached: tuple[Decimal | None, ...]
    """One a year; None is unknown: a gap, never zero."""
    promised: tuple[Decimal | None, ...]
    description: str
    """The same in words."""


@dataclass(frozen=True)
class Anchored:
    """A cell that other pages lead to."""

    cell: "Cell"
    anchor: str


Said = Line | To | Trend | Anchored
Cell = Said | Sequence[Said]
Row = Sequence[Cell]
"""One cell a column, or a single one: the title of the rows that follow."""


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    title: str
    number: bool = False
    """Whether it holds figures: set to the right, sorted by value."""
    place: bool = False
    """Whether it holds places in files, to be broken between folders only."""
    choice: bool = False
    """Whether rows can be chosen by it, where the table is searched: it holds few values."""


@dataclass(frozen=True)
class Table:
    """A table; its rows can be sorted by any column unless they are in groups."""

    caption: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    fixed: bool = False
    """Whether the order of the rows means something: it is not to be sorted."""
    searched: bool = False
    """Whether it is so long that a reader looks for rows by a word, or by a choice."""


@dataclass(frozen=True)
class Card:
    """A figure to be seen first."""

    label: str
    value: Cell
    note: str = ""
    to: str = ""
    """The page that says more."""


@dataclass(frozen=True)
class Cards:
    """Figures beside each other."""

    cards: Sequence[Card]


@dataclass(frozen=True)
class Points:
    """A list, a line each."""

    points: Sequence[Cell]
    ordered: bool = False


@dataclass(frozen=True)
class Words:
    """A paragraph; `kind` is "catatan" for what qualifies the rest."""

    words: Cell
    kind: str = ""


@dataclass(frozen=True)
class Drawn:
    """A chart, and what is not in it."""

    chart: Chart
    note: str = ""


@dataclass(frozen=True)
class Field:
    """A field of a risk matrix."""

    level: int
    words: str
    """What the level is called, or nothing."""
    inside: Sequence[Said]


@dataclass(frozen=True)
class Matrix:
    """Likelihood by severity, the most likely first."""

    caption: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, Sequence[Field]]]


Part = Cards | Points | Words | Drawn | Matrix | Table


@dataclass(frozen=True)
class Section:
    """A part of a page under a heading of its own."""

    title: str
    parts: Sequence[Part]
    anchor: str = ""
    """Empty: made of the title."""


@dataclass(frozen=True)
class Page:
    """A page."""

    name: str
    """Its place below the folder of the dashboard, with forward slashes."""
    title: str
    lead: Sequence[Cell]
    """Sentences under the title."""
    sections: Sequence[Section]
    menu: str = ""
    """What the menu calls it; empty: it is not in the menu."""
    alone: bool = False
    """Whether it goes out by itself: it leads to no other page."""
    up: str = ""
    """The page of the menu that it belongs to."""


@dataclass(frozen=True)
class Site:
    """All pages, and what stands on each of them."""

    city: str
    subject: str
    """Which submission is looked at."""
    foot: str
    """What made it, and from what."""
    draft: str
    """What marks a draft, or nothing."""
    pages: tuple[Page, ...] = field(default=())


def drawn(figure: Chart | None, note: str, otherwise: str = "") -> list[Part]:
    """Return a chart with its note, or what is to be said where there is none."""
    if figure is not None:
        return [Drawn(figure, note)]
    said = note or otherwise
    return [Words(said, "catatan")] if said else []


def columns(*titles: str, numbers: int = 0) -> tuple[Column, ...]:
    """Return columns by their titles; the last `numbers` of them hold figures."""
    first = len(titles) - numbers
    return tuple(Column(title, n >= first) for n, title in enumerate(titles))


def places(*titles: str) -> tuple[Column, ...]:
    """Return columns by their titles; the last one holds places in files."""
    return (*columns(*titles[:-1]), Column(titles[-1], place=True))
