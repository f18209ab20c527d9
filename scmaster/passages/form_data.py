"""Every name that an official form can be filled with; what is unknown is None.

A form's `value` is an expression over `FormData`. Words are as a document prints them;
figures and dates stay what they are, so that a form can have them in its own writing.
The page for those who write a form.yaml is docs/borang.md.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Generic, TypeVar

from scmaster.model.values import PartialDate, Period

T = TypeVar("T")


@dataclass(frozen=True)
class Register(Generic[T]):
    """Several, in their order; each also by its id or name."""

    by_name: Mapping[str, T] = field(default_factory=dict)
    closed: bool = False
    """Whether every name there may be is known beforehand."""

    def __iter__(self) -> Iterator[T]:
        """Go through them, not through their names."""
        return iter(self.by_name.values())

    def __len__(self) -> int:
        """Count them."""
        return len(self.by_name)

    def __getitem__(self, name: str) -> T | None:
        """Return the one of that name; None where the city has none.

        Raises KeyError in a closed register, whose names are known beforehand.
        """
        return self.by_name[name] if self.closed else self.by_name.get(name)

    def __contains__(self, name: object) -> bool:
        """Tell whether there is one of that name."""
        return name in self.by_name

    def names(self) -> list[str]:
        """Return the names, in order."""
        return list(self.by_name)


@dataclass(frozen=True)
class CityData:
    """Who the city is."""

    name: str
    kind: str
    province: str
    region_code: str
    bps_code: str | None
    short_code: str | None
    data_date: PartialDate | None


@dataclass(frozen=True)
class SubmissionData:
    """The submission that the form is filled for."""

    id: str
    title: str
    year: str
    stage: str
    period: Period
    final: bool
    presenters: list[str]
    instrument: str
    issuer: str
    questions: int
    answered: int
    proven: int


@dataclass(frozen=True)
class FactData:
    """A figure of the profile; a promise has words and no value."""

    name: str
    value: Decimal | None
    unit: str | None
    text: str | None
    as_of: Period | None
    source: str | None


@dataclass(frozen=True)
class OfficeData:
    """A public office."""

    title: str
    holder: str | None
    term: Period | None


@dataclass(frozen=True)
class OpdData:
    """A perangkat daerah."""

    id: str
    name: str
    short_name: str


@dataclass(frozen=True)
class PlanData:
    """A planning document, or the masterplan."""

    id: str
    title: str
    period: Period | None
    regulation: str | None
    status: str | None
    theme: str | None
    vision: str | None
    missions: list[str]


@dataclass(frozen=True)
class AnswerData:
    """A question of the instrument, and what the city answers."""

    id: str
    code: str
    question: str
    indicator: str | None
    value: str | None
    figure: Decimal | None
    self_score: Decimal | None
    fact: str | None
    analysis: str | None
    owner: str | None
    state: str
    answered: bool
    proven: bool
    evidence: list[str]


@dataclass(frozen=True)
class ProgrammeData:
    """A programme or rencana aksi."""

    id: str
    name: str
    pillar: str | None
    sub_pillar: str | None
    owner: str | None
    summary: str | None
    objective: str | None
    beneficiaries: str | None
    location: str | None
    output: str | None
    lifecycle: str | None
    progress: Decimal | None
    years: list[str]
    budget: list[str]
    budget_total: Decimal | None
    partners: list[str]
    measures: list[str]


@dataclass(frozen=True)
class QuickWinData:
    """A quick win of a year."""

    id: str
    name: str
    year: str
    programme: str
    pillar: str | None
    owner: str | None
    existing_service: str | None
    problem: str | None
    public_benefit: str | None
    sustainability: str | None
    continues_from: str | None
    partners: list[str]
    measures: list[str]
    risks: list[str]
    mitigations: list[str]


@dataclass(frozen=True)
class IndicatorData:
    """Something measured; target and actual are of the year under evaluation."""

    id: str
    name: str
    unit: str
    owner: str | None
    formula: str | None
    baseline: Decimal | None
    target: Decimal | None
    actual: Decimal | None
    actual_text: str | None


@dataclass(frozen=True)
class EvidenceData:
    """Something an assessor can open; above `biasa` the details say when it is shown."""

    id: str
    printed_id: str
    title: str
    kind: str
    number: str | None
    date: PartialDate | str | None
    period: Period | str | None
    issuer: str | None
    address: str | None
    classification: str
    supports: list[str]


@dataclass(frozen=True)
class RecommendationData:
    """What the assessors asked for, and what was done."""

    id: str
    cycle: str
    number: int
    text: str
    owner: str | None
    follow_up: list[str]
    status: str
    due: PartialDate | None
    evidence: list[str]


@dataclass(frozen=True)
class BodyData:
    """A dewan, tim pelaksana, forum or pokja."""

    id: str
    kind: str
    name: str
    decision: str | None
    chair: str | None
    secretary: str | None
    members: list[str]
    meetings: int
    last_meeting: PartialDate | None


@dataclass(frozen=True)
class FormData:
    """Everything a form may be filled with."""

    city: CityData
    submission: SubmissionData
    masterplan: PlanData | None
    rpjmd: PlanData | None
    planning: Register[PlanData]
    facts: Register[FactData]
    offices: Register[OfficeData]
    opd: Register[OpdData]
    answers: Register[AnswerData]
    programmes: Register[ProgrammeData]
    quick_wins: Register[QuickWinData]
    indicators: Register[IndicatorData]
    evidence: Register[EvidenceData]
    recommendations: Register[RecommendationData]
    bodies: Register[BodyData]
