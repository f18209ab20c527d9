"""A record as YAML, the way people write it in these files."""

import json
import re
from collections.abc import Mapping, Sequence

_PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 ._/()+-]*[A-Za-z0-9.)])?")
"""What needs no quotes, between brackets neither."""
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "ya", "tidak", "y", "n"})
_RANGE = re.compile(r"[0-9]+-[0-9]+")
"""Pages, which other tools may take for something else."""


def block(record: Mapping[str, object], dash: int) -> list[str]:
    """Return the lines of a record as an item of a list whose dash is at a column (from 0)."""
    fields = [f"{name}: {_value(value)}" for name, value in record.items()]
    leads = [" " * dash + "- ", *[" " * (dash + 2)] * (len(fields) - 1)]
    return [lead + field for lead, field in zip(leads, fields, strict=True)]


def flow(record: Mapping[str, object]) -> str:
    """Return a record in braces."""
    return "{" + ", ".join(f"{name}: {_value(value)}" for name, value in record.items()) + "}"


def _value(value: object) -> str:
    if isinstance(value, Mapping):
        return flow(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(_value, value)) + "]"
    return _scalar(str(value))


def _scalar(text: str) -> str:
    plain = _PLAIN.fullmatch(text) and "  " not in text and not _RANGE.fullmatch(text)
    if plain and text.lower() not in _WORDS and " -" not in text[:2]:
        return text
    return json.dumps(text, ensure_ascii=False)
