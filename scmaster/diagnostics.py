"""The one way scmaster speaks about what a city has written.

Nothing in a city's files ever raises: every stage returns what it could make,
and a list of diagnostics for the rest.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """What a finding costs the city, not how it feels."""

    ERROR = "error"
    """The dossier cannot be submitted like this."""
    WARNING = "warning"
    """An assessor will take marks off, or ask."""
    NOTE = "note"
    """It could read better."""


class Span(NamedTuple):
    """A place in a file: lines and columns count characters from 1.

    `width` is how many characters of that line the place covers, at least 1; it only
    decides how long the underline is.
    """

    file: str
    line: int
    column: int
    width: int = 1

    def __str__(self) -> str:
        """Write the place the way editors and CI know how to open."""
        return f"{self.file}:{self.line}:{self.column}"


class Related(NamedTuple):
    """Another place that a diagnostic is about, and why (Indonesian)."""

    span: Span
    message: str


@dataclass(frozen=True)
class Diagnostic:
    """One thing to say about one place; message and hint are Indonesian."""

    code: str
    severity: Severity
    span: Span
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()
    meant: str = ""
    """What was probably meant to stand at the span instead; empty where nobody can tell."""


class Finding(NamedTuple):
    """What a rule yields; the runner stamps the rule's code and severity on it."""

    span: Span
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()
