"""A city in figures, small enough to stand beside hundreds of others.

Each figure is the one that `status`, `score` and `compare` print of the city.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.assess.cohort import Official
from scmaster.assess.comparison import MINISTRY, compare
from scmaster.assess.coverage import Count, count
from scmaster.assess.missing import gaps
from scmaster.assess.results import SMART_CITY, alike, family
from scmaster.assess.standing import State
from scmaster.diagnostics import Diagnostic, Severity
from scmaster.model.evaluation import Recommendation, Submission

_DONE = frozenset({"evidenced", "accepted_by_assessor"})
"""What `status` of a recommendation is proven to be done."""


NOTHING_ASKED = Count("", "", 0, 0, 0, 0)


@dataclass(frozen=True)
class Given:
    """What a city was given in a year; the instrument by its id, so that it stays small."""

    official: Official
    """Without its instrument and its submission."""
    instrument: str
    """Empty where it is not known."""


@dataclass(frozen=True)
class Summary:
    """A city in figures."""

    slug: str
    """The name of its folder."""
    name: str
    """Empty where the section `city` could not be read: then nothing else is known."""
    province: str = ""
    year: int = 0
    """Of the submission looked at; 0 where there is none."""
    instrument: str = ""
    """By which that is judged; empty where it is not known."""
    given: tuple[Given, ...] = ()
    """What the ministry's evaluation gave, oldest first."""
    claimed: Mapping[str, Decimal] = field(default_factory=dict)
    """The simulation by the id of a group; under the instrument's own id the final score."""
    provable: Mapping[str, Decimal] = field(default_factory=dict)
    questions: Count = NOTHING_ASKED
    lacking: Mapping[str, State] = field(default_factory=dict)
    """The questions that are not proven, by their id."""
    asked: int = 0
    """Recommendations on record, of the same family of instruments."""
    done: int = 0
    """Those of them that are proven to be done."""
    errors: int = 0
    first_error: Diagnostic | None = None


def looked_at(case: Case) -> Submission | None:
    """Choose the submission by which cities can be set side by side: one of a smart city.

    The case's own where it is one, else the newest; None where there is none. What other
    instruments give has other scales.
    """
    every = case.dossier.of(Submission).values()
    able = [s for s in every if s.instrument and family(case.dossier, s) in SMART_CITY]
    if case.submission in able:
        return case.submission
    return max(able, key=lambda s: (s.year, s.id), default=None)


def summarize(case: Case, slug: str) -> Summary:
    """Return a city in figures."""
    wrong = [d for d in case.diagnostics if d.severity is Severity.ERROR]
    city = case.dossier.city
    first = wrong[0] if wrong else None
    if city is None:
        return Summary(slug, "", errors=len(wrong), first_error=first)
    side = compare([case])
    now = side.simulated[0]
    asked = _recommendations(case)
    return Summary(
        slug=slug,
        name=city.name,
        province=city.province,
        year=case.submission.year if case.submission else 0,
        instrument=case.instrument.id if case.instrument else "",
        given=tuple(
            Given(replace(own, instrument=None, submission=None), known.id if known else "")
            for year in side.years
            if year.family == MINISTRY
            for own in year.officials
            if own is not None and own.figures
            for known in (own.instrument,)
        ),
        claimed=dict(now.claimed) if now else {},
        provable=dict(now.provable) if now else {},
        questions=count("", "", case.standings.values()),
        lacking={gap.standing.question.id: gap.standing.state for gap in gaps(case)},
        asked=len(asked),
        done=sum(1 for one in asked if one.status in _DONE),
        errors=len(wrong),
        first_error=first,
    )


def _recommendations(case: Case) -> list[Recommendation]:
    submissions = case.dossier.of(Submission)
    own = case.instrument.family if case.instrument else MINISTRY
    return [
        one
        for one in case.dossier.of(Recommendation).values()
        if (cycle := submissions.get(one.submission)) and alike(family(case.dossier, cycle), own)
    ]
