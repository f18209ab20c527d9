"""From a file of anybody to cells, or the reason why not: runs in a process of its own."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from scmaster.evidence.kinds import kind_of
from scmaster.exchange import delimited, marks
from scmaster.exchange.marks import Marks
from scmaster.source import package

MOST_CELLS = 1_000_000
"""Cells of all sheets together, empty ones between filled ones counted."""
_LONGEST = 32_767
"""Characters that a cell of a spreadsheet can hold."""
_AS_XLSX = "buka di Excel atau LibreOffice, lalu simpan sebagai .xlsx tanpa kata sandi"
_FROM_THE_FORM = "minta pengisi menyalin isiannya ke formulir asli, lalu mengirimnya kembali"
_OTHERS = {
    "ole": "berkas ini .xls lama atau disandi, bukan .xlsx",
    "ods": "berkas ini .ods, bukan .xlsx",
    "docx": "berkas ini dokumen Word, bukan lembar kerja",
    "pdf": "berkas ini PDF, bukan lembar kerja",
    "zip": "berkas ini arsip zip, bukan lembar kerja",
    "html": "berkas ini halaman web, bukan lembar kerja",
    "": "berkas ini bukan lembar kerja .xlsx",
}
_DANGERS = (
    ("vbaProject", "makro"),
    ("xl/macrosheets/", "makro"),
    ("xl/externalLinks/", "tautan ke buku kerja lain"),
    ("xl/connections.xml", "sambungan ke data lain"),
    ("xl/queryTables/", "sambungan ke data lain"),
    ("xl/model/", "sambungan ke data lain"),
    ("xl/embeddings/", "objek tertanam"),
    ("xl/activeX/", "kontrol ActiveX"),
    ("customUI", "tombol buatan sendiri"),
)
_PLAIN_TEXT = frozenset({".csv", ".tsv", ".txt"})
"""Of such a name, text in an encoding of Windows is taken for text too."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class RefusedError(Exception):
    """Says why a file is not read: code, message and hint (Indonesian)."""

    def __init__(self, message: str, hint: str = "", code: str = "SCM900") -> None:
        """Keep what is to be said."""
        super().__init__(message)
        self.told = {"problem": message, "hint": hint, "code": code}


def unpacked(path: Path) -> dict[str, Any]:
    """Return the sheets of a file, or its problem; never raises over what the file holds."""
    try:
        return {"sheets": _sheets(path)}
    except RefusedError as fault:
        return fault.told
    except package.HostileError as fault:
        message = f"berkas ini {fault}".replace(".docx", ".xlsx")
        return RefusedError(message.replace("berkas ini berkas", "berkas ini"), _AS_XLSX).told
    except MemoryError:
        return RefusedError("berkas ini terlalu besar untuk dibaca").told
    except OSError as fault:
        from scmaster.source.opening import reason  # noqa: PLC0415  (only for what is not there)

        return RefusedError(f"berkas ini {reason(fault)}").told
    except Exception:  # noqa: BLE001  (a broken file makes a library raise anything)
        return RefusedError("susunan berkas ini rusak", _AS_XLSX).told


def _sheets(path: Path) -> list[dict[str, Any]]:
    if path.stat().st_size > package.TOTAL:
        raise RefusedError("berkas ini terlalu besar untuk dibaca")
    with path.open("rb") as file:
        kind = kind_of(file)
    data = path.read_bytes()
    if not data:
        raise RefusedError("berkas ini kosong")
    if kind == "xlsx":
        return list(_of_package(data))
    if kind == "text" or (not kind and path.suffix.lower() in _PLAIN_TEXT):
        try:
            return [_plain(path.stem, delimited.rows(data))]
        except ValueError as fault:
            raise RefusedError(f"berkas ini {fault}") from fault
    if kind == "ole" and _ENCRYPTED in data:
        raise RefusedError("berkas ini disandi", "buka sandinya, lalu simpan lagi sebagai .xlsx")
    raise RefusedError(_OTHERS.get(kind, _OTHERS[""]), _AS_XLSX)


def _plain(title: str, rows: list[list[str]]) -> dict[str, Any]:
    """Return a sheet of texts."""
    cells = [
        [row, column, "text", text[:_LONGEST], False, False]
        for row, texts in enumerate(rows, start=1)
        for column, text in enumerate(texts, start=1)
        if text.strip()
    ]
    return _told(title, "visible", cells, Marks())


def _of_package(data: bytes) -> Iterator[dict[str, Any]]:
    """Yield the sheets of a workbook; raise RefusedError, HostileError."""
    from io import BytesIO  # noqa: PLC0415  (only who reads one)

    from python_calamine import CalamineWorkbook  # noqa: PLC0415  (likewise)

    parts = package.read(data)
    _refuse_dangers(parts)
    percent = marks.percent_styles(parts)
    known = marks.sheets_of(parts)
    found = {
        title: marks.marks_of(parts, part, percent)
        for title, (part, _) in known.items()
        if "/worksheets/" in part
    }
    if sum(_area(each) for each in found.values()) > MOST_CELLS:
        raise RefusedError(f"berkas ini membentang lebih dari {MOST_CELLS} sel")
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    for title, mine in found.items():
        sheet = book.get_sheet_by_name(title)
        values = sheet.to_python(skip_empty_area=True) if sheet.start else []
        cells = list(_cells(sheet.start or (0, 0), values, mine))
        yield _told(title, known[title][1], cells, mine)


def _refuse_dangers(parts: Mapping[str, bytes]) -> None:
    for name, data in parts.items():
        for sign, what in _DANGERS:
            if sign.lower() in name.lower():
                raise RefusedError(f"berkas ini memuat {what}", _FROM_THE_FORM, "SCM901")
        if name.endswith(".rels"):
            for _, kind, _, outside in marks.relations(data):
                if outside and kind != "hyperlink":
                    what = f"berkas ini memuat tautan keluar ({kind[:30]})"
                    raise RefusedError(what, _FROM_THE_FORM, "SCM901")
    types = parts.get("[Content_Types].xml", b"")
    if b"macroEnabled" in types:
        raise RefusedError("berkas ini memuat makro", _FROM_THE_FORM, "SCM901")
    if "xl/workbook.xml" not in parts:
        raise RefusedError("berkas ini .xlsb atau susunannya lain, bukan .xlsx", _AS_XLSX)


def _area(found: Marks) -> int:
    rows = [row for row, _ in found.filled]
    columns = [column for _, column in found.filled]
    return max(rows, default=0) * max(columns, default=0)


def _cells(start: tuple[int, int], rows: list[list[Any]], found: Marks) -> Iterator[list[Any]]:
    """Yield the filled cells; a formula without a result is one too, and an error."""
    seen = set()
    for row, values in enumerate(rows, start=start[0] + 1):
        for column, value in enumerate(values, start=start[1] + 1):
            if value in {"", None} or (isinstance(value, str) and not value.strip()):
                continue
            place = (row, column)
            seen.add(place)
            kind, text = _value(value)
            yield [*place, kind, text, place in found.percents, place in found.formulas]
    for place in sorted((found.formulas | found.errors) - seen):
        yield [*place, "nothing", "", False, place in found.formulas]


def _value(value: object) -> tuple[str, str]:
    """Return what kind of value it is, and its text."""
    if isinstance(value, bool):
        return "bool", str(value).lower()
    if isinstance(value, (int, float)):
        return "number", _number(value)
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return "date", value.date().isoformat() if midnight else value.isoformat()
    if isinstance(value, date):
        return "date", value.isoformat()
    if isinstance(value, (time, timedelta)):
        return "time", str(value)
    return "text", str(value)[:_LONGEST]


def _number(value: float) -> str:
    """Write a number with all its digits, never as 1e+16."""
    from decimal import Decimal  # noqa: PLC0415  (beside its only use)

    exact = Decimal(repr(value))
    return f"{exact:f}".rstrip("0").rstrip(".") if "." in f"{exact:f}" else f"{exact:f}"


def _told(title: str, state: str, cells: list[list[Any]], found: Marks) -> dict[str, Any]:
    return {
        "title": title,
        "state": state,
        "cells": cells,
        "merged": found.merged,
        "hidden_rows": sorted(found.hidden_rows),
        "hidden_columns": sorted(found.hidden_columns),
        "pictures": found.pictures,
        "comments": sorted(found.comments),
    }
