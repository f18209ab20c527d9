"""Records to a dossier: every reference resolved, every list indexed.

After this stage an id that is asked for is known to exist, or its absence was reported.
"""

from collections.abc import Iterator

from scmaster.diagnostics import Diagnostic, Related, Severity, Span
from scmaster.link.dossier import (
    Dossier,
    Frameworks,
    Use,
    groups_of,
    levels_of,
    questions,
    questions_of,
)
from scmaster.link.references import Linker
from scmaster.load import Loaded
from scmaster.model.form import Form
from scmaster.model.framework import Group, Instrument, Question
from scmaster.model.record import Entry, Record

__all__ = [
    "CODES",
    "Dossier",
    "Frameworks",
    "Use",
    "groups_of",
    "levels_of",
    "link",
    "link_form",
    "link_frameworks",
    "questions",
    "questions_of",
]

CODES = {
    "SCM201": "Id yang disebut tidak ada di berkas mana pun.",
    "SCM202": "Satu id dipakai dua kali; asesor tidak tahu yang mana yang dimaksud.",
    "SCM203": "Id itu ada, tetapi milik bagian lain: misalnya program disebut di tempat eviden.",
    "SCM204": "Pertanyaan atau dimensi itu tidak ada di instrumen pengajuan yang disebut.",
    "SCM205": "Pilar atau subdimensi itu tidak ada di edisi pilar mana pun.",
    "SCM206": "Instrumen, edisi pilar, atau keluhan asesor itu tidak ada di folder pillars.",
    "SCM207": "Bagian city hanya boleh satu dalam satu kota.",
    "SCM208": "Tidak ada bagian city, jadi nama kota tidak diketahui.",
    "SCM209": "Pertanyaan instrumen disebut tanpa pengajuan yang menunjuk instrumennya.",
    "SCM210": "Rujukan berputar: pada akhirnya menunjuk dirinya sendiri.",
}

CHAINS = ("successor", "continues_from", "supersedes")
"""Fields by which a record follows another of its own section."""


def link_frameworks(loaded: Loaded) -> tuple[Frameworks, list[Diagnostic]]:
    """Index the pillars and instruments; ids inside an instrument are unique too."""
    by_section, found = _unique(loaded)
    frameworks = Frameworks(
        editions=dict(by_section.get("pillars", {})),  # type: ignore[arg-type]
        instruments=dict(by_section.get("instruments", {})),  # type: ignore[arg-type]
        sources=dict(by_section.get("sources", {})),
        crosswalks=dict(by_section.get("crosswalks", {})),  # type: ignore[arg-type]
        published=dict(by_section.get("published", {})),  # type: ignore[arg-type]
        complaints=dict(by_section.get("complaints", {})),  # type: ignore[arg-type]
        validity=dict(by_section.get("validity", {})),  # type: ignore[arg-type]
        priorities=dict(by_section.get("priorities", {})),  # type: ignore[arg-type]
        risk_scales=dict(by_section.get("risk_scales", {})),  # type: ignore[arg-type]
        interview=dict(by_section.get("interview_questions", {})),  # type: ignore[arg-type]
        unread=frozenset(loaded.mentioned | loaded.broken),
    )
    for instrument in frameworks.instruments.values():
        found += _unique_nodes(instrument)
    linker = Linker(by_section, loaded.broken, frameworks)
    return frameworks, found + linker.resolve()


def link_form(loaded: Loaded, frameworks: Frameworks) -> tuple[Form | None, list[Diagnostic]]:
    """Resolve what an official form names; None when no form could be read."""
    by_section, found = _unique(loaded)
    found += Linker(by_section, loaded.broken, frameworks).resolve()
    return next(iter(by_section.get("form", {}).values()), None), found  # type: ignore[return-value]


def _unique_nodes(instrument: Instrument) -> Iterator[Diagnostic]:
    first: dict[str, Record] = {}
    nodes: list[Group | Question] = [*groups_of(instrument)]
    nodes += [question for group in instrument.groups for question in questions_of(group)]
    for node in nodes:
        if (known := first.setdefault(node.id, node)) is not node:
            yield _duplicate(node.id, node.span("id"), known.span("id"))


def link(loaded: Loaded, frameworks: Frameworks, where: Span) -> tuple[Dossier, list[Diagnostic]]:
    """Resolve a city's ids; an unknown one is reported, and asked for it yields None.

    `where` is pointed at when there is no place in a file to point at.
    """
    by_section, found = _unique(loaded)
    found += _one_city(by_section, loaded, where)
    linker = Linker(by_section, loaded.broken, frameworks)
    found += linker.resolve()
    found += [d for section in by_section.values() for d in _circles(section)]
    unread = frozenset(loaded.mentioned | loaded.broken | linker.meant)
    broken = frozenset(loaded.broken)
    return Dossier(by_section, frameworks, linker.uses, unread, broken), found


def _unique(loaded: Loaded) -> tuple[dict[str, dict[str, Entry]], list[Diagnostic]]:
    """Sort the records into their sections; an id is used once in all of them."""
    first: dict[str, Entry] = {}
    found: list[Diagnostic] = []
    for _, entry in loaded.records:
        known = first.setdefault(entry.id, entry)
        if known is not entry:
            found.append(_duplicate(entry.id, entry.span("id"), known.span("id")))
    by_section: dict[str, dict[str, Entry]] = {}
    for section, entry in sorted(loaded.records, key=lambda read: read.entry.id):
        if first[entry.id] is entry:
            by_section.setdefault(section, {})[entry.id] = entry
    return by_section, found


def _duplicate(identity: str, span: Span, first: Span) -> Diagnostic:
    related = (Related(first, "pertama kali di sini"),)
    message = f"id '{identity}' sudah dipakai"
    return Diagnostic("SCM202", Severity.ERROR, span, message, "beri id lain", related)


def _one_city(
    by_section: dict[str, dict[str, Entry]], loaded: Loaded, where: Span
) -> Iterator[Diagnostic]:
    cities = list(by_section.get("city", {}).values())
    if not cities and "city" not in loaded.seen:
        message = "tidak ada bagian 'city' di berkas mana pun"
        hint = "tambahkan 'city:' dengan id, name, kind, province, dan region_code"
        yield Diagnostic("SCM208", Severity.ERROR, where, message, hint)
    for city in cities[1:]:
        related = (Related(cities[0].span("id"), "kota yang pertama"),)
        message = "bagian 'city' hanya boleh satu"
        yield Diagnostic("SCM207", Severity.ERROR, city.span("id"), message, "", related)


def _circles(section: dict[str, Entry]) -> Iterator[Diagnostic]:
    """Find records that follow themselves; the one with the first id is reported."""
    for chain in CHAINS:
        done: set[str] = set()
        for identity in section:
            seen: list[str] = []
            step: str | None = identity
            while step in section and step not in done and step not in seen:
                seen.append(step)
                step = getattr(section[step], chain, None)
            if step in seen:
                span = section[step].span(chain)
                message = f"'{chain}' berputar kembali ke '{step}'"
                yield Diagnostic("SCM210", Severity.ERROR, span, message)
            done.update(seen)
