"""For a person at a terminal: the place, what is wrong, the line itself, what to do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap

from scmaster.diagnostics import Diagnostic, Severity, Span
from scmaster.source.lines import head, source_line

LEVELS = {
    Severity.ERROR: "galat",
    Severity.WARNING: "peringatan",
    Severity.NOTE: "catatan",
}
COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
MARGIN = 8
"""Columns before the text of a line: its number, a bar, and air."""

PRIVATE = "SCM7"
"""A line that these codes are about is not shown: a report is read, kept and passed on."""

Lines = Callable[[Span], tuple[str, int]]
"""Gives the line at a place to look at, and the column of the place in it."""


@dataclass(frozen=True)
class Look:
    """How to write: how many columns there are, and whether colours are welcome."""

    width: int = 80
    colour: bool = False

    def paint(self, text: str, code: str) -> str:
        """Colour a text, where colours are welcome."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text


def report(diagnostics: Sequence[Diagnostic], lines: Lines, look: Look) -> str:
    """Write each diagnostic with the line it is about, and a summary at the end."""
    private = {d.span[:2] for d in diagnostics if d.code.startswith(PRIVATE)}

    def shown(span: Span) -> tuple[str, int]:
        return ("", 1) if span[:2] in private else lines(span)

    parts = [_one(diagnostic, shown, look) for diagnostic in diagnostics]
    return "\n\n".join([*parts, summary(diagnostics, look)])


def tally(diagnostics: Sequence[Diagnostic]) -> str:
    """Count by severity: `2 galat, 1 peringatan, 0 catatan`."""
    return ", ".join(
        f"{sum(1 for d in diagnostics if d.severity is level)} {name}"
        for level, name in LEVELS.items()
    )


def summary(diagnostics: Sequence[Diagnostic], look: Look) -> str:
    """Count by file and severity."""
    if not diagnostics:
        return look.paint("Tidak ada temuan.", "32")
    by_file: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        by_file.setdefault(diagnostic.span.file, []).append(diagnostic)
    longest = min(max(map(len, by_file)), look.width - 40)
    rows = [f"  {name:<{longest}}  {tally(found)}" for name, found in by_file.items()]
    total = f"Ringkasan: {tally(diagnostics)} di {len(by_file)} berkas."
    return "\n".join([look.paint(total, "1"), *(rows if len(by_file) > 1 else [])])


def _one(d: Diagnostic, lines: Lines, look: Look) -> str:
    level = look.paint(f"{LEVELS[d.severity]} {d.code}", f"1;{COLOURS[d.severity]}")
    parts = [f"{d.span}: {level}", *_wrapped(d.message, "  ", look)]
    line, column = lines(d.span)
    if line.strip():
        parts += _excerpt(d, line, column - 1, look)
    if d.hint:
        parts += _wrapped(f"petunjuk: {d.hint}", "  ", look)
    for other in d.related:
        parts += _wrapped(f"lihat {other.span}: {other.message}", "  ", look)
    return "\n".join(parts)


def _wrapped(text: str, indent: str, look: Look) -> list[str]:
    return wrap(
        text,
        look.width,
        initial_indent=indent,
        subsequent_indent=indent + "  ",
        break_on_hyphens=False,
        break_long_words=False,
    )


def _excerpt(d: Diagnostic, line: str, start: int, look: Look) -> list[str]:
    """Show the line with a caret below; a long line is cut around the place."""
    room = look.width - MARGIN
    if len(line) > room:
        cut = max(0, min(start - room // 3, len(line) - room))
        more = cut + room < len(line)
        line, start = line[cut : cut + room], start - cut
        line = "…" + line[1:] if cut else line
        line = line[:-1] + "…" if more else line
    width = max(1, min(d.span.width, len(line.rstrip()) - start))
    caret = look.paint("^" * width, COLOURS[d.severity])
    return [f"{d.span.line:>5} | {line.rstrip()}", f"{'':>5} | {' ' * start}{caret}"]


def page(text: str, width: int) -> str:
    """Fit the page of a code into a width: prose is wrapped anew, examples stay as they are."""
    parts = []
    for part in text.strip().split("\n\n"):
        prose = not part.startswith(" ")
        parts.append("\n".join(wrap(part, width, break_on_hyphens=False)) if prose else part)
    return "\n\n".join(parts)


def sheet(heading: str, rows: Sequence[tuple[str, str]], width: int) -> str:
    """Write labels and values in two columns below a heading."""
    column = max((len(label) for label, _ in rows), default=0) + 2
    lines = [heading]
    for label, value in rows:
        lines += wrap(
            value,
            width,
            initial_indent=f"  {label:<{column}}",
            subsequent_indent=" " * (column + 2),
        )
    return "\n".join(lines)


def _content(name: str) -> bytes:
    try:
        return head(Path(name))
    except (OSError, ValueError):
        return b""


def lines_of_files() -> Lines:
    """Read the lines from the files themselves, each file once."""
    known: dict[str, bytes] = {}

    def line(span: Span) -> tuple[str, int]:
        if span.file not in known:
            known[span.file] = _content(span.file)
        return source_line(known[span.file], span.line, span.column)

    return line
