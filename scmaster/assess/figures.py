"""The figures of a record: every measure in it, with its place."""

from collections.abc import Iterator
from typing import NamedTuple

from scmaster.load import nested
from scmaster.model.measure import Measure
from scmaster.model.record import Record

Path = tuple[str | int, ...]
"""What `record.span(*path)` takes."""


class Figure(NamedTuple):
    """A measure, and where it stands in its record."""

    path: Path
    measure: Measure


def figures(record: Record) -> Iterator[Figure]:
    """Yield every measure of a record and of the records inside it, in the fields' order."""
    for name in nested(type(record)):  # no other field can hold a measure
        value = getattr(record, name)
        if isinstance(value, list):
            for index, item in enumerate(value):
                yield from _inside((name, index), item)
        else:
            yield from _inside((name,), value)


def _inside(path: Path, value: object) -> Iterator[Figure]:
    if isinstance(value, Measure):
        yield Figure(path, value)
    elif isinstance(value, Record):
        yield from (Figure((*path, *found.path), found.measure) for found in figures(value))
