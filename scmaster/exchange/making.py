"""What a form's row makes: values from cells, and the ids of new records."""

import hashlib
import json
from collections.abc import Container, Iterable, Mapping, Sequence

from scmaster.evidence import naming
from scmaster.exchange.editing import Value
from scmaster.load import nested as nested_kinds
from scmaster.model.record import Record
from scmaster.model.sections import CITY_SECTIONS
from scmaster.requests.form import Path

_PREFIXES = {
    "answers": "jaw",
    "programmes": "prog",
    "quick_wins": "qw",
    "indicators": "ind",
    "recommendations": "rek",
    "verifications": "ver",
    "surveys": "survei",
    "sources": "src",
}
"""What ids of a section begin with, as cities write them."""
_NAMING = ("question", "name", "title", "text", "what")
"""Fields that a record is named after, the first that is there."""
_LONGEST = 40
_SHORTEST_DIGEST = 6


def nested(pairs: Iterable[tuple[Path, str]]) -> Value:
    """Return one value of texts by their place in it: ("supports", 0) is the first of a list.

    A later text goes before an earlier one of the same place; one at () is the value itself.
    """
    texts = {path: text for path, text in pairs if text}
    if not texts or () in texts:
        return texts.get((), "")
    below: dict[str | int, list[tuple[Path, str]]] = {}
    for path, text in texts.items():
        below.setdefault(path[0], []).append((path[1:], text))
    if all(isinstance(step, int) for step in below):
        return [nested(below[step]) for step in sorted(below, key=int)]
    return {str(step): nested(inside) for step, inside in below.items()}


def ordered(section: str, path: Path, value: Value) -> Value:
    """Return a record, or what stands at a path in records, with its fields as the model has them.

    What the model does not know stays at the end.
    """
    kind: type[Record] | None = CITY_SECTIONS.get(section)
    for step in path:
        kind = nested_kinds(kind).get(str(step)) if kind and isinstance(step, str) else kind
    if kind is None or not isinstance(value, Mapping):
        return value
    known = [name for name in kind.model_fields if name in value]
    return {name: value[name] for name in [*known, *(n for n in value if n not in known)]}


def texts(value: object, path: Path = ()) -> list[tuple[Path, str]]:
    """Return every text in a value, with its place: what `nested` makes one value of."""
    if isinstance(value, Mapping):
        return [pair for key, held in value.items() for pair in texts(held, (*path, str(key)))]
    if isinstance(value, list):
        return [pair for at, held in enumerate(value) for pair in texts(held, (*path, at))]
    return [(path, value)] if isinstance(value, str) else []


def digest(value: object) -> str:
    """Return 64 hexadecimal digits: the same for the same value, in whatever order its keys are."""
    told = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


def identity(section: str, value: Mapping[str, Value], opd: str, taken: Container[str]) -> str:
    """Return an id that nothing has yet: readable, and ending in a digest of what it names.

    So two branches that take in two forms never give two records one id.
    """
    sign = digest([section, opd, value])
    if section == "evidence":
        date = _text(value, "date")
        year = int(date[:4]) if date else None
        return naming.identity(_text(value, "kind"), _text(value, "title"), year, sign, taken)
    if section == "claims":
        return naming.claim_identity(_text(value, "supports"), sign, taken)
    words = naming.slug(next((t for name in _NAMING if (t := _text(value, name))), ""))
    while len(words) > _LONGEST:
        words = words.rpartition("-")[0] or words[:_LONGEST]
    start = "-".join(filter(None, (_PREFIXES.get(section, naming.slug(section)), words)))
    every = (f"{start}-{sign[:n]}" for n in range(_SHORTEST_DIGEST, len(sign) + 1))
    return next(name for name in every if name not in taken)


def _text(value: Mapping[str, Value], name: str) -> str:
    """Return a field that is a text, of a list its first."""
    held = value.get(name, "")
    if isinstance(held, Sequence) and not isinstance(held, str):
        held = held[0] if held else ""
    return held if isinstance(held, str) else ""
