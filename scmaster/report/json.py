"""For programs: one JSON object, `version` 1.

`{"version": 1, "summary": {"error": n, "warning": n, "note": n}, "diagnostics": [...]}`;
a diagnostic has `code`, `severity`, `file`, `line`, `column`, `width`, `message`, `hint`
and `related`, a list of places with a message.
"""

import json
from collections.abc import Sequence
from typing import Any

from scmaster.diagnostics import Diagnostic, Severity, Span


def report(diagnostics: Sequence[Diagnostic]) -> str:
    """Write the diagnostics as JSON, keys in a fixed order."""
    content = {
        "version": 1,
        "summary": {s: sum(1 for d in diagnostics if d.severity is s) for s in Severity},
        "diagnostics": [_plain(diagnostic) for diagnostic in diagnostics],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _plain(d: Diagnostic) -> dict[str, Any]:
    related = [_place(other.span) | {"message": other.message} for other in d.related]
    said = {"message": d.message, "hint": d.hint, "related": related}
    return {"code": d.code, "severity": d.severity} | _place(d.span) | said


def _place(span: Span) -> dict[str, Any]:
    return {"file": span.file, "line": span.line, "column": span.column, "width": span.width}
