"""Which fields of a record hold figures and dates, and which hold texts that look like some."""

from collections.abc import Mapping
from typing import Any, Literal, get_args, get_origin

from scmaster.exchange.scalars import Bare
from scmaster.exchange.wishes import Path, Written
from scmaster.model.record import Record
from scmaster.model.sections import CITY_SECTIONS


def marked(path: Path, value: Written) -> Written:
    """Return a value with all in it that is no text marked so; `path` begins with the section.

    Behind the section stands the number of the record, where there are several.
    """
    kind: Any = CITY_SECTIONS.get(str(path[0])) if path else None
    for step in path[1:]:
        kind = _below(kind, step) if isinstance(step, str) else _item(kind)
    return _marked(kind, value)


def _marked(kind: Any, value: Written) -> Written:  # noqa: ANN401  (any annotation)
    if isinstance(value, Mapping):
        return {name: _marked(_below(kind, name), held) for name, held in value.items()}
    if value is None or isinstance(value, str):
        return value if value is None or kind is None or _is_text(kind) else Bare(value)
    return [_marked(_item(kind), held) for held in value]


def _below(kind: Any, name: str) -> Any:  # noqa: ANN401
    """Return the annotation of a field of a model; None where nobody knows it."""
    model = _model(kind)
    info = model.model_fields.get(name) if model is not None else None
    return None if info is None else info.annotation


def _item(kind: Any) -> Any:  # noqa: ANN401
    """Return the annotation of the items of a list; of a record, the record itself."""
    if get_origin(kind) is list:
        return get_args(kind)[0]
    for inside in get_args(kind):
        found = _item(inside)
        if found is not inside:
            return found
    return kind


def _model(kind: Any) -> type[Record] | None:  # noqa: ANN401
    if isinstance(kind, type):
        return kind if issubclass(kind, Record) else None
    return next((made for inside in get_args(kind) if (made := _model(inside))), None)


def _is_text(kind: Any) -> bool:  # noqa: ANN401
    if get_origin(kind) is Literal:
        return True
    if isinstance(kind, type):
        return issubclass(kind, str)
    return any(_is_text(inside) for inside in get_args(kind) if inside is not type(None))
