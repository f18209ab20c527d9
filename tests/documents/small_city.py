"""The small city that the rules stand on, with more written beside it."""

from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

from scmaster import pipeline
from scmaster.diagnostics import Span
from scmaster.documents import Imprint
from scmaster.model.sections import CITY_SECTIONS
from scmaster.passages.cells import Link, Missing, Noted, Place, Pointer, Stated

ROOT = Path(__file__).parent.parent.parent
BASE = ROOT / "tests" / "checks" / "base"
ON = date(2025, 1, 15)
IMPRINT = Imprint("0.0.0", "abc1234")


def small(extra="", without=(), more=()):
    """The records of `tests/checks/base` but for some sections, with more beside them.

    `more` are the texts of files beside `extra`, each with sections of its own.
    """
    every = [path for path in sorted(BASE.glob("*.yaml")) if path.stem not in without]
    files = [(f"{path.stem}.yaml", path.read_bytes()) for path in every]
    city = [(name, data) for name, data in files if name[:-5] in CITY_SECTIONS]
    shared = [(name, data) for name, data in files if name[:-5] not in CITY_SECTIONS]
    city.append(("tambahan.yaml", extra.encode()))
    city += [(f"tambahan-{n}.yaml", text.encode()) for n, text in enumerate(more, start=2)]
    return pipeline.understand(city, shared, [], Span("kota", 1, 1), on=ON)


def outline(value, indent=0):
    """Write composed data so that a person can read it, one line a value."""
    pad = "  " * indent
    if is_dataclass(value):
        shown = [(field.name, getattr(value, field.name)) for field in fields(value)]
        lines = []
        for name, inside in shown:
            if isinstance(inside, str):
                lines.append(f"{pad}{name}: {inside}")
            else:
                lines += [f"{pad}{name}:", *outline(inside, indent + 1)]
        return lines
    if isinstance(value, tuple):
        return [pad + "- " + " | ".join(cell(item) for item in value)]
    if isinstance(value, list):
        return [line for item in value for line in outline(item, indent)]
    return [f"{pad}{value}"]


def cell(value):
    if isinstance(value, list):
        return " // ".join(cell(item) for item in value)
    if isinstance(value, Missing):
        return f"!{value.text}!"
    if isinstance(value, Stated):
        return f"{value.text} «{value.claim.record} {value.claim.field}»"
    if isinstance(value, Noted):
        return f"{value.text} ^{cell(list(value.note))}^"
    if isinstance(value, Place | Pointer):
        return value.text
    return f"{value.text} <{value.url}>" if isinstance(value, Link) else value
