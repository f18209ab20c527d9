"""For GitLab's Code Quality: a JSON list, one object a diagnostic.

The format is GitLab's subset of Code Climate's: `description`, `check_name`, `fingerprint`,
`severity` and `location` with `path` and `lines.begin`. A merge request shows the findings
whose fingerprint the target branch does not have.
"""

import json
from collections.abc import Mapping, Sequence

from scmaster.diagnostics import Diagnostic, Severity

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "info"}


def report(diagnostics: Sequence[Diagnostic], fingerprints: Mapping[Diagnostic, str]) -> str:
    """Write the list; files are named from the repository's root."""
    listed = [
        {
            "description": f"{d.message} (petunjuk: {d.hint})" if d.hint else d.message,
            "check_name": d.code,
            "fingerprint": fingerprints[d],
            "severity": SEVERITIES[d.severity],
            "location": {"path": d.span.file, "lines": {"begin": d.span.line}},
        }
        for d in diagnostics
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2)
