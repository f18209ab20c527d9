"""Text with a value between separators: what a survey's web page lets people download."""

import csv
import io

from scmaster.exchange.marks import MOST_COLUMNS, MOST_ROWS

_SEPARATORS = ";\t,"
_LOOKED_AT = 20
"""Lines by which the separator is chosen."""


def rows(data: bytes) -> list[list[str]]:
    """Return the values, row by row; raise ValueError saying (Indonesian) why there are none.

    UTF-8 with or without a mark, UTF-16 with one, else the code page of Windows.
    """
    text = _decoded(data)
    if "\0" in text:
        raise ValueError("bukan teks")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    made: list[list[str]] = []
    try:
        for row in reader:
            made.append(row)
            if len(made) > MOST_ROWS or len(row) > MOST_COLUMNS:
                raise ValueError(f"melebihi {MOST_ROWS} baris atau {MOST_COLUMNS} kolom")
    except csv.Error as fault:
        raise ValueError("memuat baris yang terlalu panjang atau rusak") from fault
    return made


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _separator(text: str) -> str:
    """Choose what parts the first lines into the same number of values, the most of them."""
    lines = text.splitlines()[:_LOOKED_AT]

    def fitness(separator: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader(lines, delimiter=separator) if row]
        alike = sum(1 for width in widths if width == widths[0]) if widths else 0
        return (alike if widths and widths[0] > 1 else 0, widths[0] if widths else 0)

    try:
        return max(_SEPARATORS, key=fitness)
    except csv.Error:
        return ","


def written(made: list[list[str]]) -> bytes:
    """Return rows as text that spreadsheets here open in columns: semicolons, and a mark."""
    saved = io.StringIO(newline="")
    csv.writer(saved, delimiter=";").writerows(made)
    return saved.getvalue().encode("utf-8-sig")
