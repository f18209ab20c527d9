"""What a workbook holds beside values: formulas, merged and hidden cells, sheets, links.

A library gives values; what stands around them is read from the package itself, part by
part, without a tree in memory.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from scmaster.source.package import HostileError

Place = tuple[int, int]
"""Row and column of a cell, from 1."""

MOST_ROWS = 20_000
MOST_COLUMNS = 400
_MOST_MERGED = 5_000
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_RELATION_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_NAMESPACE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PERCENT_FORMATS: Final = frozenset({9, 10})
"""What is built in: 0% and 0.00%."""
_STATES: Final = {"hidden": "hidden", "veryHidden": "very_hidden"}
_LONGEST_COUNT = 9
_CONSTANT: Final = frozenset({"TRUE()", "FALSE()"})
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


@dataclass
class Marks:
    """What one sheet holds beside values."""

    formulas: set[Place] = field(default_factory=set)
    errors: set[Place] = field(default_factory=set)
    """Cells that hold no value but #N/A and the like."""
    percents: set[Place] = field(default_factory=set)
    merged: list[tuple[Place, Place]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    pictures: bool = False
    comments: set[Place] = field(default_factory=set)
    """Cells that somebody has put a comment on."""
    filled: set[Place] = field(default_factory=set)
    """Cells that hold anything."""


def letters(column: int) -> str:
    """Return the name of a column, counted from 1: A, ..., Z, AA."""
    made = ""
    while column:
        column, rest = divmod(column - 1, 26)
        made = chr(ord("A") + rest) + made
    return made


def place_of(name: str) -> Place:
    """Return row and column of `E7`; raise HostileError over what names no cell."""
    match = _CELL.fullmatch(name)
    if match is None:
        raise HostileError(f"memuat sel bernama '{name[:20]!a}'")
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column


def sheets_of(parts: Mapping[str, bytes]) -> dict[str, tuple[str, str]]:
    """Return part and state of each sheet by its title, in order; raise HostileError."""
    targets = _relations(parts, "xl/workbook.xml")
    found: dict[str, tuple[str, str]] = {}

    def start(name: str, told: dict[str, str]) -> None:
        if name != "sheet":
            return
        identity = told.get(f"{_RELATION_NAMESPACE} id") or told.get(f"{_STRICT_NAMESPACE} id", "")
        title = told.get("name", "")
        if title in found or targets.get(identity) not in parts:
            raise HostileError(f"lembar '{title[:40]}' ada dua atau tidak ada isinya")
        found[title] = (targets[identity], _STATES.get(told.get("state", ""), "visible"))

    _walk(parts.get("xl/workbook.xml", b""), start)
    return found


def marks_of(parts: Mapping[str, bytes], part: str, percent: frozenset[int]) -> Marks:
    """Return what a sheet holds beside values; `percent` are the styles that show a percentage.

    Raises HostileError over a sheet that reaches further than an honest one.
    """
    found = Marks()
    reader = _SheetReader(found, percent)
    _walk(parts[part], reader.start, reader.text)
    ranges = list(reader.hidden)
    used = {column for _, column in found.filled}
    found.hidden_columns = {c for c in used if any(low <= c <= high for low, high in ranges)}
    rows = {row for row, _ in found.filled}
    found.hidden_rows &= rows
    found.pictures = any("/media/" in t for t in _drawn(parts, part))
    found.comments = _commented(parts, part)
    return found


def percent_styles(parts: Mapping[str, bytes]) -> frozenset[int]:
    """Return the numbers of the cell styles that show a number as a percentage."""
    formats: set[int] = set(_PERCENT_FORMATS)
    styles: list[int] = []
    inside = [False]

    def start(name: str, told: dict[str, str]) -> None:
        if name == "numFmt" and "%" in _QUOTED.sub("", told.get("formatCode", "")):
            formats.add(_count(told.get("numFmtId", "")))
        elif name in {"cellXfs", "cellStyleXfs"}:
            inside[0] = name == "cellXfs"
        elif name == "xf" and inside[0]:
            styles.append(_count(told.get("numFmtId", "0")))

    _walk(parts.get("xl/styles.xml", b""), start)
    return frozenset(number for number, used in enumerate(styles) if used in formats)


class _SheetReader:
    """Notes what the elements of a sheet say."""

    def __init__(self, found: Marks, percent: frozenset[int]) -> None:
        self._found = found
        self._percent = percent
        self._row = 0
        self._column = 0
        self._formula = ""
        self.hidden: list[tuple[int, int]] = []

    def start(self, name: str, told: dict[str, str]) -> None:
        if name == "c":
            self._cell(told)
        elif name in {"v", "is"}:
            self._fill()
        elif name == "f":
            self._fill()
            self._found.formulas.add((self._row, self._column))
            self._formula = ""
        elif name == "row":
            self._row = _count(told.get("r", "")) or self._row + 1
            self._column = 0
            if told.get("hidden") in {"1", "true"}:
                self._found.hidden_rows.add(self._row)
        elif name == "col" and told.get("hidden") in {"1", "true"}:
            self.hidden.append((_count(told.get("min", "")), _count(told.get("max", ""))))
        elif name == "mergeCell":
            if len(self._found.merged) >= _MOST_MERGED:
                raise HostileError(f"berisi lebih dari {_MOST_MERGED} sel gabungan")
            first, _, last = told.get("ref", "").partition(":")
            self._found.merged.append((place_of(first), place_of(last or first)))

    def text(self, name: str, words: str) -> None:
        """Take the text of a formula: LibreOffice writes what is true or false as one."""
        if name == "f":
            self._formula += words
            if self._formula in _CONSTANT:
                self._found.formulas.discard((self._row, self._column))
            else:
                self._found.formulas.add((self._row, self._column))

    def _cell(self, told: dict[str, str]) -> None:
        if "r" in told:
            self._row, self._column = place_of(told["r"])
        else:
            self._column += 1
        if told.get("t") == "e":
            self._found.errors.add((self._row, self._column))
        if _count(told.get("s", "")) in self._percent:
            self._found.percents.add((self._row, self._column))

    def _fill(self) -> None:
        if self._row > MOST_ROWS or self._column > MOST_COLUMNS:
            raise HostileError(
                f"berisi sel {letters(self._column)}{self._row}, di luar"
                f" {MOST_ROWS} baris dan {MOST_COLUMNS} kolom"
            )
        self._found.filled.add((self._row, self._column))


def relations(data: bytes) -> list[tuple[str, str, str, bool]]:
    """Return id, type, target and whether it is outside, of each relation of a .rels part."""
    found: list[tuple[str, str, str, bool]] = []

    def start(name: str, told: dict[str, str]) -> None:
        if name == "Relationship":
            kind = told.get("Type", "").rsplit("/", 1)[-1]
            outside = told.get("TargetMode", "").lower() == "external"
            found.append((told.get("Id", ""), kind, told.get("Target", ""), outside))

    _walk(data, start)
    return found


def _relations(parts: Mapping[str, bytes], part: str, kind: str = "") -> dict[str, str]:
    """Return the parts that a part names, of one kind or of all, by the id of the relation."""
    folder, _, name = part.rpartition("/")
    data = parts.get(f"{folder}/_rels/{name}.rels", b"")
    return {
        identity: _joined(folder, target)
        for identity, found, target, outside in relations(data)
        if not outside and kind in {"", found}
    }


def _commented(parts: Mapping[str, bytes], sheet: str) -> set[Place]:
    """Return the cells of a sheet that have comments; those in threads have one as well."""
    found: set[Place] = set()

    def start(name: str, told: dict[str, str]) -> None:
        if name == "comment":
            found.add(place_of(told.get("ref", "").partition(":")[0]))

    for part in _relations(parts, sheet, "comments").values():
        _walk(parts.get(part, b""), start)
    return found


def _drawn(parts: Mapping[str, bytes], sheet: str) -> list[str]:
    """Return what the drawings of a sheet show."""
    drawings = [p for p in _relations(parts, sheet).values() if "/drawings/" in p]
    return [t for d in drawings if d.endswith(".xml") for t in _relations(parts, d).values()]


def _joined(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.removeprefix("/")
    steps = folder.split("/")
    for step in target.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step != ".":
            steps.append(step)
    return "/".join(steps)


def _count(written: str) -> int:
    digits = written.isascii() and written.isdigit() and len(written) <= _LONGEST_COUNT
    return int(written) if digits else 0


def _walk(
    data: bytes,
    start: Callable[[str, dict[str, str]], None],
    text: Callable[[str, str], None] | None = None,
) -> None:
    """Call `start` with the name (without its namespace) and attributes of each element.

    And `text` with the name of the element begun last, and words in it.
    """
    if not data:
        return

    def refused(*_: object) -> None:
        raise HostileError("memuat DOCTYPE")

    inside = [""]

    def began(name: str, told: dict[str, str]) -> None:
        inside[0] = name.rpartition(" ")[2]
        start(inside[0], told)

    def ended(_: str) -> None:
        inside[0] = ""

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = began
    if text is not None:
        parser.EndElementHandler = ended
        parser.CharacterDataHandler = lambda words: text(inside[0], words)
    parser.StartDoctypeDeclHandler = refused
    try:
        parser.Parse(data, True)  # noqa: FBT003  (its name is "isfinal")
    except expat.ExpatError as fault:
        raise HostileError("susunannya rusak") from fault
