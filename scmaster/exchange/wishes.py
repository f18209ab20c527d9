"""What is to become of a city's records, and what a file's sections hold once it has."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Value = str | Sequence["Value"] | Mapping[str, "Value"]
"""What a field of a record holds, as text: figures and dates too."""

Written = str | Sequence["Written"] | Mapping[str, "Written"] | None
"""What may be written: a value, with nothing in it where the file has nothing."""

Tree = str | None | list["Tree"] | dict[str, "Tree"]
"""What a file holds, as the reader has read it."""

Path = tuple[str | int, ...]
"""Where in a record: names of fields, and which item of a list, from 0.

Items count as they stand in the file before any of the changes that are made together.
"""


class NoPlaceError(ValueError):
    """There is no place in the file where this can be done."""


@dataclass(frozen=True)
class Put:
    """A field of a record gets a value; a field that is not there yet, at the end of its kind."""

    section: str
    record: str
    path: Path
    value: Value


@dataclass(frozen=True)
class Take:
    """A field of a record goes, or an item of a list."""

    section: str
    record: str
    path: Path


@dataclass(frozen=True)
class Add:
    """A list in a record gets one more item; the list is made where there is none."""

    section: str
    record: str
    path: Path
    value: Value


@dataclass(frozen=True)
class New:
    """A section gets one more record."""

    section: str
    value: Mapping[str, Value]


Change = Put | Take | Add | New

_GONE = object()
"""Holds the place of what is taken, so that the items behind it keep their numbers."""


def fulfilled(sections: dict[str, Any], changes: Iterable[Change]) -> dict[str, Any]:
    """Return what sections hold after the changes; what is given stays as it is.

    Raises NoPlaceError where there is no such record or field, or two of the same id.
    """
    sections = _plain(sections)
    for change in changes:
        if isinstance(change, New):
            held = sections.setdefault(change.section, None)
            sections[change.section] = [*_list(held, change.section), _plain(change.value)]
            continue
        record = _record(sections, change.section, change.record)
        holder, last = _holder(record, change)
        if isinstance(change, Take):
            if _get(holder, last) is _GONE:
                raise NoPlaceError(_name(change))
            holder[last] = _GONE
        elif isinstance(change, Put):
            holder[last] = _plain(change.value)
        else:
            held = _get(holder, last)
            items = _list(None if held is _GONE else held, _name(change))
            holder[last] = [*items, _plain(change.value)]
    return _purged(sections)  # type: ignore[no-any-return]


def _record(sections: dict[str, Any], section: str, identity: str) -> dict[str, Any]:
    held = sections.get(section)
    every = held if isinstance(held, list) else [held]
    found = [each for each in every if isinstance(each, dict) and each.get("id") == identity]
    if len(found) != 1:
        raise NoPlaceError(identity)
    return found[0]


def _holder(record: dict[str, Any], change: Put | Take | Add) -> tuple[Any, str | int]:
    """Return the mapping or list that holds what the path leads to, and its name or number.

    Mappings on the way that are not there are made, but not for what is to be taken.
    """
    if not change.path:
        raise NoPlaceError(_name(change))
    holder: Any = record
    for step, further in zip(change.path, (*change.path[1:], None), strict=True):
        if isinstance(step, int):
            if not (isinstance(holder, list) and 0 <= step < len(holder)):
                raise NoPlaceError(_name(change))
        elif not isinstance(holder, dict):
            raise NoPlaceError(_name(change))
        if further is None:
            return holder, step
        if _get(holder, step) in (None, _GONE) and not isinstance(change, Take):
            holder[step] = {}
        holder = _get(holder, step)
    raise NoPlaceError(_name(change))


def _get(holder: Any, step: str | int) -> Any:  # noqa: ANN401  (as deep as the file)
    if isinstance(holder, dict):
        return holder.get(step, _GONE)
    return holder[step]


def _list(held: Any, name: str) -> list[Any]:  # noqa: ANN401
    if held is None or held is _GONE:
        return []
    if not isinstance(held, list):
        raise NoPlaceError(name)
    return held


def _plain(value: Written) -> Any:  # noqa: ANN401
    if isinstance(value, Mapping):
        return {name: _plain(inside) for name, inside in value.items()}
    if value is None or isinstance(value, str):
        return value
    return [_plain(inside) for inside in value]


def _purged(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, dict):
        return {key: _purged(held) for key, held in value.items() if held is not _GONE}
    if isinstance(value, list):
        return [_purged(held) for held in value if held is not _GONE]
    return value


def _name(change: Put | Take | Add) -> str:
    return f"{change.record}: {'.'.join(map(str, change.path))}"
