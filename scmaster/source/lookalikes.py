"""What is good YAML and not what was meant: found by a second look at a few lines.

`name:Balikpapan` is a text of fifteen characters to YAML, and `“Balikpapan”` one that
keeps its curly quotes. Nothing fails, and the city loses a field without a word.
"""

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from scmaster.diagnostics import Diagnostic, Severity, Span
from scmaster.source import slips
from scmaster.source.nodes import Node
from scmaster.source.shapes import (
    EQUALS,
    FIELD,
    LONGEST,
    NO_DASH_SPACE,
    NO_SPACE,
    SMART_QUOTES,
    indent,
)

SUSPICIOUS = [
    re.compile(pattern)
    for pattern in (
        r":(?!//)[^\s]",
        "#(?<= #)[^\\s#!]",
        "=",
        r"\n *(?:- +)*-[^\W\d]",
        *SMART_QUOTES,
    )
]
"""Cheap and generous: what they hit only earns a line its second look. Each begins with
one plain character, which `re` finds faster than any of several."""

SWALLOWED_COMMENT = re.compile(r"\s+(?P<text>#[^\s#!]\S*)")
NEAR = 20
"""Lines in which the bracket behind a scalar is looked for."""
ID = "id"
"""In a list `owner:dishub` may be a reference; `id:dishub` is a record's first line."""


def suspects(text: str) -> Container[int]:
    """Return the lines, counted from 1, that are worth a second look."""
    if text.count("\r") != text.count("\r\n"):  # an old Mac's line ends
        return range(1, len(text) + 2)
    places = {match.end() for pattern in SUSPICIOUS for match in pattern.finditer(text)}
    found = {1}  # the one line that does not begin with a line end
    line, last = 1, 0
    for place in sorted(places):
        line += text.count("\n", last, place)
        last = place
        found.add(line)
    return found


def of_value(lines: list[str], node: Node, end: tuple[int, int]) -> list[Diagnostic]:
    """Look at a plain scalar that ends at `end` (from 0); mend the node as it was meant.

    Mending keeps one slip one diagnostic: without it the record would also be reported
    as a text that should have been a mapping.
    """
    lead, rest = lines[node.span.line - 1], lines[end[0]]
    if max(len(lead), len(rest)) > LONGEST:
        return []
    lead, rest = lead[: node.span.column - 1], rest[end[1] :]
    found = list(_comment(rest, node.span.file, end))
    if not isinstance(node.value, str):
        return found
    if node.value[0] in SMART_QUOTES:
        found.append(_smart(node.span))
    elif not _in_brackets(lines, end[0], rest):
        found += _neighbours(lead, node, list(_rows(lines, node.span, end)))
    return found


def of_key(
    lines: list[str], key: str, span: Span, node: Node
) -> tuple[str, Span, Node, list[Diagnostic]]:
    """Look at a plain key on a suspicious line: `{name:Balikpapan}`, `-id: dishub`."""
    line = lines[span.line - 1]
    if len(line) > LONGEST:
        return key, span, node, []
    row = _Row(span.line, span.column, key, span.file)
    if dash := row.dash:
        return key[dash.end() :], span, node, [slips.no_dash_space(row.at(0))]
    rest = line[span.column - 1 + len(key) :]
    if row.entry is None or node.value is not None or rest.lstrip()[:1] not in {",", "}"}:
        return key, span, node, []
    key = row.entry["key"]
    found = [slips.no_space(row.at(0, len(key) + 1), key)]
    return key, row.at(0, len(key)), row.value(), found


def of_quoted(lines: list[str], span: Span, last_line: int) -> Diagnostic | None:
    """Look at a quoted scalar that goes on below its line (from 0), over other fields.

    Two forgotten quotes mend each other: the fields between them are gone in silence.
    """
    first = lines[span.line - 1]
    field = FIELD.match(first)
    if field is None or field.end() != span.column - 1:
        return None
    for line in lines[span.line : last_line + 1]:
        if FIELD.match(line) and indent(line) <= field.start("key"):
            return slips.unclosed_quote(span._replace(width=1), first[span.column - 1])
    return None


class _Row(NamedTuple):
    """What a plain scalar has on one line."""

    line: int
    column: int
    text: str
    file: str

    @property
    def entry(self) -> re.Match[str] | None:
        """`key:value` or `key = value`, with a key as fields are called."""
        match = NO_SPACE.match(self.text) or EQUALS.match(self.text)
        return match if match and match["key"].islower() and not match["lead"] else None

    @property
    def dash(self) -> re.Match[str] | None:
        return NO_DASH_SPACE.match(self.text)

    def at(self, index: int, width: int = 1) -> Span:
        return Span(self.file, self.line, self.column + index, max(1, width))

    def value(self) -> Node:
        """Return what stands behind the sign, as it was meant."""
        match = self.entry or self.dash
        start = match.end() if match else 0
        text = self.text[start:].strip()
        start += len(self.text[start:]) - len(self.text[start:].lstrip())
        return Node(text or None, self.at(start, len(text)), {})


def _rows(lines: list[str], span: Span, end: tuple[int, int]) -> Iterator[_Row]:
    """Cut a plain scalar into what it has on each line; YAML folds spaces and tabs only."""
    for number in range(span.line - 1, end[0] + 1):
        line = lines[number][: end[1] if number == end[0] else None].rstrip(" \t")
        is_first = number == span.line - 1
        start = span.column - 1 if is_first else len(line) - len(line.lstrip(" \t"))
        if line[start:] or is_first:
            yield _Row(number + 1, start + 1, line[start:], span.file)


def _neighbours(lead: str, node: Node, rows: list[_Row]) -> list[Diagnostic]:
    """Find the fields and items that have become one text."""
    if not lead.strip(" -"):
        in_a_list = "-" in lead and len(rows) == 1
        if (entry := rows[0].entry) and (not in_a_list or entry["key"] == ID):
            return _meant_mapping(node, rows)
        if rows[0].dash:
            return _meant_list(node, rows)
    return _broken_off(node, rows)


def _meant_mapping(node: Node, rows: list[_Row]) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    children: dict[str, Node] = {}
    for row in rows:
        entry = row.entry
        if entry is None:
            continue
        key = entry["key"]
        if entry["sign"] == "=":
            found.append(slips.equals(row.at(entry.start("sign")), key))
        else:
            found.append(slips.no_space(row.at(0, len(key) + 1), key))
        children.setdefault(key, row.value())
        node.keys = {**node.keys, key: node.keys.get(key) or row.at(0, len(key))}
    node.value = children
    return found


def _meant_list(node: Node, rows: list[_Row]) -> list[Diagnostic]:
    node.value = [row.value() for row in rows]
    return [slips.no_dash_space(row.at(0)) for row in rows if row.dash]


def _broken_off(node: Node, rows: list[_Row]) -> list[Diagnostic]:
    """Find the line further down at which a text has swallowed its neighbour."""
    for number, row in enumerate(rows[1:], start=1):
        entry = row.entry
        if row.dash:
            found = slips.no_dash_space(row.at(0))
        elif entry and entry["sign"] == ":":
            found = slips.no_space(row.at(0, len(entry["key"]) + 1), entry["key"])
        else:
            continue
        node.value = " ".join(row.text for row in rows[:number])
        return [found]
    return []


def _comment(rest: str, file: str, end: tuple[int, int]) -> Iterator[Diagnostic]:
    if match := SWALLOWED_COMMENT.match(rest):
        span = Span(file, end[0] + 1, end[1] + 1 + match.start("text"), len(match["text"]))
        yield Diagnostic(
            "SCM035",
            Severity.WARNING,
            span,
            f"mulai '{match['text']}' dianggap komentar dan tidak ikut dibaca",
            "bila bagian dari nilai, apit seluruh nilai dengan tanda kutip; bila komentar, "
            "beri spasi sesudah #",
        )


def _in_brackets(lines: list[str], line: int, rest: str) -> bool:
    """Tell from what comes next whether a scalar stands in a `[...]` or `{...}`."""
    following = (text.strip() for text in [rest, *lines[line + 1 : line + NEAR]])
    return next(filter(None, following), "").startswith((",", "]", "}"))


def _smart(span: Span) -> Diagnostic:
    return Diagnostic(
        "SCM025",
        Severity.WARNING,
        span,
        "tanda kutip melengkung ikut menjadi bagian dari teks",
        'ganti “ dan ” dengan tanda kutip lurus ", atau hapus',
    )
