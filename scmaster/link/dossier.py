"""What linking makes: a city's records by id, and what is the same for every city."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, TypeVar

from scmaster.diagnostics import Span
from scmaster.model.city import City, Source
from scmaster.model.evaluation import Submission
from scmaster.model.evidence import Claim, Evidence
from scmaster.model.framework import (
    Complaint,
    Crosswalk,
    Group,
    Instrument,
    Level,
    Pillar,
    PillarEdition,
    Question,
    SubPillar,
)
from scmaster.model.interview import InterviewQuestion
from scmaster.model.priority import PriorityScale, RiskScale
from scmaster.model.published import Published
from scmaster.model.record import Entry
from scmaster.model.sections import SECTION_OF
from scmaster.model.validity import Validity

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True)
class Frameworks:
    """What is the same for every city: pillars by edition, and the instruments."""

    editions: dict[str, PillarEdition] = field(default_factory=dict)
    instruments: dict[str, Instrument] = field(default_factory=dict)
    sources: dict[str, Entry] = field(default_factory=dict)
    crosswalks: dict[str, Crosswalk] = field(default_factory=dict)
    published: dict[str, Published] = field(default_factory=dict)
    complaints: dict[str, Complaint] = field(default_factory=dict)
    validity: dict[str, Validity] = field(default_factory=dict)
    priorities: dict[str, PriorityScale] = field(default_factory=dict)
    risk_scales: dict[str, RiskScale] = field(default_factory=dict)
    interview: dict[str, InterviewQuestion] = field(default_factory=dict)
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
    broken: frozenset[str] = frozenset()
    """The ids of records that could not be read: they are there all the same."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of the files behind the evidence, by its id, as they were locked."""

    def of(self, kind: type[E]) -> dict[str, E]:
        """Return the records of one kind by id."""
        return self.records.get(SECTION_OF[kind], {})  # type: ignore[return-value]

    def get(self, kind: type[E], identity: str | None) -> E | None:
        """Return the record of a kind with this id, or None."""
        return self.of(kind).get(identity) if identity else None

    def digest(self, evidence: Evidence) -> str:
        """Return the SHA-256 of the file behind a piece: as locked, else as written; or ""."""
        return self.digests.get(evidence.id) or evidence.sha256 or ""

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
