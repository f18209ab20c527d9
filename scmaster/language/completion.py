"""What may be written at a place: sections, fields, words to choose from, ids."""

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from scmaster.language import fields, hover, names
from scmaster.language.fields import Field, Sections
from scmaster.language.spot import Side, Spot
from scmaster.link import Dossier
from scmaster.link.references import NAMES


class Kind(Enum):
    """What kind of thing is offered."""

    SECTION = 0
    FIELD = 1
    CHOICE = 2
    ID = 3


class Offer(NamedTuple):
    """One thing that may be written."""

    word: str
    kind: Kind
    said: str
    """A few words on it (Indonesian)."""
    told: str
    """All there is to say on it, as Markdown (Indonesian)."""
    text: str
    """What is written in the place of the spot's word."""


def offers(spot: Spot, sections: Sections, dossier: Dossier) -> list[Offer]:
    """Return what may stand at a spot, the likelier first."""
    if fields.is_value(sections, spot):
        found = fields.field_at(sections, spot.path)
        return list(_values(found, spot, dossier)) if found else []
    if not spot.path:
        return list(_sections(spot, sections))
    return list(_fields(spot, sections))


def _sections(spot: Spot, sections: Sections) -> Iterator[Offer]:
    for name in sections:
        if name not in spot.beside:
            told = hover.of_section(name, sections)
            yield Offer(name, Kind.SECTION, NAMES.get(name, name), told, _key(name, spot, ":"))


def _fields(spot: Spot, sections: Sections) -> Iterator[Offer]:
    kind = fields.kind_at(sections, spot.path)
    for found in fields.fields(kind).values() if kind else ():
        if found.name in spot.beside:
            continue
        said = "wajib" if found.required else ""
        below = found.inside is not None or (found.many and found.ref is None)
        text = _key(found.name, spot, ":" if below else ": ")
        yield Offer(found.name, Kind.FIELD, said, hover.of_field(found), text)


def _key(name: str, spot: Spot, sign: str) -> str:
    """Write a key; one that has its colon is only renamed."""
    return name if spot.side is Side.KEY else name + sign


def _values(found: Field, spot: Spot, dossier: Dossier) -> Iterator[Offer]:
    if found.inside is not None:
        return
    alone = found.many and spot.side is Side.VALUE and not spot.is_item
    form = "[{}]" if alone else "{}"  # a list is one also where it holds a single item
    for word, meaning in found.choices.items():
        yield Offer(word, Kind.CHOICE, meaning, "", form.format(word))
    if found.ref is None:
        return
    seen = set()
    for thing in names.things(dossier, found.ref, spot.around):
        if thing.id not in seen:
            seen.add(thing.id)
            said = thing.title or thing.what
            yield Offer(thing.id, Kind.ID, said, "", form.format(thing.id))
