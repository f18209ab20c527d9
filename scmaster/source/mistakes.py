"""What a beginner meant to write, told from what is really in the lines."""

from scmaster.diagnostics import Diagnostic, Severity, Span


def suspects(text: str) -> frozenset[int]:
    """Return the lines that are worth a second look."""
    return frozenset()


def of_syntax(lines: list[str], file: str, error: Exception) -> Diagnostic:
    """Say what is wrong where the parser gave up."""
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    line = min(line, len(lines) - 1)
    column = min(column, len(lines[line]))
    span = Span(file, line + 1, column + 1)
    return Diagnostic("SCM001", Severity.ERROR, span, "baris ini bukan YAML yang sah")
