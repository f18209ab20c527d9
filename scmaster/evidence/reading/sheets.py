"""A spreadsheet through calamine: what every filled cell holds, as text."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from scmaster.assess.originals import Contents
from scmaster.evidence.reading import Reading, UnreadableError
from scmaster.source import package

MOST_CELLS = 500_000
_LONGEST = 5_000


def read(path: Path) -> Reading:
    """Read a workbook; raise UnreadableError over what no honest one holds."""
    from python_calamine import CalamineWorkbook  # noqa: PLC0415  (only who reads one)

    if path.stat().st_size > package.TOTAL:
        raise UnreadableError("terlalu besar untuk dibaca")
    try:
        package.read(path.read_bytes())  # how large it is once unpacked
    except package.HostileError as fault:
        raise UnreadableError(str(fault).replace(".docx", ".xlsx")) from None
    book = CalamineWorkbook.from_path(path)
    cells: dict[str, dict[str, str]] = {}
    left = MOST_CELLS
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        own: dict[str, str] = {}
        start = sheet.start or (0, 0)
        for row, values in enumerate(sheet.to_python(skip_empty_area=True), start=start[0] + 1):
            for column, value in enumerate(values, start=start[1]):
                if value != "":
                    own[f"{letters(column)}{row}"] = _text(value)[:_LONGEST]
            left -= len(values)
            if left < 0:
                raise UnreadableError(f"lebih dari {MOST_CELLS} sel")
        cells[name] = own
    return Reading(Contents(cells=cells))


def letters(column: int) -> str:
    """Return the name of a column, counted from 0: A, ..., Z, AA."""
    return "".join(reversed(list(_digits(column))))


def _digits(column: int) -> Iterator[str]:
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        yield chr(ord("A") + rest)


def _text(value: object) -> str:
    """Write a value so that it can be compared: a number without a tail of zeros."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, (datetime, date, time, timedelta)):
        return str(value)
    return str(value)
