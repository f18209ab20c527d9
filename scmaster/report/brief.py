r"""For editors and scripts: one line a diagnostic.

    file:line:column: severity CODE: message

with severity one of error, warning, note. As a regular expression:

    ^(?P<file>.+?):(?P<line>\d+):(?P<column>\d+): (?P<severity>error|warning|note) (?P<code>[A-Z]{3,8}\d{3}): (?P<message>.*)$
"""  # noqa: E501  (a regular expression is one line)

from collections.abc import Sequence

from scmaster.diagnostics import Diagnostic


def report(diagnostics: Sequence[Diagnostic]) -> str:
    """Write one line a diagnostic."""
    return "\n".join(
        f"{d.span}: {d.severity} {d.code}: {' '.join(d.message.split())}" for d in diagnostics
    )
