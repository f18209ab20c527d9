"""What a city has to answer the questions that assessors may ask in the interview.

Nothing is composed here: what answers is pointed at where it stands in the data, and whether
something that can be opened proves it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from scmaster.assess import interview_parts, interview_words
from scmaster.assess.case import Case
from scmaster.assess.follow_up import earlier
from scmaster.assess.interview_parts import Ground
from scmaster.assess.offices import of_today
from scmaster.assess.owners import registered
from scmaster.assess.results import alike, family
from scmaster.assess.standing import Standing, State
from scmaster.model.city import Opd
from scmaster.model.evaluation import Recommendation, Submission
from scmaster.model.interview import InterviewQuestion


class Ready(IntEnum):
    """How well a question can be answered; what cannot be is looked at first."""

    NOTHING = 0
    """Nothing in the data answers it."""
    PLANNED = 1
    """Only plans speak of it."""
    MATERIAL = 2
    """Something does, and nothing that can be opened proves any of it."""
    PROVEN = 3
    """Something does, with evidence."""


@dataclass(frozen=True)
class Prepared:
    """A question with all that answers it."""

    question: InterviewQuestion
    grounds: tuple[Ground, ...]
    """What is proven first, else in the order of the city's data."""
    lacking: tuple[Standing, ...]
    """Questions of the instrument that would answer it, and are not proven."""
    heard: tuple[Recommendation, ...]
    """What assessors have already asked of this city about it, oldest first."""
    offices: tuple[Opd | str, ...]
    """Who answers: who usually does first, then who owns answers to it. An office of the
    register of today, else its usual name."""

    @property
    def ready(self) -> Ready:
        """How well it can be answered."""
        if any(ground.proven for ground in self.grounds):
            return Ready.PROVEN
        if any(not ground.planned for ground in self.grounds):
            return Ready.MATERIAL
        return Ready.PLANNED if self.grounds else Ready.NOTHING


def prepared(case: Case) -> list[Prepared]:
    """Return the questions that assessors of this submission may ask, the worst prepared first."""
    own = case.instrument.family if case.instrument else "komdigi"
    every = [
        _prepared(case, question)
        for question in case.dossier.frameworks.interview.values()
        if alike(question.family, own)
    ]
    return sorted(every, key=lambda each: each.ready)


def one(case: Case, identity: str) -> Prepared | None:
    """Return a single question with all that answers it; None where there is no such question."""
    question = case.dossier.frameworks.interview.get(identity)
    return _prepared(case, question) if question else None


def _prepared(case: Case, question: InterviewQuestion) -> Prepared:
    asked = [case.standings[q] for q in question.answered_by.questions if q in case.standings]
    heard = _heard(case, question)
    found = {(g.entry.id, g.path): g for g in _grounds(case, question, asked, heard)}
    return Prepared(
        question=question,
        grounds=tuple(sorted(found.values(), key=lambda ground: not ground.proven)),
        lacking=tuple(s for s in asked if s.state is not State.PROVEN),
        heard=tuple(heard),
        offices=tuple(_offices(case, question, asked)),
    )


def _grounds(
    case: Case,
    question: InterviewQuestion,
    asked: list[Standing],
    heard: list[Recommendation],
) -> Iterator[Ground]:
    for standing in asked:
        if standing.answer is not None:
            yield Ground(standing.answer, (), standing.state is State.PROVEN)
    for part in question.answered_by.parts:
        yield from interview_parts.FINDERS[part](case)
    yield from interview_words.spoken_of(case, question.answered_by.words)
    for recommendation in heard:
        for place, action in enumerate(recommendation.actions):
            shown = interview_parts.shows(case, *action.evidence)
            yield Ground(recommendation, ("actions", place), shown)


def _heard(case: Case, question: InterviewQuestion) -> list[Recommendation]:
    """Return what earlier cycles of the same family asked for on its theme or its questions."""
    found = []
    for recommendation in case.dossier.of(Recommendation).values():
        cycle = case.dossier.get(Submission, recommendation.submission)
        if cycle is None or not earlier(cycle, case.submission):
            continue
        if not alike(family(case.dossier, cycle), question.family):
            continue
        themed = question.theme is not None and recommendation.theme == question.theme
        if themed or set(recommendation.questions) & set(question.answered_by.questions):
            found.append(((cycle.year, cycle.stage, recommendation.number), recommendation))
    return [each for _, each in sorted(found, key=lambda pair: pair[0])]


def _offices(case: Case, question: InterviewQuestion, asked: list[Standing]) -> Iterator[Opd | str]:
    usual = registered(case.dossier, question.office)
    if usual is None:
        yield question.office
    owners = [case.dossier.get(Opd, s.answer.owner) for s in asked if s.answer is not None]
    every = [of_today(case.dossier, opd, case.on) for opd in (usual, *owners) if opd is not None]
    yield from {opd.id: opd for opd in every}.values()
