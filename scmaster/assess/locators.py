"""Where in a file something is said to stand: pages, a section, a cell of a sheet."""

import re
from typing import NamedTuple

_PAGES = re.compile(
    r"(?:(?:hal(?:aman)?|hlm)\.?\s*)?([0-9]{1,4}(?:\s*[-–]\s*[0-9]{1,4})?"
    r"(?:\s*(?:,|dan|&)\s*[0-9]{1,4}(?:\s*[-–]\s*[0-9]{1,4})?)*)",
    re.IGNORECASE,
)
_RANGE = re.compile(r"([0-9]+)(?:\s*[-–]\s*([0-9]+))?")
_CELL = re.compile(
    r"(?P<quote>'?)(?P<sheet>[^'!:\\/?*\[\]]{1,31})(?P=quote)"
    r"!\$?(?P<column>[A-Za-z]{1,3})\$?(?P<row>[0-9]{1,7})"
)
_MOST = 500


class CellPlace(NamedTuple):
    """A cell as people write it: Data!B7."""

    sheet: str
    cell: str


def pages(written: str) -> tuple[int, ...]:
    """Return the pages that are named: 3-4, "hlm. 2, 7"; empty where it names none."""
    match = _PAGES.fullmatch(written.strip())
    if match is None:
        return ()
    found: list[int] = []
    for first, last in _RANGE.findall(match[1]):
        found.extend(range(int(first), min(int(last or first), int(first) + _MOST) + 1))
    return tuple(dict.fromkeys(found))


def cell(written: str) -> CellPlace | None:
    """Return the cell that is named; None where it names none."""
    match = _CELL.fullmatch(written.strip())
    if match is None:
        return None
    return CellPlace(match["sheet"], f"{match['column'].upper()}{match['row']}")
