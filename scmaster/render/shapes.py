"""What is known of a value before there is one: the types of a document's fields.

A shape is what stands in an annotation (a dataclass, `list[Row]`, `Plan | None`), or
UNKNOWN, of which nothing is judged.
"""

import types
import typing
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

Shape = Any
UNKNOWN: Shape = Any

_SCALARS = (str, int, float, bool, bytes)


class NoSuchNameError(Exception):
    """A shape is known, and has no such name."""

    def __init__(self, known: Iterable[str]) -> None:
        """Keep the names there are."""
        super().__init__()
        self.known = sorted(known)


def document(kind: type) -> dict[str, Shape]:
    """Return the names a template of this document has, and their shapes."""
    return dict(_fields(kind))


def either(shapes: Iterable[Shape]) -> Shape:
    """Return what may be any of these."""
    found = list(dict.fromkeys(one for shape in shapes for one in _alternatives(shape)))
    if not found or any(one is UNKNOWN or not isinstance(one, _TYPES) for one in found):
        return found[0] if len(found) == 1 else UNKNOWN
    return typing.Union[tuple(found)]  # noqa: UP007  (made of what is found)


def attribute(shape: Shape, name: str) -> Shape:
    """Return the shape of a name of a value; raise NoSuchNameError where there is none."""
    found: list[Shape] = []
    known: set[str] = set()
    for one in _alternatives(shape):
        if one is UNKNOWN:
            return UNKNOWN
        own = _names(one)
        if own is None:
            return UNKNOWN
        known |= own.keys()
        if name in own:
            found.append(own[name])
    if not found:
        raise NoSuchNameError(known)
    return either(found)


def element(shape: Shape) -> Shape:
    """Return the shape of what one gets by going through a value."""
    return either(item for one in _alternatives(shape) for item in _items(one))


def record(shape: Shape) -> bool:
    """Tell whether a value is surely a record with named fields."""
    return all(is_dataclass(one) for one in _alternatives(shape))


def length(shape: Shape) -> int | None:
    """Return how many items a value has, where its shape says so."""
    found = list(_alternatives(shape))
    if len(found) != 1 or typing.get_origin(found[0]) is not tuple:
        return None
    items = typing.get_args(found[0])
    return None if Ellipsis in items else len(items)


_TYPES = (type, types.GenericAlias, types.UnionType, type(list[Any]), type(typing.List[int]))  # noqa: UP006


def _alternatives(shape: Shape) -> Iterator[Shape]:
    origin: Any = typing.get_origin(shape)
    if origin in {typing.Union, types.UnionType}:
        for one in typing.get_args(shape):
            if one is not type(None):
                yield from _alternatives(one)
    elif origin is typing.Annotated:
        yield from _alternatives(typing.get_args(shape)[0])
    elif origin is typing.Literal:
        yield from {type(value) for value in typing.get_args(shape)}
    elif isinstance(shape, (str, typing.ForwardRef, typing.TypeVar)):
        yield UNKNOWN
    else:
        yield shape


def _names(shape: Shape) -> dict[str, Shape] | None:
    """Return the names of a value; None where they cannot be known."""
    origin: Any = typing.get_origin(shape)
    if shape in _SCALARS or origin in {list, tuple}:
        return {}
    if not isinstance(shape, type):
        return None
    if is_dataclass(shape):
        return dict(_fields(shape))
    return None


def _fields(kind: type) -> Iterator[tuple[str, Shape]]:
    try:
        hints = typing.get_type_hints(kind)
    except NameError:  # a name that only the module of an alias knows
        hints = {}
    for field in fields(kind):
        yield field.name, hints.get(field.name, field.type)
    for name in dir(kind):
        member = getattr(kind, name, None)
        if isinstance(member, property) and not name.startswith("_"):
            yield name, getattr(member.fget, "__annotations__", {}).get("return", UNKNOWN)


def _items(shape: Shape) -> Iterator[Shape]:
    origin: Any = typing.get_origin(shape)
    inside = typing.get_args(shape)
    if shape is str:
        yield str
    elif origin is tuple:
        yield from (one for one in inside if one is not Ellipsis)
    elif inside and isinstance(origin, type) and issubclass(origin, Iterable):
        yield inside[0]
    else:
        yield UNKNOWN
