"""Claims to printed numbers, places to lead to, and the table that says where each is written.

A claim that is printed twice keeps its number; the first place is the one led to.
"""

import operator
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from scmaster.render import values
from scmaster.render.blocks import (
    Block,
    Cell,
    Heading,
    ListBlock,
    Paragraph,
    Run,
    Table,
    Text,
    Traces,
)
from scmaster.render.document import Claim

MARK = "Nomor Klaim"
"""The character style of a printed number."""
LETTER = "K"
_APART = "\N{NO-BREAK SPACE}"
_CITIES = "cities"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A claim with its number."""

    number: str
    """As printed: K12."""
    anchor: str
    """Bookmark around its words."""
    traced: str
    """Bookmark of its row in the annex."""
    claim: Claim
    file: str
    """Where it is written, as seen from the workspace."""
    words: str
    """With which it was printed first."""


class Claims:
    """The claims of a document in the order of their first printing."""

    def __init__(self, city: Path | None) -> None:
        """Take the city's folder; places are told as seen from the workspace."""
        self._city = city
        self._known: dict[tuple[str, str], Numbered] = {}
        self._files: dict[str, str] = {}

    def __iter__(self) -> Iterator[Numbered]:
        """Yield the claims by number."""
        return iter(self._known.values())

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._known)

    def numbered(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Return the blocks with a number printed behind every claim."""
        return tuple([self._block(block) for block in blocks])

    def listed(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Return the blocks with the table of claims where it is asked for."""
        return tuple([self._table(b) if isinstance(b, Traces) else b for b in blocks])

    def _block(self, block: Block) -> Block:
        match block:
            case Table():
                rows = tuple([self._row(row) for row in block.rows])
                changed = any(map(operator.is_not, rows, block.rows))
                return replace(block, rows=rows) if changed else block
            case Heading() | Paragraph():
                return replace(block, text=self._text(block.text)) if _any(block.text) else block
            case ListBlock():
                return replace(block, items=tuple(map(self._text, block.items)))
        return block

    def _row(self, row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        for cell in row:
            if not isinstance(cell, str) and _any(cell):
                break
        else:
            return row
        return tuple([cell if isinstance(cell, str) else self._text(cell) for cell in row])

    def _text(self, text: Text) -> Text:
        made: list[Run] = []
        for run in text:
            if run.claim is None:
                made.append(run)
                continue
            key = (run.claim.record, run.claim.field)
            first = key not in self._known
            known = self._known[key] if not first else self._new(key, run.claim, run.text)
            made.append(replace(run, claim=None, anchor=known.anchor if first else ""))
            made.append(Run(f"{_APART}{known.number}", style=MARK, to=known.traced))
        return tuple(made)

    def _new(self, key: tuple[str, str], claim: Claim, words: str) -> Numbered:
        number = len(self._known) + 1
        known = Numbered(
            f"{LETTER}{number}",
            f"Klaim{number}",
            f"Telusur{number}",
            claim,
            self._file(claim),
            words,
        )
        self._known[key] = known
        return known

    def _file(self, claim: Claim) -> str:
        name = claim.span.file
        if name not in self._files:
            self._files[name] = _from_workspace(name, self._city)
        return self._files[name]

    def _table(self, block: Traces) -> Table:
        rows = []
        for one in self:
            number = (Run(one.number, anchor=one.traced, to=one.anchor),)
            what, evidence, digests = map(values.cell, one.claim.row)
            rows.append((number, what, f"{one.file}:{one.claim.span.line}", evidence, digests))
        return Table(block.columns, tuple(rows), block.caption, description=block.description)


def _any(text: Text) -> bool:
    return any(run.claim is not None for run in text)


def _from_workspace(name: str, city: Path | None) -> str:
    """Name a file from the workspace on: cities/balikpapan/jawaban.yaml; never absolute."""
    if city is not None:
        home = city.absolute()
        parts = Path(name).absolute().parts
        own = home.resolve().name
        for base in (home, home.resolve()):
            if parts[: len(base.parts)] == base.parts:
                above = (_CITIES,) if base.parent.name == _CITIES else ()
                return "/".join((*above, own, *parts[len(base.parts) :]))
    path = Path(name)
    return path.name if path.is_absolute() or ".." in path.parts else path.as_posix()
