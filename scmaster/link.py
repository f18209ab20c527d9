"""Records to a dossier: every reference resolved, every list indexed.

After this stage an id that is asked for is known to exist, or its absence was reported.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache, cached_property
from typing import Any, NamedTuple, TypeVar, get_args

from scmaster.diagnostics import Diagnostic, Related, Severity, Span
from scmaster.load import Loaded, did_you_mean, nested
from scmaster.model.city import City, Source
from scmaster.model.evaluation import Submission
from scmaster.model.evidence import Claim
from scmaster.model.framework import (
    Crosswalk,
    Group,
    Instrument,
    Level,
    Pillar,
    PillarEdition,
    Question,
    SubPillar,
)
from scmaster.model.record import ANY_QUESTION, NODE, Entry, Record, Ref
from scmaster.model.sections import SECTION_OF

E = TypeVar("E", bound=Entry)

CODES = {
    "SCM201": "Id yang disebut tidak ada di berkas mana pun.",
    "SCM202": "Satu id dipakai dua kali; asesor tidak tahu yang mana yang dimaksud.",
    "SCM203": "Id itu ada, tetapi milik bagian lain: misalnya program disebut di tempat eviden.",
    "SCM204": "Pertanyaan atau dimensi itu tidak ada di instrumen pengajuan yang disebut.",
    "SCM205": "Pilar atau subdimensi itu tidak ada di edisi pilar mana pun.",
    "SCM206": "Instrumen atau edisi pilar itu tidak ada di folder pillars.",
    "SCM207": "Bagian city hanya boleh satu dalam satu kota.",
    "SCM208": "Tidak ada bagian city, jadi nama kota tidak diketahui.",
    "SCM209": "Pertanyaan instrumen disebut tanpa pengajuan yang menunjuk instrumennya.",
    "SCM210": "Rujukan berputar: pada akhirnya menunjuk dirinya sendiri.",
}

NAMES = {
    "city": "kota",
    "opd": "perangkat daerah",
    "planning": "dokumen perencanaan",
    "masterplan": "masterplan",
    "programmes": "program",
    "quick_wins": "quick win",
    "indicators": "indikator",
    "evidence": "eviden",
    "claims": "klaim",
    "bodies": "lembaga",
    "commitments": "komitmen",
    "submissions": "pengajuan",
    "answers": "jawaban",
    "surveys": "survei",
    "results": "hasil evaluasi",
    "recommendations": "rekomendasi",
    "verifications": "verifikasi",
    "sources": "sumber",
    "waivers": "pengecualian",
    "pillars": "edisi pilar",
    "instruments": "instrumen",
    "crosswalks": "padanan instrumen",
}
"""What a record of a section is called to a reader."""

CHAINS = ("successor", "continues_from", "supersedes")
"""Fields by which a record follows another of its own section."""


@dataclass(frozen=True)
class Frameworks:
    """What is the same for every city: pillars by edition, and the instruments."""

    editions: dict[str, PillarEdition] = field(default_factory=dict)
    instruments: dict[str, Instrument] = field(default_factory=dict)
    sources: dict[str, Entry] = field(default_factory=dict)
    crosswalks: dict[str, Crosswalk] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    """What stands in records that could not be read: nobody calls it unknown."""

    def pillars(self) -> dict[str, Pillar]:
        """Return every pillar of every edition by id; the first edition wins."""
        made: dict[str, Pillar] = {}
        for edition in self.editions.values():
            for pillar in edition.pillars:
                made.setdefault(pillar.id, pillar)
        return made

    def sub_pillars(self) -> dict[str, SubPillar]:
        """Return every sub-dimension of every edition by id; the first edition wins."""
        made: dict[str, SubPillar] = {}
        for edition in self.editions.values():
            for pillar in edition.pillars:
                for sub in pillar.sub_pillars:
                    made.setdefault(sub.id, sub)
        return made


class Use(NamedTuple):
    """One record naming another: who, and in which of its fields."""

    user: Entry
    path: tuple[str | int, ...]

    @property
    def span(self) -> Span:
        """Where it is named."""
        return self.user.span(*self.path)  # type: ignore[no-any-return]


@dataclass(frozen=True)
class Dossier:
    """A city with its references resolved: what rules read and documents print."""

    records: dict[str, dict[str, Entry]]
    """By section, then by id, sorted by id so that no split into files shows."""
    frameworks: Frameworks
    uses: dict[str, list[Use]]
    """By the id that is named."""
    unread: frozenset[str] = frozenset()
    """What stands in records that could not be read, and the ids that mistyped ones come
    nearest to: of these nobody can say what names them; see `used`."""

    def of(self, kind: type[E]) -> dict[str, E]:
        """Return the records of one kind by id."""
        return self.records.get(SECTION_OF[kind], {})  # type: ignore[return-value]

    def get(self, kind: type[E], identity: str | None) -> E | None:
        """Return the record of a kind with this id, or None."""
        return self.of(kind).get(identity) if identity else None

    @property
    def city(self) -> City | None:
        """The city itself; None when it could not be read."""
        return next(iter(self.of(City).values()), None)

    @cached_property
    def citations(self) -> dict[str, int]:
        """The number under which documents cite a source, by its id; ordered by title."""
        ordered = sorted(self.of(Source).values(), key=lambda s: (s.title.casefold(), s.id))
        return {source.id: number for number, source in enumerate(ordered, start=1)}

    def every(self) -> Iterator[Entry]:
        """Yield every record, section by section."""
        for section in self.records.values():
            yield from section.values()

    def used(self, identity: str) -> bool:
        """Tell whether a record names this id, or one that could not be read may."""
        return identity in self.uses or identity in self.unread

    def instrument(self, submission: Submission | None) -> Instrument | None:
        """Return the instrument that judges a submission, where it is known."""
        name = submission.instrument if submission else None
        return self.frameworks.instruments.get(name) if name else None

    def claims_on(self, identity: str, submission: str | None = None) -> list[Claim]:
        """Return the claims that support an id; a question's only of that submission."""
        users = [use.user for use in self.uses.get(identity, []) if use.path[0] == "supports"]
        claims = [user for user in users if isinstance(user, Claim)]
        return [c for c in claims if submission is None or c.submission == submission]


def questions(instrument: Instrument) -> dict[str, Question]:
    """Return an instrument's questions by id, in its own order."""
    made: dict[str, Question] = {}
    for group in instrument.groups:
        made |= {question.id: question for question in questions_of(group)}
    return made


def questions_of(group: Group) -> list[Question]:
    """Return the questions of a group and of all the groups below it."""
    return [*group.questions, *(q for below in group.groups for q in questions_of(below))]


def groups_of(instrument: Instrument) -> list[Group]:
    """Return every group of an instrument, parents before children."""
    waiting, made = list(instrument.groups), list[Group]()
    while waiting:
        group = waiting.pop(0)
        made.append(group)
        waiting = [*group.groups, *waiting]
    return made


def levels_of(instrument: Instrument, path: Sequence[Group], question: Question) -> list[Level]:
    """Return what the levels of a question mean, as said nearest to it; empty if unknown.

    `path` holds the groups it stands in, from the topmost down.
    """
    said = [question.levels, *(group.levels for group in reversed(path)), instrument.scale.levels]
    return next((levels for levels in said if levels), [])


def link_frameworks(loaded: Loaded) -> tuple[Frameworks, list[Diagnostic]]:
    """Index the pillars and instruments; ids inside an instrument are unique too."""
    by_section, found = _unique(loaded)
    frameworks = Frameworks(
        editions=dict(by_section.get("pillars", {})),  # type: ignore[arg-type]
        instruments=dict(by_section.get("instruments", {})),  # type: ignore[arg-type]
        sources=dict(by_section.get("sources", {})),
        crosswalks=dict(by_section.get("crosswalks", {})),  # type: ignore[arg-type]
        unread=frozenset(loaded.mentioned | loaded.broken),
    )
    for instrument in frameworks.instruments.values():
        found += _unique_nodes(instrument)
    linker = _Linker(by_section, loaded.broken, frameworks)
    return frameworks, found + linker.resolve()


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
    linker = _Linker(by_section, loaded.broken, frameworks)
    found += linker.resolve()
    found += [d for section in by_section.values() for d in _circles(section)]
    unread = frozenset(loaded.mentioned | loaded.broken | linker.meant)
    return Dossier(by_section, frameworks, linker.uses, unread), found


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


class _Linker:
    """Resolves the references of a set of records."""

    def __init__(
        self,
        by_section: dict[str, dict[str, Entry]],
        broken: set[str],
        frameworks: Frameworks,
    ) -> None:
        self.uses: dict[str, list[Use]] = {}
        self.meant: set[str] = set()
        self._by_section = by_section
        self._section_of = {i: name for name, section in by_section.items() for i in section}
        self._broken = broken
        self._frameworks = frameworks
        self._pillars, self._sub_pillars = frameworks.pillars(), frameworks.sub_pillars()
        self._nodes: dict[str, set[str]] = {}
        self._questions: dict[str, set[str]] = {}
        for name, instrument in frameworks.instruments.items():
            self._questions[name] = set(questions(instrument))
            self._nodes[name] = self._questions[name] | {g.id for g in groups_of(instrument)}

    def resolve(self) -> list[Diagnostic]:
        """Look every reference of every record up."""
        found: list[Diagnostic] = []
        for section in self._by_section.values():
            for entry in section.values():
                for ref, path, identity in _named(entry):
                    problem = self._look_up(entry, ref, identity)
                    if problem:
                        code, message, hint = problem
                        span = entry.span(*path)
                        found.append(Diagnostic(code, Severity.ERROR, span, message, hint))
                        self.meant.update(self._nearest(ref, identity))
                    self.uses.setdefault(identity, []).append(Use(entry, path))
        return found

    def _look_up(self, entry: Entry, ref: Ref, identity: str) -> tuple[str, str, str] | None:
        if ref.sections in _FRAMEWORK_REFS:
            return self._in_frameworks(ref.sections[0], identity)
        section = self._section_of.get(identity)
        fits = section is not None and (not ref.sections or section in ref.sections)
        reported = identity in self._broken
        reported |= ref.question and identity in self._frameworks.unread
        if fits or reported:
            return None
        if ref.question:
            return self._among_questions(entry, ref, identity)
        if section:
            wanted = " atau ".join(NAMES[name] for name in ref.sections)
            message = f"'{identity}' adalah {NAMES[section]}, di sini diharapkan {wanted}"
            return "SCM203", message, ""
        known = [i for name in ref.sections for i in self._by_section.get(name, {})]
        return self._unknown(identity, known if ref.sections else list(self._section_of))

    def _nearest(self, ref: Ref, identity: str) -> list[str]:
        """Return the id that an unknown one was probably meant to be, if any is near."""
        known = [i for i, name in self._section_of.items() if name in (ref.sections or (name,))]
        if ref.question:
            known += {question for every in self._questions.values() for question in every}
        return get_close_matches(identity, known, n=1)

    def _unknown(self, identity: str, known: list[str]) -> tuple[str, str, str]:
        hint = did_you_mean(identity, known)
        return "SCM201", f"id '{identity}' tidak ada", hint

    def _in_frameworks(self, section: str, identity: str) -> tuple[str, str, str] | None:
        every: dict[str, dict[str, Any]] = {
            "pillar": dict(self._pillars),
            "sub_pillar": dict(self._sub_pillars),
            "instruments": dict(self._frameworks.instruments),
            "pillars": dict(self._frameworks.editions),
        }
        known = every[section]
        if identity in known or identity in self._frameworks.unread:
            return None
        if section not in {"pillar", "sub_pillar"}:
            hint = did_you_mean(identity, known) or f"yang ada: {', '.join(known)}"
            return "SCM206", f"{NAMES[section]} '{identity}' tidak ada", hint
        names = {
            name.casefold(): made.id
            for made in known.values()
            for name in (made.name, *made.aliases)
        }
        nearest = names.get(identity.replace("_", " ").replace("-", " ").casefold())
        hint = f"maksudnya '{nearest}'?" if nearest else did_you_mean(identity, known)
        hint = hint or f"yang ada: {', '.join(known)}"
        word = "pilar" if section == "pillar" else "subdimensi"
        return "SCM205", f"{word} '{identity}' tidak ada", hint

    def _among_questions(
        self, entry: Entry, ref: Ref, identity: str
    ) -> tuple[str, str, str] | None:
        if ref.of:
            return self._in_named(getattr(entry, ref.of), identity)
        if ANY_QUESTION in ref.sections:
            return self._in_any_instrument(identity)
        return self._in_instrument(entry, ref, identity)

    def _in_any_instrument(self, identity: str) -> tuple[str, str, str] | None:
        every = {question for known in self._questions.values() for question in known}
        if identity in every:
            return None
        message = f"'{identity}' tidak ada di instrumen mana pun"
        return "SCM204", message, did_you_mean(identity, every)

    def _in_instrument(self, entry: Entry, ref: Ref, identity: str) -> tuple[str, str, str] | None:
        """Look for a question, or any node, of the instrument of the entry's submission."""
        every = {question for known in self._questions.values() for question in known}
        only = bool(ref.sections)
        submission = getattr(entry, "submission", None)
        if submission is None:
            if identity in every:
                hint = "tambahkan 'submission: ...' agar instrumennya diketahui"
                return "SCM209", f"'{identity}' pertanyaan dari pengajuan yang mana?", hint
            return self._unknown(identity, [*self._section_of, *every])
        cycle = self._by_section.get("submissions", {}).get(submission)
        if not isinstance(cycle, Submission):
            return None  # the submission is what is wrong, and is reported itself
        if cycle.instrument not in self._questions:
            return None if cycle.instrument else self._no_instrument(submission)
        nodes = self._nodes if NODE in ref.sections else self._questions
        known = nodes[cycle.instrument]
        if identity in known:
            return None
        hint = did_you_mean(identity, known if only else [*self._section_of, *known])
        message = f"'{identity}' tidak ada di instrumen {cycle.instrument}"
        return ("SCM204" if only or identity in every else "SCM201"), message, hint

    def _in_named(self, instrument: str, identity: str) -> tuple[str, str, str] | None:
        """Look for a node of the instrument that is named, or that instrument as a whole.

        An instrument that is unknown is reported itself.
        """
        known = self._nodes.get(instrument)
        if known is None or identity in known | {instrument}:
            return None
        message = f"'{identity}' tidak ada di instrumen {instrument}"
        return "SCM204", message, did_you_mean(identity, known)

    @staticmethod
    def _no_instrument(submission: str) -> tuple[str, str, str]:
        hint = f"isi 'instrument' pada pengajuan '{submission}'"
        return "SCM209", f"pengajuan '{submission}' tidak menyebut instrumen", hint


_FRAMEWORK_REFS = {("pillar",), ("sub_pillar",), ("instruments",), ("pillars",)}

Step = tuple[str, Ref]


@cache
def _ref_fields(kind: type[Record]) -> tuple[Step, ...]:
    """Return a model's own fields that name a record, each with its mark."""
    made = []
    for name, info in kind.model_fields.items():
        marks = [mark for mark in info.metadata if isinstance(mark, Ref)]
        marks = marks or list(_marks(info.annotation))
        if marks:
            made.append((name, marks[0]))
    return tuple(made)


def _marks(annotation: Any) -> Iterator[Ref]:  # noqa: ANN401  (any annotation)
    for mark in getattr(annotation, "__metadata__", ()):
        if isinstance(mark, Ref):
            yield mark
    for inside in get_args(annotation):
        yield from _marks(inside)


def _named(record: Record) -> Iterator[tuple[Ref, tuple[str | int, ...], str]]:
    """Yield every id a record names, with its mark and its place in the record."""
    for name, mark in _ref_fields(type(record)):
        for path, identity in _each(record, name):
            yield mark, path, identity
    for name in nested(type(record)):
        for path, inside in _each(record, name):
            for mark, below, identity in _named(inside):
                yield mark, (*path, *below), identity


def _each(record: Record, name: str) -> list[tuple[tuple[str | int, ...], Any]]:
    """Return what stands in a field, one or many, with the path to each."""
    value = getattr(record, name)
    if isinstance(value, list):
        return [((name, index), item) for index, item in enumerate(value)]
    return [] if value is None else [((name,), value)]
