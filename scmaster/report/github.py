"""For GitHub Actions: one workflow command a diagnostic, shown beside the line it is about.

    ::error file=cities/x/kota.yaml,line=3,col=5,endLine=3,endColumn=9,title=SCM101::message

What a message holds cannot end the command or begin another: `%`, carriage return and line
feed are escaped, and in a property `:` and `,` as well, as the runner's own toolkit does it.
GitHub shows ten of each severity for one step; all stand in the log, errors first.
"""

from collections.abc import Sequence

from scmaster.diagnostics import Diagnostic, Severity, Span

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def report(diagnostics: Sequence[Diagnostic]) -> str:
    """Write one command a line, the worst first; files are named from the repository's root."""
    order = list(COMMANDS)
    return "\n".join(map(_command, sorted(diagnostics, key=lambda d: order.index(d.severity))))


def _command(d: Diagnostic) -> str:
    properties = _place(d.span) | {"title": d.code}
    written = ",".join(f"{key}={value.translate(_PROPERTY)}" for key, value in properties.items())
    hint = [f"Petunjuk: {d.hint}"] if d.hint else []
    related = [f"Lihat {other.span}: {other.message}" for other in d.related]
    said = "\n".join([d.message, *hint, *related])
    return f"::{COMMANDS[d.severity]} {written}::{said.translate(_DATA)}"


def _place(span: Span) -> dict[str, str]:
    return {
        "file": span.file,
        "line": str(span.line),
        "col": str(span.column),
        "endLine": str(span.line),
        "endColumn": str(span.column + span.width),
    }
