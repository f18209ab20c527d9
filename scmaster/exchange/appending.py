"""Append a record to a section of a YAML file, and leave every other byte as it is.

Where it belongs is found with the reader, which knows where everything was written. A text
can be laid out in more ways than anybody foresees, so nothing is trusted: each place that
may be the right one is tried, and the first is taken after which the file reads as it did
before, and the record with it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from scmaster.diagnostics import Diagnostic
from scmaster.exchange.writing import block, flow
from scmaster.source import reader
from scmaster.source.decoding import BOM
from scmaster.source.lines import LINE_END
from scmaster.source.nodes import Node

Value = str | Sequence[str] | Mapping[str, str]
"""What a field of a record holds, as text."""

_QUIET = re.compile(r"\s*(?:#.*)?$")
"""A line that says nothing to the reader."""
_DASH = re.compile(r"( *)-(?:\s|$)")
_MOST_TRIES = 100
"""Each costs a reading of the file; an ordinary layout takes one or two."""
_EMPTY = re.compile(r"\[\s*\]|~|null")


class NoPlaceError(ValueError):
    """There is no place in the file at which the record can be appended."""


def append(data: bytes, section: str, record: Mapping[str, Value]) -> bytes:
    """Return the content of a file with a record more in one of its sections.

    An empty file gets its first section. Raises NoPlaceError where the file cannot be read
    without an error, or is laid out so that the record cannot be written into it.
    """
    bom = BOM if data.startswith(BOM) else b""
    before, found = _read(data)
    if before is None and not _is_blank(data):
        raise NoPlaceError(section)
    text = data.removeprefix(bom).decode()
    wanted = [_with(node, section, record) for node in (before, _read(_ended(data))[0])]
    for tried in islice(_tries(text, before, section, record), _MOST_TRIES):
        made = bom + tried.encode()
        after, said = _read(made)
        if after is not None and _ordered(after) in wanted and len(said) <= len(found):
            return made
    raise NoPlaceError(section)


def holds(data: bytes, section: str) -> bool:
    """Tell whether a file has a section."""
    node, _ = _read(data)
    return node is not None and section in node.keys


def _read(data: bytes) -> tuple[Node | None, list[Diagnostic]]:
    node, found = reader.read(data, "")
    return (node if node is not None and isinstance(node.value, dict) else None), found


def _ended(data: bytes) -> bytes:
    """End the last line: a text in it that runs over lines reads otherwise once one follows."""
    return data if not data or data.endswith((b"\n", b"\r")) else data + b"\n"


def _is_blank(data: bytes) -> bool:
    try:
        lines = LINE_END.split(data.removeprefix(BOM).decode())
    except UnicodeDecodeError:
        return False
    return all(_QUIET.match(line) for line in lines)


def _with(before: Node | None, section: str, record: Mapping[str, Value]) -> object:
    """Return what the file is to read as."""
    made = [] if before is None else _ordered(before)
    new = [(name, _plain(value)) for name, value in record.items()]
    sections: dict[str, Any] = dict(made)
    return list((sections | {section: [*(sections.get(section) or []), new]}).items())


def _ordered(node: Node) -> Any:  # noqa: ANN401  (as deep as the file)
    """Return what a node holds; a mapping as pairs, so that their order counts."""
    value = node.value
    if isinstance(value, dict):
        return [(key, _ordered(child)) for key, child in value.items()]
    if isinstance(value, list):
        return [_ordered(child) for child in value]
    return value


def _plain(value: Value) -> object:
    if isinstance(value, Mapping):
        return list(value.items())
    return value if isinstance(value, str) else list(value)


def _tries(
    text: str, root: Node | None, section: str, record: Mapping[str, Value]
) -> Iterator[str]:
    """Yield the text with the record at each place where it may belong, the likeliest first."""
    end = _line_end(text)
    lines = text.splitlines(keepends=True) if "\r" not in text else _lines(text)
    key = root.keys.get(section) if root is not None else None
    if root is None or key is None:
        first = min((span.column for span in root.keys.values()), default=1) if root else 1
        written = [section + ":", *block(record, 2)]
        yield from _at_the_end(lines, [" " * (first - 1) + line for line in written], end)
        return
    node = root.at((section,))
    region = _region(root, key.line, len(lines))
    if node.value is None or node.value == []:
        yield from _into_nothing(lines, node, key.column - 1, key.line, region, record, end)
    elif isinstance(node.value, list):
        start = node.value[-1].span.line
        dash = _dash_above(lines, start, key.line)
        if dash is not None:
            written = block(record, dash)
            for at in _ends(lines, start, region, dash):
                yield _inserted(lines, at, [*_gap(lines, node, dash), *written], end)
                yield _inserted(lines, at, written, end)
        yield from _into_brackets(lines[:region], text, node, record)


def _lines(text: str) -> list[str]:
    """Cut a text into lines with their ends, as the reader counts them."""
    made, start = [], 0
    for match in LINE_END.finditer(text):
        made.append(text[start : match.end()])
        start = match.end()
    return [*made, text[start:]] if start < len(text) else made


def _line_end(text: str) -> str:
    match = LINE_END.search(text)
    return match[0] if match else "\n"


def _region(root: Node, line: int, last: int) -> int:
    """Return the last line (from 1) that may belong to the section whose key is on `line`."""
    below = [span.line for span in root.keys.values() if span.line > line]
    return min(below, default=last + 1) - 1


def _ends(lines: list[str], start: int, region: int, dash: int) -> Iterator[int]:
    """Yield after how many lines the last item may end.

    Blank lines and comments that stand further left than the items belong to what follows.
    """
    at = region
    while at > start and _is_after(lines[at - 1], dash):
        at -= 1
    yield at
    yield from range(region, start - 1, -1)


def _is_after(line: str, dash: int) -> bool:
    if not _QUIET.match(line.rstrip("\r\n")):
        return False
    column = len(line) - len(line.lstrip())
    return not line.strip() or column < dash or column == 0


def _dash_above(lines: list[str], line: int, key: int) -> int | None:
    """Return the column (from 0) of the dash that begins the item on `line`."""
    for at in range(line, key, -1):
        match = _DASH.match(lines[at - 1])
        if match:
            return len(match[1])
    return None


def _gap(lines: list[str], node: Node, dash: int) -> list[str]:
    """Return the blank line that goes before an item, where the last has one before it."""
    items = node.value
    if not isinstance(items, list) or len(items) == 1:
        return []
    at = items[-1].span.line - 1
    while at > 0 and lines[at - 1].lstrip().startswith("#"):
        at -= 1
    has_dash = bool(_DASH.match(lines[items[-1].span.line - 1][dash:]))
    return [""] if has_dash and at > 0 and not lines[at - 1].strip() else []


def _into_nothing(  # noqa: PLR0913, PLR0917  (a place is made of these)
    lines: list[str],
    node: Node,
    column: int,
    key: int,
    region: int,
    record: Mapping[str, Value],
    end: str,
) -> Iterator[str]:
    """Yield the text with a first item in a section that has none."""
    written = block(record, column + 2)
    kept = list(lines)
    place = node.span
    if place.line <= len(lines):
        told = lines[place.line - 1]
        match = _EMPTY.match(told, place.column - 1)
        if match:
            kept[place.line - 1] = told[: match.start()].rstrip() + told[match.end() :]
    for at in (max(key, min(place.line, len(lines))), key, region):
        yield _inserted(kept, at, written, end)
        yield _inserted(lines, at, written, end)


def _into_brackets(
    lines: list[str], text: str, node: Node, record: Mapping[str, Value]
) -> Iterator[str]:
    """Yield the text with the record before each bracket that may close the list, the last first.

    `lines` are those of the text up to the end of the section.
    """
    start = sum(map(len, lines[: node.span.line - 1])) + node.span.column - 1
    if text[start : start + 1] != "[":
        return
    written = flow(record)
    at = sum(map(len, lines))
    while (at := text.rfind("]", start, at)) >= 0:
        head = text[:at].rstrip(" ")
        for comma in (", ", "" if head.endswith(("\n", "\r")) else " "):
            yield head + comma + written + text[at:]


def _at_the_end(lines: list[str], written: list[str], end: str) -> Iterator[str]:
    gap = [""] if lines and lines[-1].strip() else []
    yield _inserted(lines, len(lines), [*gap, *written], end)
    yield _inserted(lines, len(lines), written, end)  # a blank line may belong to a text
    for at in range(len(lines) - 1, max(-1, len(lines) - 10), -1):  # before "..."
        yield _inserted(lines, at, written, end)


def _inserted(lines: list[str], at: int, written: list[str], end: str) -> str:
    """Return the text with lines inserted after the first `at` of it."""
    head, tail = "".join(lines[:at]), "".join(lines[at:])
    if head and not head.endswith(("\n", "\r")):
        return head + end + end.join(written) + tail  # a file without a last line end keeps so
    return head + end.join(written) + end + tail
