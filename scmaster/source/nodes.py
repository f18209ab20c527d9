"""What a file is made of, before anything has a meaning."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scmaster.diagnostics import Span


@dataclass(slots=True)
class Node:
    """A scalar (text or nothing), a list or a mapping, and its place.

    Written once by the reader and never changed afterwards; not frozen only because
    a frozen dataclass takes three times as long to make, and a city has thousands.
    """

    value: str | list[Node] | dict[str, Node] | None
    span: Span
    keys: dict[str, Span] = field(default_factory=dict)
    """Of a mapping: where each key is written."""

    def plain(self) -> object:
        """Return the value without its places, as pydantic wants it."""
        value = self.value
        if isinstance(value, dict):
            return {key: child.plain() for key, child in value.items()}
        if isinstance(value, list):
            return [child.plain() for child in value]
        return value

    def at(self, path: tuple[str | int, ...]) -> Node:
        """Walk `path` as far as it exists; steps that name no child are skipped."""
        node = self
        for step in path:
            value = node.value
            if isinstance(value, dict) and step in value:
                node = value[str(step)]
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                node = value[step]
        return node

    def places(self) -> Iterator[tuple[tuple[str | int, ...], Span]]:
        """Yield every place in it and the path that leads there, the outer before the inner."""
        waiting: list[tuple[tuple[str | int, ...], Node]] = [((), self)]
        while waiting:
            path, node = waiting.pop()
            yield path, node.span
            for key, span in node.keys.items():
                yield (*path, key), span
            if isinstance(node.value, dict):
                waiting += [((*path, key), child) for key, child in node.value.items()]
            elif isinstance(node.value, list):
                waiting += [((*path, index), child) for index, child in enumerate(node.value)]
