"""What an id stands for: a record of the city, or a part of the pillars and instruments."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from scmaster.diagnostics import Span
from scmaster.link import Dossier, Use, groups_of, questions
from scmaster.link.references import NAMES, ref_fields
from scmaster.load import nested
from scmaster.model.evaluation import Submission
from scmaster.model.evidence import Claim
from scmaster.model.framework import Group, Instrument, Pillar, Question, SubPillar
from scmaster.model.record import ANY_QUESTION, NODE, Entry, Record, Ref
from scmaster.model.sections import CITY_SECTIONS
from scmaster.passages.names import name_of

FRAMEWORK = ("pillar", "sub_pillar", "pillars", "instruments", "complaints")
"""The families that are the same for every city, questions and dimensions aside."""


class Thing(NamedTuple):
    """Something with an id."""

    id: str
    family: str
    """Its section, or `pillar`, `sub_pillar` or `node`."""
    what: str
    """What kind of thing it is (Indonesian)."""
    title: str
    span: Span
    """Where its id is written."""


def things(dossier: Dossier, ref: Ref, around: Mapping[str, str]) -> Iterator[Thing]:
    """Yield all that a field may name; `around` holds the fields of the records it stands in."""
    for section in ref.sections or tuple(CITY_SECTIONS):
        yield from _of_section(dossier, section)
    if ref.question:
        yield from _nodes(_instruments(dossier, ref, around), dimensions=NODE in ref.sections)


def named(dossier: Dossier, ref: Ref, identity: str, around: Mapping[str, str]) -> Thing | None:
    """Return what a field names by an id; None where there is no such thing."""
    return next((thing for thing in things(dossier, ref, around) if thing.id == identity), None)


def declared(dossier: Dossier, holder: type[Record], identity: str, section: str) -> Thing | None:
    """Return what has an id that is written in a record of a kind, in a section."""
    ref = Ref((_FAMILIES.get(holder, section),), question=holder in {Group, Question})
    return named(dossier, ref, identity, {})


def has(dossier: Dossier, identity: str) -> bool:
    """Tell whether a record of the city has an id."""
    return any(identity in section for section in dossier.records.values())


def uses(dossier: Dossier, thing: Thing) -> list[Use]:
    """Return where a thing is named, by file and place."""
    found = [use for use in dossier.uses.get(thing.id, []) if _may_mean(dossier, use, thing)]
    return sorted(found, key=lambda use: use.span)


_FAMILIES: dict[type[Record], str] = {
    Pillar: "pillar",
    SubPillar: "sub_pillar",
    Group: NODE,
    Question: NODE,
}


def _may_mean(dossier: Dossier, use: Use, thing: Thing) -> bool:
    ref = _ref_at(use)
    if ref is None:
        return False
    if thing.family == NODE:
        return ref.question and not (has(dossier, thing.id) and not ref.sections)
    return thing.family in ref.sections or (not ref.sections and thing.family in CITY_SECTIONS)


def _ref_at(use: Use) -> Ref | None:
    kind: type[Record] | None = type(use.user)
    *holders, name = [step for step in use.path if isinstance(step, str)]
    for step in holders:
        kind = nested(kind).get(step) if kind else None
    return dict(ref_fields(kind)).get(name) if kind else None


def _of_section(dossier: Dossier, section: str) -> Iterator[Thing]:
    if section in FRAMEWORK:
        yield from _of_frameworks(dossier, section)
        return
    for identity, entry in dossier.records.get(section, {}).items():
        title = name_of(dossier, identity)
        if isinstance(entry, Claim):
            title = f"{entry.evidence}: {', '.join(entry.supports)}"
        elif title == identity:
            title = str(getattr(entry, "text", None) or "")
        yield Thing(identity, section, NAMES[section], title, entry.span("id"))
    if section == "sources" and not dossier.records:  # in a file of pillars/
        for identity, entry in dossier.frameworks.sources.items():
            title = str(getattr(entry, "title", ""))
            yield Thing(identity, section, NAMES[section], title, entry.span("id"))


def _of_frameworks(dossier: Dossier, section: str) -> Iterator[Thing]:
    known = dossier.frameworks
    if section == "pillar":
        for pillar in known.pillars().values():
            yield Thing(pillar.id, section, "pilar", pillar.name, pillar.span("id"))
    elif section == "sub_pillar":
        for sub in known.sub_pillars().values():
            yield Thing(sub.id, section, "subdimensi", sub.name, sub.span("id"))
    else:
        entries: Mapping[str, Entry] = known.editions
        if section != "pillars":
            entries = known.instruments if section == "instruments" else known.complaints
        for identity, entry in entries.items():
            title = str(getattr(entry, "name", None) or getattr(entry, "title", ""))
            yield Thing(identity, section, NAMES[section], title, entry.span("id"))


def _instruments(dossier: Dossier, ref: Ref, around: Mapping[str, str]) -> Iterable[Instrument]:
    """Return the instruments that a question may be of: that of the submission, or all."""
    every = dossier.frameworks.instruments
    name = around.get(ref.of) if ref.of else None
    if not ref.of and ANY_QUESTION not in ref.sections:
        submission = dossier.get(Submission, around.get("submission"))
        name = submission.instrument if submission else None
    return [every[name]] if name in every else every.values()


def _nodes(instruments: Iterable[Instrument], *, dimensions: bool) -> Iterator[Thing]:
    seen: set[str] = set()
    for instrument in instruments:
        nodes: list[Group | Question] = [*(groups_of(instrument) if dimensions else ())]
        nodes += questions(instrument).values()
        for node in nodes:
            if node.id not in seen:
                seen.add(node.id)
                yield _node(node, instrument)


def _node(node: Group | Question, instrument: Instrument) -> Thing:
    where = instrument.short_name or instrument.name
    if isinstance(node, Group):
        return Thing(node.id, NODE, f"{node.kind} di {where}", node.name, node.span("id"))
    return Thing(node.id, NODE, f"pertanyaan di {where}", node.text, node.span("id"))
