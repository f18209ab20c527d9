"""The text of a form, as its workbook carries it along, back to the form.

A workbook has been on thirty desks: whatever is not exactly a form is none.
"""

import base64
import binascii
import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import is_dataclass
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from scmaster.requests.form import VERSION, Form

LONGEST = 20_000_000
"""Characters of the text of a form."""
_CELL = 30_000
"""Characters in a cell of the sheet that nobody sees."""
NAME = "scmaster formulir"
"""In the first cell of that sheet."""


def cells(form: Form) -> tuple[str, ...]:
    """Return what the first column of the hidden sheet holds, from the top.

    Its name, the form's fingerprint, and the form's text, packed so that no program that
    saves the workbook takes a part of it for a number or trims it.
    """
    packed = base64.b64encode(zlib.compress(form.text.encode(), 9)).decode("ascii")
    chunks = [packed[at : at + _CELL] for at in range(0, len(packed), _CELL)]
    return (NAME, form.fingerprint, *chunks)


def text(found: Sequence[str]) -> str | None:
    """Return the text of the form in the first column of a hidden sheet; None of none."""
    if len(found) <= 2 or found[0] != NAME:  # noqa: PLR2004  (its name and the fingerprint)
        return None
    try:
        packed = base64.b64decode("".join(found[2:]), validate=True)
        opened = zlib.decompressobj()
        data = opened.decompress(packed, LONGEST)
        return data.decode("utf-8") if opened.eof else None
    except (binascii.Error, zlib.error, ValueError):
        return None


def parsed(told: str) -> Form | None:
    """Return the form that a text is of; None where it is of none, or of a newer version."""
    if len(told) > LONGEST:
        return None
    try:
        made = _made(Form, json.loads(told))
    except (ValueError, TypeError, RecursionError):
        return None
    return made if isinstance(made, Form) and _whole(made) else None


def version(told: str) -> int | None:
    """Return the version of the form that a text is of, even of one that cannot be read."""
    try:
        made = json.loads(told[:LONGEST])
    except (ValueError, RecursionError):
        return None
    found = made.get("version") if isinstance(made, dict) else None
    return found if type(found) is int else None


def _whole(form: Form) -> bool:
    """Tell whether the parts of a form fit each other."""
    sheets = form.sheets
    wide = all(len(row.cells) == len(sheet.columns) for sheet in sheets for row in sheet.rows)
    named = _once(sheet.key for sheet in sheets) and _once(sheet.title for sheet in sheets)
    told = all(_once(row.key for row in s.rows) and _once(c.key for c in s.columns) for s in sheets)
    return form.version == VERSION and wide and named and told


def _once(names: Iterable[str]) -> bool:
    every = list(names)
    return len(every) == len(set(every))


def _made(kind: Any, value: Any) -> Any:  # noqa: ANN401  (whatever a field may hold)
    """Return a value as its annotation says; raises TypeError or ValueError over another."""
    if is_dataclass(kind):
        return _record(kind, value)
    origin, inside = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        return _one_of(inside, value)
    if origin is tuple and isinstance(value, list):
        several = inside[:1] * len(value) if inside[-1] is ... else inside
        return tuple(_made(one, item) for one, item in zip(several, value, strict=True))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    if type(value) is not kind:
        raise TypeError(kind)
    return value


def _record(kind: Any, value: Any) -> Any:  # noqa: ANN401  (any dataclass)
    hints = get_type_hints(kind)  # of each field; what kind of target it is, these tell
    if not isinstance(value, dict) or value.keys() != hints.keys():
        raise TypeError(kind)
    return kind(**{name: _made(hints[name], inside) for name, inside in value.items()})


def _one_of(kinds: tuple[Any, ...], value: Any) -> Any:  # noqa: ANN401  (see above)
    """Return the value as the one kind that it is."""
    for kind in kinds:
        try:
            return _made(kind, value)
        except (TypeError, ValueError):
            continue
    raise TypeError(kinds)
