"""What a Word file says, paragraph by paragraph, with what reviewers have done to it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a tracked change does, as a reader is told (Indonesian)."""

    INSERTED = "ditambahkan"
    DELETED = "dihapus"
    MOVED_HERE = "dipindahkan ke sini"
    MOVED_AWAY = "dipindahkan dari sini"
    FORMAT = "format diubah"
    STRUCTURE = "susunan diubah"


class Edit(NamedTuple):
    """A tracked change within a paragraph."""

    kind: Kind
    author: int
    """Who: see `People`."""
    at: int
    """Where it begins, in the text as it is with all changes accepted."""
    text: str
    """The words that came or went; empty for another kind of change."""


class Mark(NamedTuple):
    """A bookmark, a link to one, or a content control, over some words of a paragraph."""

    name: str
    start: int
    end: int
    link: bool


class Cell(NamedTuple):
    """A place in a table; each is counted from 1."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph; its places count letters of `now`."""

    style: str
    """The name of its style, in small letters."""
    now: str
    """As it reads with every tracked change accepted."""
    before: str
    """As it reads with none accepted."""
    cell: Cell | None = None
    marks: tuple[Mark, ...] = ()
    edits: tuple[Edit, ...] = ()
    identity: str = ""
    """By which replies to comments name it; mostly empty."""


class Anchor(NamedTuple):
    """The words that a comment is about: from a place in a paragraph to one in another."""

    first: int
    start: int
    last: int
    end: int


class Note(NamedTuple):
    """A comment as its part holds it: its paragraphs are `first` up to before `last`."""

    id: str
    author: int
    date: str
    """Year-month-day, or nothing."""
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Story:
    """The paragraphs of a part, in their order."""

    passages: tuple[Passage, ...]
    anchors: dict[str, Anchor]
    """Of comments, by their id."""
    notes: tuple[Note, ...] = ()


class People:
    """Numbers those who wrote in a document in the order in which they appear.

    Their names are personal data that nobody here needs: they are kept nowhere else.
    """

    def __init__(self) -> None:
        """Know nobody."""
        self._known: dict[str, int] = {}

    def number(self, name: str) -> int:
        """Return the number of a person, from 1."""
        return self._known.setdefault(name, len(self._known) + 1)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._known)
