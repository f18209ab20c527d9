"""Read YAML into nodes that remember where they were written.

Every scalar stays text. YAML's own guesses would turn the region code 64.10 into
64.1, a telephone number into an octal and 12:30 into 750; the model knows what a
field is, so the model decides.

The nodes are composed here, from the events of PyYAML's C parser: its C composer calls
itself once a level, and a file of brackets would end the process with no diagnostic.
"""

from functools import cached_property
from typing import Any, NoReturn

import yaml

from scmaster.diagnostics import Diagnostic, Span
from scmaster.source import lookalikes, mistakes, refusals, slips
from scmaster.source.codes import CODES
from scmaster.source.decoding import NOT_TEXT, decode, not_text
from scmaster.source.lines import split
from scmaster.source.nodes import Node
from scmaster.source.shapes import LONGEST

__all__ = ["CODES", "DEEPEST", "MOST_NODES", "MOST_REPEATED", "read"]

LOADER: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
NULLS = frozenset({"", "~", "null"})

DEEPEST = 50
MOST_NODES = 250_000
"""What is written out costs memory: eight megabytes of `[]` are millions of nodes."""
MOST_REPEATED = 10_000
"""Nodes that the aliases of a file may repeat; nine short lines can mean a billion."""
TEXT_OF_A_NODE = 100
"""Characters that count as one more node when an alias repeats them."""

_NO_KEYS: dict[str, Span] = {}
"""Shared by every node that is no mapping: nobody writes to a node."""

_make = tuple.__new__
"""Makes a Span in a third of the time; there are two for every line of a city."""


def read(data: bytes, file: str) -> tuple[Node | None, list[Diagnostic]]:
    """Make the node of one file, or say why it has none."""
    text = decode(data, file)
    if isinstance(text, Diagnostic):
        return None, [text]
    composer = _Composer(text, file)
    try:
        return composer.root(), composer.found
    except _Refused as refused:
        return None, [*composer.found, refused.diagnostic]
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # "\UFFFFFFFF"
        problem = mistakes.of_syntax(split(text), file, error)
        return None, [*_other_slips(composer.found, problem), problem]


class _Refused(Exception):  # noqa: N818  (a verdict on a file, not a fault of ours)
    """Carries a diagnostic out of a file that is not safe to read on."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic)
        self.diagnostic = diagnostic


class _Composer:
    """Makes the nodes of one file, each out of the events that belong to it.

    Two events a line make this the busiest code of `check`: hence no `isinstance`
    and no generator between the parser and the node.
    """

    def __init__(self, text: str, file: str) -> None:
        self.found: list[Diagnostic] = []
        self._text = text
        self._file = file
        self._suspects = lookalikes.suspects(text)
        self._anchors: dict[str, Node] = {}
        self._nodes = 0
        self._repeated = 0

    def root(self) -> Node | None:
        """Make the only document of the file."""
        self._next = get = LOADER(self._text).get_event
        get()  # the stream starts
        if get().__class__ is yaml.StreamEndEvent:
            self.found.append(refusals.empty(self._file))
            return None
        node = self._any(get(), 1)
        get()  # the document ends
        event = get()
        if event.__class__ is not yaml.StreamEndEvent:
            span = self._point(event.start_mark, 3)
            raise _Refused(refusals.second_document(span))
        if node.value is None:
            self.found.append(refusals.empty(self._file))
            return None
        return node

    def _any(self, event: Any, level: int) -> Node:  # noqa: ANN401  (PyYAML has no types here)
        """Make the node that begins with this event, `level` levels down."""
        kind = event.__class__
        if kind is yaml.ScalarEvent:
            return self._scalar(event)
        if kind is yaml.AliasEvent:
            return self._alias(event, level)
        span = self._point(event.start_mark)
        self._nodes += 1
        if self._nodes > MOST_NODES:
            self._too_many(event)
        if level > DEEPEST:
            raise _Refused(refusals.too_deep(span, DEEPEST))
        if event.tag is not None:
            self._tagged(span)
        node = Node([], span, _NO_KEYS)
        if kind is yaml.MappingStartEvent:
            node.value, node.keys = self._mapping(level + 1)
        else:
            node.value = self._list(level + 1)
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        return node

    def _list(self, level: int) -> list[Node]:
        items: list[Node] = []
        get, scalar = self._next, yaml.ScalarEvent
        while (event := get()).__class__ is not yaml.SequenceEndEvent:
            node = self._scalar(event) if event.__class__ is scalar else self._any(event, level)
            items.append(node)
        return items

    def _mapping(self, level: int) -> tuple[dict[str, Node], dict[str, Span]]:
        children: dict[str, Node] = {}
        keys: dict[str, Span] = {}
        get, scalar = self._next, yaml.ScalarEvent
        while (event := get()).__class__ is not yaml.MappingEndEvent:
            key, span = self._key(event)
            event = get()
            node = self._scalar(event) if event.__class__ is scalar else self._any(event, level)
            if key is None:
                continue
            if span.line in self._suspects:
                key, span, node, found = lookalikes.of_key(self._lines, key, span, node)
                self.found += found
            if key in children:
                self.found.append(refusals.duplicate(key, keys[key], span))
                continue
            children[key] = node
            keys[key] = span
        return children, keys

    def _key(self, event: Any) -> tuple[str | None, Span]:  # noqa: ANN401
        """Take the key that this event is, or None where it must not count."""
        if event.__class__ is not yaml.ScalarEvent:
            raise _Refused(refusals.not_a_key(self._point(event.start_mark)))
        key: str = event.value
        span = self._span(event)
        if event.tag is not None:
            self._tagged(span)
        if event.style:
            self._no_controls(key, span)
        elif key in NULLS:
            raise _Refused(refusals.not_a_key(span))
        elif key == "<<":
            self.found.append(refusals.merge(span))
            return None, span
        if not key.isprintable():
            key = self._visible(key, span)
        if event.anchor is not None:
            self._anchors[event.anchor] = Node(key, span, _NO_KEYS)
        return key, span

    def _scalar(self, event: Any) -> Node:  # noqa: ANN401
        value: str | None = event.value
        span = self._span(event)
        node = Node(value, span, _NO_KEYS)
        if event.style:
            self._check_quoted(event, span)
        elif event.tag is None:
            if value in NULLS:
                node.value = None
            if span.line > len(self._lines):  # libyaml ends a file one line further down
                node.span = self._end()
            elif span.line in self._suspects or event.end_mark.line >= span.line:
                self._look_twice(event, node)
        if event.tag is not None:
            self._tagged(span)
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        return node

    def _span(self, event: Any) -> Span:  # noqa: ANN401
        """Cover the characters of a scalar on its first line."""
        self._nodes += 1
        if self._nodes > MOST_NODES:
            self._too_many(event)
        start, end = event.start_mark, event.end_mark
        line, column = start.line, start.column
        if end.line == line:
            width = end.column - column or 1
        else:
            width = len(self._lines[line][column:].rstrip()) or 1
        return _make(Span, (self._file, line + 1, column + 1, width))

    def _too_many(self, event: Any) -> NoReturn:  # noqa: ANN401
        raise _Refused(refusals.too_many(self._point(event.start_mark), MOST_NODES))

    def _end(self) -> Span:
        return Span(self._file, len(self._lines), len(self._lines[-1]) + 1)

    @cached_property
    def _lines(self) -> list[str]:
        return split(self._text)

    def _point(self, mark: Any, width: int = 1) -> Span:  # noqa: ANN401
        return Span(self._file, mark.line + 1, mark.column + 1, width)

    def _check_quoted(self, event: Any, span: Span) -> None:  # noqa: ANN401
        if event.style == '"':
            self._no_controls(event.value, span)
        last = event.end_mark.line
        if last >= span.line and event.style in "\"'":
            found = lookalikes.of_quoted(self._lines, span, last)
            self.found += [found] if found else []

    def _no_controls(self, value: str, span: Span) -> None:
        """Refuse what quotes can spell: a backslash and an e is a control character."""
        if bad := NOT_TEXT.search(value):
            raise _Refused(not_text(bad[0], span))

    def _visible(self, key: str, span: Span) -> str:
        """Say where a key holds what nobody can see, and go on with what one can."""
        index = next(i for i, character in enumerate(key) if not character.isprintable())
        if span.width != len(key):  # written with escapes, or on several lines
            place = span
        else:
            place = span._replace(column=span.column + index, width=1)
        self.found.append(slips.invisible(place, key[index]))
        return "".join(filter(str.isprintable, key)).strip()

    def _alias(self, event: Any, level: int) -> Node:  # noqa: ANN401
        """Repeat what an anchor names; the repetition stands where the alias is written."""
        span = self._point(event.start_mark, len(event.anchor) + 1)
        node = self._anchors.get(event.anchor)
        if node is None:  # never written, or written around this very alias
            raise _Refused(refusals.names_nothing(event.anchor, span))
        self._repeat(node, span, level)
        return Node(node.value, span, node.keys)

    def _repeat(self, node: Node, alias: Span, level: int) -> None:
        """Walk all that an alias repeats, and give up where it becomes too much."""
        if level > DEEPEST:
            raise _Refused(refusals.too_deep(alias, DEEPEST))
        value = node.value
        length = len(value) if isinstance(value, str) else 0
        self._repeated += 1 + length // TEXT_OF_A_NODE
        if self._repeated > MOST_REPEATED:
            raise _Refused(refusals.repeats_too_much(alias, MOST_REPEATED))
        if isinstance(value, dict):
            value = list(value.values())
        if isinstance(value, list):
            for child in value:
                self._repeat(child, alias, level + 1)

    def _tagged(self, span: Span) -> None:
        span = span._replace(width=max(1, len(self._tag_at(span))))
        self.found.append(refusals.tagged(span))

    def _tag_at(self, span: Span) -> str:
        start = span.column - 1
        return self._lines[span.line - 1][start : start + LONGEST].partition(" ")[0]

    def _look_twice(self, event: Any, node: Node) -> None:  # noqa: ANN401
        end = event.end_mark
        suspects = self._suspects
        if any(line in suspects for line in range(node.span.line, end.line + 2)):
            self.found += lookalikes.of_value(self._lines, node, (end.line, end.column))


def _other_slips(found: list[Diagnostic], problem: Diagnostic) -> list[Diagnostic]:
    """Leave out what was said about the very slip that then broke the file."""
    code, line = problem.code, problem.span.line
    return [other for other in found if other.code != code and other.span.line != line]
