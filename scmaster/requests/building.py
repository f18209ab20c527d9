"""Sheets from what each row says by the key of a column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as usually
from typing import NamedTuple

from scmaster.requests.choices import Choices
from scmaster.requests.form import Column, Kind, Path, Row, Sheet, Target
from scmaster.requests.showing import LONGEST

Said = Mapping[str, str | None]
"""By the key of a column: its cell, as in `Row.cells`."""


_WIDE = {
    Kind.LONG: 34,
    Kind.CHOICE: 26,
    Kind.URL: 24,
    Kind.DATE: 14,
    Kind.PERIOD: 14,
    Kind.YES_NO: 10,
}
_USUAL = 10
"""Characters of a column of any other kind."""


def field(  # noqa: PLR0913  (what a column needs)
    part: str,
    path: Path,
    title: str,
    note: str,
    kind: Kind = Kind.TEXT,
    *,
    width: int = 0,
    choices: Choices = (),
    needed: bool = False,
) -> Column:
    """Return a column to be filled in; its key is the last key of its path."""
    key = str(next(step for step in reversed(path) if isinstance(step, str)))
    wide = width or _WIDE.get(kind, _USUAL)
    return Column(
        key,
        title,
        kind,
        wide,
        note,
        answer=True,
        choices=choices,
        part=part,
        path=path,
        needed=needed,
    )


class Line(NamedTuple):
    """A row before it is known which columns the sheet has."""

    key: str
    targets: dict[str, Target]
    cells: Said
    """Of a locked column: words. Of an answer: the value at issue; left out where there is
    nothing to fill in."""


@dataclass
class Plan:
    """A sheet before its rows are in columns."""

    key: str
    title: str
    opening: str
    columns: Sequence[Column]
    example: Said
    lines: list[Line] = usually(default_factory=list)
    asked: int = 0

    def sheet(self) -> Sheet | None:
        """Return the sheet, without columns that no row has a use for; None without rows."""
        if not self.lines:
            return None
        used = {key for line in self.lines for key, cell in line.cells.items() if cell is not None}
        columns = tuple(column for column in self.columns if column.key in used)
        return Sheet(
            self.key,
            self.title,
            self.opening,
            columns,
            tuple(self.example.get(column.key) or "" for column in columns),
            tuple(_row(line, columns) for line in self.lines),
            self.asked,
        )


def _row(line: Line, columns: Sequence[Column]) -> Row:
    cells = tuple(
        line.cells.get(column.key) if column.answer else line.cells.get(column.key) or ""
        for column in columns
    )
    return Row(line.key, tuple(line.targets.items()), cells)


def within(text: str) -> str:
    """Return words to read, no longer than a cell of a spreadsheet."""
    cut = " … (terpotong)"
    if len(text.encode("utf-16-le")) // 2 <= LONGEST:
        return text
    part = text.encode("utf-16-le")[: (LONGEST - len(cut)) * 2]
    return part.decode("utf-16-le", "ignore") + cut
