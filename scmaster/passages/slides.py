"""What a deck is made of: slides in final words, each of one of a few kinds.

A slide's title says its message. `notes` are for who speaks: where each figure was read and
what proves it. The writer decides type sizes, and how many slides a long one takes.
"""

from dataclasses import dataclass

from scmaster.passages.cells import Cell
from scmaster.passages.charts import Chart

Notes = list[str]
"""A paragraph each; they are not shown to the audience."""


@dataclass(frozen=True)
class Opening:
    """The first slide."""

    title: str
    subtitle: str
    lines: list[str]
    """Who presents, and when."""
    notes: Notes


@dataclass(frozen=True)
class Section:
    """Begins a part of the deck."""

    title: str
    sentence: str
    notes: Notes


@dataclass(frozen=True)
class Points:
    """A few lines."""

    title: str
    lines: list[Cell]
    notes: Notes


@dataclass(frozen=True)
class Columns:
    """Lines beside lines."""

    title: str
    heads: tuple[str, str]
    left: list[Cell]
    right: list[Cell]
    notes: Notes


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    title: str
    width: float = 1.0
    """Its share of the table's."""
    right: bool = False
    """Whether its cells are numbers, which stand at the right."""


@dataclass(frozen=True)
class Line:
    """A row of a table, with what is noted of it: it follows the row to its slide."""

    cells: tuple[Cell, ...]
    notes: Notes


@dataclass(frozen=True)
class Table:
    """Rows under a head; where they do not fit, the slide goes on."""

    title: str
    columns: list[Column]
    rows: list[Line]
    notes: Notes


@dataclass(frozen=True)
class Picture:
    """A chart, and beside it what it shows."""

    title: str
    chart: Chart
    lines: list[Cell]
    notes: Notes


@dataclass(frozen=True)
class Card:
    """A figure in large type."""

    figure: str
    what: str
    when: str
    """When it held and what kind of figure it is, or of how many it is a part."""


@dataclass(frozen=True)
class Cards:
    """A few large figures."""

    title: str
    cards: list[Card]
    notes: Notes


@dataclass(frozen=True)
class Closing:
    """The last slide."""

    title: str
    lines: list[Cell]
    notes: Notes


Slide = Opening | Section | Points | Columns | Table | Picture | Cards | Closing
