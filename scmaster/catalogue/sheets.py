"""A sheet: labels and values below a heading, ready to print."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Sheet:
    """What there is to know of one thing."""

    heading: str
    rows: tuple[tuple[str, str], ...]


SURE = {
    "official": "resmi",
    "secondary": "dari sumber kedua",
    "inferred": "perkiraan, belum dipastikan",
    "draft": "rancangan",
}
"""What a standing is called to a reader."""


def repeated(label: str, lines: Iterable[str]) -> list[tuple[str, str]]:
    """Return a row a line; the label stands before the first."""
    return [(label if first else "", line) for first, line in _first(lines)]


def _first(lines: Iterable[str]) -> Iterable[tuple[bool, str]]:
    return ((index == 0, line) for index, line in enumerate(lines))
