"""Which record a place in a city's files belongs to."""

from bisect import bisect_right

from scmaster.diagnostics import Span
from scmaster.link import Dossier


class Places:
    """Tells which record a place in a file belongs to."""

    def __init__(self, dossier: Dossier) -> None:
        """Index where every record begins."""
        self._starts: dict[str, list[tuple[int, int, str]]] = {}
        for entry in dossier.every():
            span: Span = entry.span()
            self._starts.setdefault(span.file, []).append((span.line, span.column, entry.id))
        for starts in self._starts.values():
            starts.sort()

    def record_at(self, span: Span) -> str | None:
        """Return the id of the last record that begins at or before a place."""
        starts = self._starts.get(span.file, [])
        index = bisect_right(starts, (span.line, span.column, "\uffff"))
        return starts[index - 1][2] if index else None
