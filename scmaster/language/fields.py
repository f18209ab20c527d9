"""What the model says of a place in a file: which field it is, and what it takes."""

from collections.abc import Mapping
from types import NoneType
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin

from scmaster.language.spot import Path, Side, Spot
from scmaster.link.references import NAMES, ref_fields
from scmaster.load import nested
from scmaster.model import labels
from scmaster.model.record import Entry, Record, Ref

Sections = Mapping[str, type[Entry]]
"""What may stand in a file: a section's name, and what each entry of it is."""


class Field(NamedTuple):
    """A field of a record."""

    name: str
    holder: type[Record]
    description: str
    """What it holds (Indonesian)."""
    required: bool
    ref: Ref | None
    """What its ids are of; None where it holds none."""
    choices: Mapping[str, str]
    """The words it takes, each with what it means, or nothing; empty where it takes others."""
    inside: type[Record] | None
    """The records it holds; None where it holds words."""
    many: bool
    """Whether it is a list."""


def kind_at(sections: Sections, path: Path) -> type[Record] | None:
    """Return the records that stand below some keys; None where there are none."""
    kind: type[Record] | None = sections.get(path[0]) if path else None
    for step in path[1:]:
        kind = nested(kind).get(step) if kind else None
    return kind


def field_at(sections: Sections, path: Path) -> Field | None:
    """Return the field that some keys lead to; None for a section and for what is unknown."""
    holder = kind_at(sections, path[:-1])
    return fields(holder).get(path[-1]) if holder else None


def fields(kind: type[Record]) -> dict[str, Field]:
    """Return the fields of a record, those that must be filled in first."""
    refs, inside = dict(ref_fields(kind)), nested(kind)
    made = {
        name: Field(
            name,
            kind,
            info.description or "",
            info.is_required(),
            refs.get(name),
            _choices(info.annotation),
            inside.get(name),
            _is_list(info.annotation),
        )
        for name, info in kind.model_fields.items()
    }
    every = Entry.model_fields  # what any record may have is what is least looked for
    order = {name: (name != "id", not made[name].required, name in every) for name in made}
    return {name: made[name] for name in sorted(made, key=order.__getitem__)}


def is_value(sections: Sections, spot: Spot) -> bool:
    """Tell whether a word is, or will be, a value: where records stand it is a key."""
    if spot.side is Side.BARE:
        return bool(spot.path) and kind_at(sections, spot.path) is None
    return spot.side is Side.VALUE


def names_of(ref: Ref) -> str:
    """Say what a field names (Indonesian)."""
    words = {"pillar": "pilar", "sub_pillar": "subdimensi", "node": "dimensi atau pertanyaan"}
    known = NAMES | words | {"question": "pertanyaan", "any question": "pertanyaan"}
    said = [known[name] for name in ref.sections] or ["catatan apa pun"]
    if ref.question and not ref.sections:
        said.append("pertanyaan")
    return " atau ".join(dict.fromkeys(said))


def _choices(annotation: Any) -> Mapping[str, str]:  # noqa: ANN401  (any annotation)
    if annotation is bool:
        return {"true": "ya", "false": "tidak"}
    if get_origin(annotation) is Literal:
        words = get_args(annotation)
        meanings = labels.meanings(words)
        return {word: meanings.get(word, "") for word in words}
    return next((made for each in _inner(annotation) if (made := _choices(each))), {})


def _is_list(annotation: Any) -> bool:  # noqa: ANN401  (any annotation)
    return get_origin(annotation) is list or any(_is_list(each) for each in _inner(annotation))


def _inner(annotation: Any) -> list[Any]:  # noqa: ANN401  (any annotation)
    inside = get_args(annotation)
    if get_origin(annotation) is Annotated:
        inside = inside[:1]
    return [each for each in inside if each is not NoneType and not isinstance(each, str)]
