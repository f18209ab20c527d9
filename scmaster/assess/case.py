"""A dossier beside the instrument that judges it: what rules and documents look at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Protocol

from scmaster.assess.originals import Originals
from scmaster.assess.requested import Requests
from scmaster.assess.shaken import shaken
from scmaster.assess.standing import Standing, stand
from scmaster.assess.suspicion import Reason
from scmaster.assess.texts import Path, texts
from scmaster.assess.vetting import Review
from scmaster.assess.waivers import Waived
from scmaster.diagnostics import Diagnostic, Severity
from scmaster.link import Dossier
from scmaster.model.evaluation import Submission
from scmaster.model.framework import Instrument
from scmaster.model.record import Entry
from scmaster.model.settings import Settings


class Judge(Protocol):
    """A rule, as far as a case has to know of one."""

    @property
    def code(self) -> str:
        """Its code."""

    @property
    def severities(self) -> tuple[Severity, Severity]:
        """How grave it is in a draft, and in a final submission."""

    def run(self, case: "Case") -> Iterator[Diagnostic]:
        """Yield what it finds."""


@dataclass(frozen=True)
class Case:
    """A city's dossier, the submission it is looked at for, and the day of the look."""

    dossier: Dossier
    submission: Submission | None
    """The submission in question; None when the city has none."""
    on: date
    """The day on which exceptions and validity are judged."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What was said about it, by file and place; empty until it is checked."""
    waived: tuple[Waived, ...] = ()
    """The findings that accepted exceptions silence."""
    told: tuple[Diagnostic, ...] = ()
    """What reading and linking said: the same for whichever submission is looked at."""
    originals: Originals = field(default_factory=Originals)
    """The files behind the evidence."""
    reviews: Mapping[str, Review] = field(default_factory=dict)
    """What offices have looked at, by the id of the claim."""
    requests: tuple[Requests, ...] = ()
    """What offices were asked for and what came back, by submission and office."""
    shaken: Mapping[str, tuple[Reason, ...]] = field(default_factory=dict)
    """Why claims prove nothing until somebody has looked again, by id; empty until `weighed`."""

    settings: Settings = field(default_factory=Settings)
    """What the workspace settles for all its cities."""
    own_rules: tuple[Judge, ...] = ()
    """The workspace's own rules that may run."""

    @property
    def final(self) -> bool:
        """Whether the submission is handed in for good."""
        return self.submission is not None and self.submission.state == "final"

    @property
    def errors(self) -> int:
        """How many findings keep the city from submitting."""
        return sum(1 for d in self.diagnostics if d.severity is Severity.ERROR)

    @cached_property
    def texts(self) -> tuple[tuple[Entry, Path, str], ...]:
        """Every text of every record, with its place in the record."""
        return tuple((e, path, text) for e in self.dossier.every() for path, text in texts(e))

    @cached_property
    def instrument(self) -> Instrument | None:
        """The instrument of the submission, where it is known."""
        return self.dossier.instrument(self.submission)

    @cached_property
    def standings(self) -> dict[str, Standing]:
        """How each question of the instrument stands, by its id, in its order."""
        if self.submission is None or self.instrument is None:
            return {}
        return stand(self.dossier, self.submission, self.instrument, self.shaken)


def weighed(case: Case) -> Case:
    """Return the case with what shakes its claims.

    Kept with the case, because assessors' copies hold less than reviewers have seen.
    """
    return replace(case, shaken=shaken(case.dossier, case.originals, case.reviews))


def judged_by(case: Case, instrument: str) -> Case:
    """Return the case as another instrument would judge it; the answers are taken by id."""
    if case.submission is None:
        return case
    other = case.submission.model_copy(update={"instrument": instrument})
    return replace(case, submission=other)


def choose(
    dossier: Dossier, name: str | None = None, usual: str | None = None
) -> Submission | None:
    """Choose the submission to look at: the named one, the city's default, or the latest.

    `usual` is what the workspace looks at in each city that has it. The latest is the one of
    the latest year that has an instrument; of one year, the one whose id sorts last. None when
    the name is unknown or nothing qualifies: a city that names its default is not looked at for
    another cycle because that one cannot be read.
    """
    every = dossier.of(Submission)
    if name is not None:
        return every.get(name)
    city = dossier.city
    if city is not None and city.default_submission is not None:
        # one that could not be read has no stand-in: another would be judged for it
        return every.get(city.default_submission)
    if usual in every:
        return every[usual]
    able = [s for s in every.values() if s.instrument]
    return max(able, key=lambda s: (s.year, s.id), default=None)
