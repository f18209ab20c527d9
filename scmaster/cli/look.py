"""How to write to whoever reads: a terminal with colours, or a pipe without."""

import os
import shutil
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from scmaster.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from rich.console import Console

NARROWEST, WIDEST = 60, 120


class Format(StrEnum):
    """Who reads the diagnostics."""

    TEXT = "text"
    BRIEF = "brief"
    JSON = "json"


FormatOption = Annotated[Format, typer.Option("--format", help="Bentuk laporan.")]
StrictOption = Annotated[bool, typer.Option("--strict", help="Peringatan dihitung sebagai galat.")]


def on_terminal() -> bool:
    """Tell whether a person watches the output."""
    return sys.stdout.isatty()


def watched() -> bool:
    """Tell whether a person waits at the terminal, to whom progress may be told."""
    return sys.stderr.isatty()


def colour() -> bool:
    """Tell whether colours are welcome (see no-color.org)."""
    return on_terminal() and not os.environ.get("NO_COLOR")


def width() -> int:
    """Return how many columns to write, within reason."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((80, 24)).columns))


def console() -> "Console":
    """Return rich's console, as wide and as colourful as its reader has it."""
    from rich.console import Console

    return Console(width=width(), no_color=not colour(), force_terminal=False, highlight=False)


def table(
    target: "Console", title: str, headings: Sequence[str], rows: Sequence[Sequence[str]]
) -> None:
    """Print a table, none without rows: the first column gives way, the others hold figures."""
    if not rows:
        return
    from rich.markup import escape
    from rich.table import Table

    made = Table(title=title, title_justify="left", title_style="bold")
    made.add_column(headings[0], ratio=1)
    for heading in headings[1:]:
        made.add_column(heading, justify="right")
    for row in rows:
        made.add_row(*(escape(cell) for cell in row))
    target.print()
    target.print(made)


def say(found: Sequence[Diagnostic], form: Format) -> None:
    """Print diagnostics in a format."""
    if form is Format.JSON:
        from scmaster.report import json

        typer.echo(json.report(found))
    elif form is Format.BRIEF:
        from scmaster.report import brief

        if found:
            typer.echo(brief.report(found))
    else:
        from scmaster.report import text

        typer.echo(text.report(found, text.lines_of_files(), text.Look(width(), colour())))


def failed(found: Sequence[Diagnostic], *, strict: bool) -> bool:
    """Tell whether findings end in exit code 1."""
    bad = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(diagnostic.severity in bad for diagnostic in found)


def today() -> date:
    """Return the day by which exceptions are judged; SOURCE_DATE_EPOCH sets the clock."""
    return epoch() or date.today()  # noqa: DTZ011  (the day where the city's officer is)


def epoch() -> date | None:
    """Return the day that SOURCE_DATE_EPOCH names, if any; stop where it names none."""
    said = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not said:
        return None
    try:
        if not (said.isascii() and said.isdigit()):
            raise ValueError  # noqa: TRY301  (one exit)
        return datetime.fromtimestamp(int(said), UTC).date()
    except (ValueError, OverflowError, OSError):
        from scmaster.cli.place import stop

        stop(
            f"SOURCE_DATE_EPOCH harus berupa banyaknya detik sejak 1970, misalnya 1767225600;"
            f" isinya '{said[:40]}'."
        )
