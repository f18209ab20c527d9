"""Pages of a deck: slides whose words have been measured, ready to be written."""

from dataclasses import dataclass, replace

from scmaster.render.blocks import Cell, Chart, Text

MARKED = "Belum Ada"
"""The character style of what is missing."""


@dataclass(frozen=True)
class Words:
    """A paragraph of one look."""

    text: str
    missing: bool = False
    """Says that something is not there."""


@dataclass(frozen=True)
class Setting:
    """Paragraphs, and the size of type in which they fit into their box."""

    words: tuple[Words, ...]
    size: float
    """In points."""
    usual: bool = False
    """Whether that is the size of the box itself."""


@dataclass(frozen=True)
class Grid:
    """A table: its first row is the head."""

    widths: tuple[int, ...]
    """In EMU."""
    heights: tuple[int, ...]
    rows: tuple[tuple[tuple[Words, ...], ...], ...]
    right: tuple[bool, ...]
    """Which columns hold numbers."""
    size: float


@dataclass(frozen=True)
class Tile:
    """A large figure, measured: figure, what it is, when it held."""

    left: int
    top: int
    width: int
    height: int
    settings: tuple[Setting, ...]


@dataclass(frozen=True)
class Page:
    """A slide as it is written."""

    layout: str
    texts: dict[str, Setting]
    """By the name of the box."""
    notes: tuple[str, ...]
    body: Grid | Chart | tuple[Tile, ...] | None = None
    """What stands in the box "Isi" where that is not words."""

    def noted(self, more: tuple[str, ...]) -> "Page":
        """Return it with more for who speaks."""
        return replace(self, notes=(*self.notes, *more))


def paragraphs(text: Cell) -> tuple[Words, ...]:
    """Return the lines of a cell; one is missing where all of its words are marked so."""
    if isinstance(text, str):
        return tuple(Words(line) for line in text.split("\n") if line.strip())
    made: list[Words] = []
    line: list[tuple[str, bool]] = []
    for piece, marked in [*_pieces(text), ("\n", False)]:
        if piece != "\n":
            line.append((piece, marked))
            continue
        whole = "".join(words for words, _ in line)
        if whole.strip():
            made.append(Words(whole, all(m for words, m in line if words.strip())))
        line = []
    return tuple(made)


def _pieces(text: Text) -> list[tuple[str, bool]]:
    """Cut runs at their line breaks, which become pieces of their own."""
    made = []
    for run in text:
        for number, part in enumerate(run.text.split("\n")):
            made += [("\n", False)] if number else []
            made += [(part, run.style == MARKED)] if part else []
    return made
