"""Where everything in a text begins and ends, and how it is written there.

The reader says where a thing begins, which is enough to point at it. Who writes into a file
must know to the character where it ends, too, and what kind of brackets, quotes or dashes
hold it. Only a text that `reader.read` has taken may be laid out: what is bounded there
(levels, nodes) is not bounded here again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from scmaster.source.reader import LOADER, NULLS

_LAST_END = re.compile(r"(?:\r\n?|\n)\Z")
_KEEPS = re.compile(r"[|>][0-9]?\+")


@dataclass(slots=True)
class Piece:
    """A scalar, a list, a mapping or an alias, and the stretch of text that it takes."""

    start: int
    """The index of its first character: of its anchor, where it has one."""
    end: int
    """The index behind its last character; behind its last item's, where it has no brackets."""
    column: int
    """The column, from 0, of its first character, anchor aside."""
    style: str
    """`'`, `"`, `|`, `>` or nothing of a scalar; `[` or `{` of what stands in brackets; `-` or
    `:` of what stands on lines of its own; `*` of an alias."""
    value: str | list[Piece] | dict[str, Piece] | None = None
    keys: dict[str, Piece] = field(default_factory=dict)
    """Of a mapping: its keys."""
    named: bool = False
    """Whether an anchor names it, so that it may stand elsewhere as well."""

    @property
    def inside(self) -> list[Piece]:
        """What stands directly in it, keys and aliases too."""
        if isinstance(self.value, dict):
            return [*self.keys.values(), *self.value.values()]
        return self.value if isinstance(self.value, list) else []

    def is_named(self) -> bool:
        """Tell whether an anchor names it or anything in it."""
        return self.named or any(piece.is_named() for piece in self.inside)


def lay_out(text: str) -> Piece | None:
    """Return what a text holds with its places; None where it holds nothing."""
    return _Surveyor(text).root()


class _Surveyor:
    def __init__(self, text: str) -> None:
        self._text = text
        self._next = LOADER(text).get_event

    def root(self) -> Piece | None:
        self._next()  # the stream starts
        if self._next().__class__ is yaml.StreamEndEvent:
            return None
        return self._any(self._next())

    def _any(self, event: Any) -> Piece:  # noqa: ANN401  (PyYAML has no types here)
        kind, mark = event.__class__, event.start_mark
        piece = Piece(mark.index, event.end_mark.index, mark.column, "")
        if kind is yaml.AliasEvent:
            piece.style = "*"
            return piece
        piece.named = event.anchor is not None
        if kind is yaml.ScalarEvent:
            self._scalar(piece, event)
        elif kind is yaml.MappingStartEvent:
            piece.style = "{" if event.flow_style else ":"
            self._mapping(piece)
        else:
            piece.style = "[" if event.flow_style else "-"
            self._list(piece)
        return piece

    def _scalar(self, piece: Piece, event: Any) -> None:  # noqa: ANN401
        piece.style = event.style or ""
        piece.value = event.value
        if not piece.style and event.tag is None and event.value in NULLS:
            piece.value = None
        if piece.style in {"|", ">"}:
            piece.end = self._last_line(piece)

    def _list(self, piece: Piece) -> None:
        items: list[Piece] = []
        while (event := self._next()).__class__ is not yaml.SequenceEndEvent:
            items.append(self._any(event))
        piece.value = items
        self._close(piece, event, items)

    def _mapping(self, piece: Piece) -> None:
        children: dict[str, Piece] = {}
        last: list[Piece] = []
        while (event := self._next()).__class__ is not yaml.MappingEndEvent:
            key, child = self._any(event), self._any(self._next())
            last = [key, child]
            if not isinstance(key.value, str) or (key.value == "<<" and not key.style):
                continue
            if key.value not in children:  # as the reader: the first counts
                children[key.value] = child
                piece.keys[key.value] = key
        piece.value = children
        self._close(piece, event, last)

    def _last_line(self, piece: Piece) -> int:
        """Return where the last line of a text on lines of its own ends, without its line end."""
        stretch = self._text[piece.start : piece.end]
        kept = stretch.rstrip("\r\n")
        if not _KEEPS.match(stretch) and kept[-1:].strip():
            return piece.start + len(kept)  # blank lines below it are no part of it
        return piece.start + len(_LAST_END.sub("", stretch))

    @staticmethod
    def _close(piece: Piece, event: Any, inside: list[Piece]) -> None:  # noqa: ANN401
        if piece.style in {"[", "{"} or not inside:
            piece.end = event.end_mark.index
        else:
            piece.end = max(child.end for child in inside)
            piece.column = piece.column if piece.style == "-" else inside[0].column
