"""The models as JSON Schema (draft 2020-12), for editors: what may stand where, in Indonesian.

A schema speaks of one file. What goes beyond it, such as whether an id is that of a record, is
for `scmaster check`: here the ids of a workspace are what an editor offers, and no more.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from scmaster.link import Dossier, Frameworks, groups_of, questions
from scmaster.link.references import NAMES
from scmaster.model import labels
from scmaster.model.record import ANY_QUESTION, NODE, QUESTION, Entry, Record, Ref
from scmaster.model.sections import (
    CITY_SECTIONS,
    FORM_SECTIONS,
    FRAMEWORK_SECTIONS,
    SETTINGS_SECTIONS,
)
from scmaster.model.values import ID
from scmaster.model.written import Fragment, string

DRAFT = "https://json-schema.org/draft/2020-12/schema"

FILES: Mapping[str, tuple[str, dict[str, type[Entry]]]] = {
    "city.schema.json": ("Berkas kota", CITY_SECTIONS),
    "pillars.schema.json": ("Berkas pilar dan instrumen", FRAMEWORK_SECTIONS),
    "form.schema.json": ("Berkas form.yaml borang resmi", FORM_SECTIONS),
    "settings.schema.json": ("Setelan ruang kerja, scmaster.yaml", SETTINGS_SECTIONS),
}
"""The name of each schema, what it is of, and the sections that may stand there."""

Ids = Mapping[str, Sequence[str]]
"""Known ids by section, and by `pillar`, `sub_pillar`, `question` and `node`."""

_TITLE = re.compile(r"[^:;,.(]+")
_FOR_EXAMPLE = re.compile(r"misalnya ['\"]?([^'\",;]+?)['\"]?(?:[,;)]|\.?$|\. | atau )")


def written(ids: Ids) -> dict[str, str]:
    """Return each schema as text, by its file name."""
    return {
        name: json.dumps(schema(title, sections, ids), ensure_ascii=False, indent=2) + "\n"
        for name, (title, sections) in FILES.items()
    }


def schema(title: str, sections: Mapping[str, type[Entry]], ids: Ids) -> Fragment:
    """Return the schema of a file in which these sections may stand."""
    kinds: dict[str, type[Record]] = {}
    for kind in sections.values():
        _collect(kind, kinds)
    return {
        "$schema": DRAFT,
        "title": title,
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _section(name, kind) for name, kind in sections.items()},
        "$defs": {name: _record(kind, ids) for name, kind in sorted(kinds.items())}
        | {f"ids-{name}": {"enum": list(known)} for name, known in sorted(ids.items()) if known},
    }


def known_ids(frameworks: Frameworks, dossiers: Iterable[Dossier]) -> dict[str, list[str]]:
    """Return the ids that may be named: of the pillars and instruments, and of cities."""
    found: dict[str, set[str]] = {
        "pillar": set(frameworks.pillars()),
        "sub_pillar": set(frameworks.sub_pillars()),
        "pillars": set(frameworks.editions),
        "instruments": set(frameworks.instruments),
        "complaints": set(frameworks.complaints),
        "sources": set(frameworks.sources),
        QUESTION: set(),
        NODE: set(),
    }
    for instrument in frameworks.instruments.values():
        found[QUESTION] |= set(questions(instrument))
        found[NODE] |= {group.id for group in groups_of(instrument)}
    for dossier in dossiers:
        for section, records in dossier.records.items():
            found.setdefault(section, set()).update(records)
    return {name: sorted(every) for name, every in found.items()}


def _collect(kind: type[Record], kinds: dict[str, type[Record]]) -> None:
    """Find a model and all that stand inside it."""
    if kinds.setdefault(kind.__name__, kind) is not kind:
        raise ValueError(f"two models are called {kind.__name__}")
    for info in kind.model_fields.values():
        for inside in _records(info.annotation):
            if inside.__name__ not in kinds:
                _collect(inside, kinds)


def _records(annotation: Any) -> Iterable[type[Record]]:  # noqa: ANN401  (any annotation)
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for inside in get_args(annotation):
        yield from _records(inside)


def _section(name: str, kind: type[Entry]) -> Fragment:
    """Return a section: a list of records, or just one; nothing yet is also something."""
    one = {"$ref": f"#/$defs/{kind.__name__}"}
    many = {"type": "array", "items": one}
    title = NAMES[name]
    return {
        "title": f"{title[:1].upper()}{title[1:]}",
        "anyOf": [
            *([one, many] if name in {"city", "form", "settings"} else [many, one]),
            {"type": "null"},
        ],
    }


def _record(kind: type[Record], ids: Ids) -> Fragment:
    fields = kind.model_fields
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, info in fields.items() if info.is_required()],
        "properties": {name: _field(info, ids) for name, info in fields.items()},
    }


def _field(info: Any, ids: Ids) -> Fragment:  # noqa: ANN401  (pydantic's own, which has one door)
    description = info.description or ""
    title = _TITLE.match(description)
    said: Fragment = {"title": title[0].strip() if title else "", "description": description}
    fragment = _fragment(info.annotation, info.metadata, ids)
    example = _FOR_EXAMPLE.search(description)
    if example and _takes_words(fragment):
        said["examples"] = [example[1]]
    if info.is_required():
        return said | fragment
    if info.default not in (None, []):
        said["default"] = info.default
    examples = {"examples": fragment.pop("examples")} if "examples" in fragment else {}
    return said | examples | {"anyOf": [fragment, {"type": "null"}]}


def _takes_words(fragment: Fragment) -> bool:
    """Tell whether a field takes words of any kind, or an id."""
    return any(
        part.get("pattern") in {r"\S", ID} for part in (fragment, *fragment.get("anyOf", ()))
    )


def _fragment(annotation: Any, marks: Sequence[Any], ids: Ids) -> Fragment:  # noqa: ANN401
    """Return what a field takes that is filled in."""
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        return _fragment(inner, [*more, *marks], ids)
    inside = [each for each in get_args(annotation) if each is not NoneType]
    if get_origin(annotation) is Literal:
        return {"enum": inside} | _meanings(inside)
    if get_origin(annotation) is list:
        least = next((m.min_length for m in marks if hasattr(m, "min_length")), 0)
        items = {"type": "array", "items": _fragment(inside[0], (), ids)}
        return items | ({"minItems": least} if least else {})
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return {"$ref": f"#/$defs/{annotation.__name__}"}
    if len(inside) == 1:
        return _fragment(inside[0], marks, ids)
    made = next(m.json_schema for m in marks if hasattr(m, "json_schema"))
    return _offering(_limited(made, marks), marks, ids)


def _limited(fragment: Fragment, marks: Sequence[Any]) -> Fragment:
    """Keep a number within its limits, as a number and as text."""
    every = [m for mark in marks for m in (mark, *getattr(mark, "metadata", ()))]
    least = next((m.ge for m in every if getattr(m, "ge", None) is not None), None)
    most = next((m.le for m in every if getattr(m, "le", None) is not None), None)
    if least is None:
        return dict(fragment)
    figure, text = fragment["anyOf"]
    figure = figure | {"minimum": least} | ({} if most is None else {"maximum": most})
    if most is None:
        text = text | {"pattern": f"^(?!-){text['pattern'][1:]}"}
    else:
        text = string("|".join(map(str, range(least, most + 1))))
    return fragment | {"anyOf": [figure, text]}


def _offering(fragment: Fragment, marks: Sequence[Any], ids: Ids) -> Fragment:
    """Let an editor offer the ids that a field may name; others are not refused."""
    ref = next((mark for mark in marks if isinstance(mark, Ref)), None)
    if ref is None:
        return fragment
    wanted = list(ref.sections or CITY_SECTIONS)
    wanted += [QUESTION] if ref.question else []
    names = dict.fromkeys(QUESTION if name == ANY_QUESTION else name for name in wanted)
    offered = [{"$ref": f"#/$defs/ids-{name}"} for name in names if ids.get(name)]
    return {"anyOf": [*offered, fragment]} if offered else fragment


def _meanings(choices: Sequence[str]) -> Fragment:
    """Say what words to choose from mean, where the documents have a word for each."""
    known = labels.meanings(choices)
    return {"enumDescriptions": [known[choice] for choice in choices]} if known else {}
