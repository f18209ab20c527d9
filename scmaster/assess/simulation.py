"""What the city's own answers would earn: as it claims, and as it can prove today.

A simulation: assessors give the score, not the tool. The final score is a mean over all
questions, so a question without a score needs one: an unanswered question counts as the
instrument's score of the absent, and an answer without a self score as the lowest score,
the least that a taking part can earn. What is not proven also counts as the lowest.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.assess.scoring import mean, score
from scmaster.assess.standing import Standing, State
from scmaster.link import groups_of
from scmaster.model.framework import Instrument


@dataclass(frozen=True)
class Simulation:
    """Scores of questions, and what follows from them for the groups and the final score."""

    questions: Mapping[str, Decimal]
    groups: Mapping[str, Decimal]
    """By the id of a group; under the instrument's own id the final score."""

    def final(self, instrument: Instrument) -> Decimal:
        """Return the final score."""
        return self.groups[instrument.id]


def absent(instrument: Instrument) -> Decimal:
    """Return what a question earns that nobody answered."""
    scale = instrument.scale
    return scale.minimum if scale.absent is None else scale.absent


def claimed(case: Case) -> dict[str, Decimal]:
    """Return the score of each question as the city claims it."""
    return {name: _claimed(case, standing) for name, standing in case.standings.items()}


def provable(case: Case) -> dict[str, Decimal]:
    """Return the score of each question as far as primary evidence carries it today."""
    return {name: _provable(case, standing) for name, standing in case.standings.items()}


def simulate(instrument: Instrument, scores: Mapping[str, Decimal]) -> Simulation:
    """Compute what scores of questions give; a group without questions has no score."""
    return Simulation(scores, score(instrument, scores))


def by_pillar(case: Case, scores: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Return the mean score of the questions of each pillar, by the pillar's id."""
    grouped: dict[str, list[Decimal]] = {}
    for name, standing in case.standings.items():
        if standing.question.pillar:
            grouped.setdefault(standing.question.pillar, []).append(scores[name])
    means = {pillar: mean(values) for pillar, values in grouped.items()}
    return {pillar: value for pillar, value in means.items() if value is not None}


def what_if(
    instrument: Instrument, scores: Mapping[str, Decimal], changes: Mapping[str, Decimal]
) -> Simulation:
    """Compute with some scores changed; a change may name a question or a group.

    Raises KeyError with the name when the instrument has neither.
    """
    groups = {group.id for group in groups_of(instrument)}
    for name in changes:
        if name not in scores and name not in groups:
            raise KeyError(name)
    changed = {name: changes.get(name, value) for name, value in scores.items()}
    fixed = {name: value for name, value in changes.items() if name in groups}
    return Simulation(changed, score(instrument, changed | fixed))


def _claimed(case: Case, standing: Standing) -> Decimal:
    instrument = case.instrument
    if instrument is None:
        raise ValueError("a case without an instrument has no scores")
    if standing.answer is None:
        return absent(instrument)
    own = standing.answer.self_score
    return instrument.scale.minimum if own is None else own


def _provable(case: Case, standing: Standing) -> Decimal:
    instrument = case.instrument
    if instrument is None or standing.answer is None or standing.state is State.PROVEN:
        return _claimed(case, standing)
    return min(_claimed(case, standing), instrument.scale.minimum)
