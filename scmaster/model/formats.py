"""The formats of a city's files, and what each has renamed: an old name is read, with a warning.

A field that gets another name gets a line in RENAMED and a higher CURRENT; a field that just
comes along needs neither. `scmaster migrate` writes the new names.
"""

from typing import NamedTuple

CURRENT = 2
"""The format that this version writes. 1: before formats were counted."""


class Renamed(NamedTuple):
    """A field that has another name since a format."""

    since: int
    section: str
    path: tuple[str, ...]
    """The fields that lead from a record to what holds it; every item of a list on the way."""
    old: str
    new: str


RENAMED: tuple[Renamed, ...] = (
    # "offices" of a city are its leaders; whoever looks is an opd, as everywhere else
    Renamed(2, "verifications", (), "office", "opd"),
)
