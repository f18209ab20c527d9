"""What the names of a template stand for while it is read, before it runs."""

from collections import ChainMap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from scmaster.diagnostics import Diagnostic, Span
from scmaster.render.shapes import NoSuchNameError, Shape

Node = Any
"""One of jinja2's."""


@dataclass(frozen=True)
class Command:
    """What a template may call by a name of ours."""

    name: str
    function: Callable[..., object]


@dataclass(frozen=True)
class Macro:
    """A macro, and where it stands."""

    node: Node
    scope: "Scope"

    def __hash__(self) -> int:
        """Take it as the one it is."""
        return id(self.node)


@dataclass(frozen=True)
class Known:
    """Something of which all names are known: an imported template, `loop`."""

    names: Mapping[str, Shape]

    def get(self, name: str) -> Shape:
        """Return what a name stands for; raise NoSuchNameError where there is none."""
        if name not in self.names:
            raise NoSuchNameError(self.names)
        return self.names[name]

    def __hash__(self) -> int:
        """Take it as the one it is."""
        return id(self.names)


@dataclass(frozen=True)
class Column:
    """A column, and which field of a row fills it; None where that is not written out."""

    field: str | None
    line: int


@dataclass(frozen=True)
class Columns:
    """A list of columns."""

    each: tuple[Column, ...]


@dataclass(frozen=True)
class Scope:
    """The names at one place of a template."""

    file: str
    names: ChainMap[str, Shape]

    def inner(self, **more: Shape) -> "Scope":
        """Go into a loop or a macro: what is set there is not known outside."""
        return replace(self, names=self.names.new_child(more))


@dataclass(frozen=True)
class Findings:
    """What reading a template has found."""

    diagnostics: dict[Diagnostic, None] = field(default_factory=dict)
    styles: dict[tuple[str, str], Span] = field(default_factory=dict)
    """Kind and name of each style that is named in so many words, and where."""
    texts: dict[str, str] = field(default_factory=dict)
    """What each template says, by what people call it."""
