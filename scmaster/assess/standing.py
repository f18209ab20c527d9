"""How each question stands: answered or not, proven or not, by what."""

from collections.abc import Container
from dataclasses import dataclass
from enum import StrEnum

from scmaster.assess.evidence import asked_period, proves, speaks_of
from scmaster.link import Dossier, questions_of
from scmaster.model.evaluation import Answer, Submission
from scmaster.model.evidence import Claim, Evidence
from scmaster.model.framework import Group, Instrument, Question


class State(StrEnum):
    """How far a question has come."""

    UNANSWERED = "unanswered"
    """Nobody has answered it."""
    UNPROVEN = "unproven"
    """Answered, with no evidence at all."""
    SUPPORTED = "supported"
    """Answered, with nothing but supporting evidence, evidence of another period, or claims
    that somebody has to look at again."""
    PROVEN = "proven"
    """Answered, with at least one primary piece that fits the period asked about."""


@dataclass(frozen=True)
class Standing:
    """A question with all that the city has for it."""

    question: Question
    group: Group
    """The top group (dimension) it belongs to."""
    answer: Answer | None
    claims: tuple[tuple[Claim, Evidence], ...]
    """Primary ones first, then by id."""
    state: State
    carried: Answer | None = None
    """What an earlier cycle answered, copied here and not yet looked at: it answers nothing."""


def stand(
    dossier: Dossier,
    submission: Submission,
    instrument: Instrument,
    shaken: Container[str] = frozenset(),
) -> dict[str, Standing]:
    """Return how each question of an instrument stands, by id, in the instrument's order.

    `shaken` are the ids of claims that prove nothing until somebody has looked again.
    Of two answers to one question the first by place counts; the second is reported.
    """
    answers: dict[str, Answer] = {}
    carried: dict[str, Answer] = {}
    for given in sorted(dossier.of(Answer).values(), key=lambda each: each.span("id")):
        if given.submission == submission.id:
            (carried if given.carried_from else answers).setdefault(given.question, given)
    made: dict[str, Standing] = {}
    for group in instrument.groups:
        for question in questions_of(group):
            claims = _claims(dossier, submission, question)
            answer = answers.get(question.id)
            sound = tuple(pair for pair in claims if pair[0].id not in shaken)
            state = _state(submission, question, answer, claims, sound)
            before = carried.get(question.id)
            made[question.id] = Standing(question, group, answer, claims, state, before)
    return made


def _claims(
    dossier: Dossier, submission: Submission, question: Question
) -> tuple[tuple[Claim, Evidence], ...]:
    pairs = []
    for claim in dossier.claims_on(question.id, submission.id):
        evidence = dossier.get(Evidence, claim.evidence)
        if evidence is not None:
            pairs.append((claim, evidence))
    return tuple(sorted(pairs, key=lambda pair: (pair[0].role != "primary", pair[0].id)))


def _state(
    submission: Submission,
    question: Question,
    answer: Answer | None,
    claims: tuple[tuple[Claim, Evidence], ...],
    sound: tuple[tuple[Claim, Evidence], ...],
) -> State:
    if answer is None:
        return State.UNANSWERED
    if not question.upload:
        return State.PROVEN if _taken_over(answer) else State.UNPROVEN
    if not claims:
        return State.UNPROVEN
    asked = asked_period(submission, question)
    for claim, evidence in sound:
        if proves(claim, evidence) and speaks_of(evidence, asked):
            return State.PROVEN
    return State.SUPPORTED


def _taken_over(answer: Answer) -> bool:
    """Tell whether another institution's index is given whole: value, time and issuer."""
    measure = answer.measure
    return bool(measure and measure.value is not None and measure.as_of and answer.issuer)
