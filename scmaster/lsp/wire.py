"""From our words to those of the protocol, and back.

Columns are counted there in the units of an encoding, mostly UTF-16, which the editor chooses.
"""

from collections.abc import Sequence

from lsprotocol import types
from pygls.workspace import PositionCodec

from scmaster.diagnostics import Diagnostic, Severity, Span
from scmaster.language.completion import Kind, Offer
from scmaster.language.spot import Spot

SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}
KINDS = {
    Kind.SECTION: types.CompletionItemKind.Module,
    Kind.FIELD: types.CompletionItemKind.Field,
    Kind.CHOICE: types.CompletionItemKind.EnumMember,
    Kind.ID: types.CompletionItemKind.Reference,
}
NAME = "scmaster"

Lines = Sequence[str]


def column(codec: PositionCodec, lines: Lines, position: types.Position) -> int:
    """Return how many characters stand before a position in its row."""
    text = lines[position.line] if position.line < len(lines) else ""
    units = 0
    for index, character in enumerate(text):
        if units >= position.character:
            return index
        units += codec.client_num_units(character)
    return len(text)


def range_of(codec: PositionCodec, lines: Lines, row: int, start: int, end: int) -> types.Range:
    """Return the range of some characters of a row."""
    row = min(row, max(len(lines) - 1, 0))
    text = lines[row] if lines else ""
    begin, stop = (codec.client_num_units(text[:index]) for index in (start, end))
    return types.Range(types.Position(row, begin), types.Position(row, stop))


def range_at(codec: PositionCodec, lines: Lines, span: Span) -> types.Range:
    """Return the range of a place."""
    start = span.column - 1
    return range_of(codec, lines, span.line - 1, start, start + span.width)


def diagnostic(
    found: Diagnostic, where: types.Range, related: list[types.DiagnosticRelatedInformation]
) -> types.Diagnostic:
    """Say what was found; the hint stands on a line of its own."""
    return types.Diagnostic(
        range=where,
        message="\n".join(filter(None, [found.message, found.hint])),
        severity=SEVERITIES[found.severity],
        code=found.code,
        source=NAME,
        related_information=related or None,
    )


def offer(made: Offer, number: int, where: types.Range, quote: str) -> types.CompletionItem:
    """Offer what may be written, in quotes where they stand; `number` keeps the order."""
    return types.CompletionItem(
        label=made.word,
        kind=KINDS[made.kind],
        detail=made.said or None,
        documentation=markdown(made.told) if made.told else None,
        sort_text=f"{number:05}",
        filter_text=quote + made.word,
        text_edit=types.TextEdit(where, f"{quote}{made.text}{quote}"),
    )


def hover(text: str, spot: Spot, codec: PositionCodec, lines: Lines) -> types.Hover:
    """Say something of a word."""
    return types.Hover(markdown(text), range_of(codec, lines, spot.row, spot.start, spot.end))


def markdown(text: str) -> types.MarkupContent:
    """Return a text as Markdown."""
    return types.MarkupContent(types.MarkupKind.Markdown, text)
