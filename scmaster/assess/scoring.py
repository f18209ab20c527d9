"""Scores by the instrument's own rule, in exact decimals, rounded only for display.

Sources of the rules: the ministry's result reports of 2022 and 2023 (item = mean of the
assessors; dimension = flat mean of its items; final = weighted sum of the dimensions).
"""

from collections.abc import Mapping
from decimal import Decimal

from scmaster.link import questions_of
from scmaster.model.framework import Band, Group, Instrument


def mean(values: list[Decimal]) -> Decimal | None:
    """Return the mean; None of nothing."""
    return sum(values, Decimal(0)) / len(values) if values else None


def score(instrument: Instrument, known: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Compute what follows from known scores.

    `known` holds scores by the id of a question or of a group; a group's own score, where
    it is known, is taken as it is. Returns the score of every group that can be computed,
    and under the instrument's own id the final score. A group with a child that has no
    score has none: a guess would look like a result.
    """
    made: dict[str, Decimal] = {}
    tops = [_of_group(group, known, made) for group in instrument.groups]
    if instrument.aggregate == "mean_of_questions":
        final = _flat(instrument.groups, known)
    else:
        final = _together(instrument.aggregate, tops, [g.weight for g in instrument.groups])
    if final is not None:
        made[instrument.id] = final
    return made


def band(instrument: Instrument, total: Decimal) -> Band | None:
    """Return the grade of a total, unrounded: that of the highest start it reaches.

    None where no grades are known, or the total lies below them all.
    """
    reached = [known for known in instrument.bands if known.start <= total]
    return max(reached, key=lambda known: known.start, default=None)


def _of_group(
    group: Group, known: Mapping[str, Decimal], made: dict[str, Decimal]
) -> Decimal | None:
    below = [_of_group(inner, known, made) for inner in group.groups]
    if group.id in known:
        value: Decimal | None = known[group.id]
    elif group.aggregate == "mean_of_questions":
        value = _flat([group], known)
    else:
        parts = [*below, *(known.get(question.id) for question in group.questions)]
        weights = [inner.weight for inner in group.groups]
        weights += [question.weight for question in group.questions]
        value = _together(group.aggregate, parts, weights)
    if value is not None:
        made[group.id] = value
    return value


def _flat(groups: list[Group], known: Mapping[str, Decimal]) -> Decimal | None:
    every = [known.get(question.id) for group in groups for question in questions_of(group)]
    return _together("mean", every, [])


def _together(
    aggregate: str, values: list[Decimal | None], weights: list[Decimal | None]
) -> Decimal | None:
    present = [value for value in values if value is not None]
    if not present or len(present) < len(values):
        return None
    if aggregate != "weighted":
        return mean(present)
    known = [weight for weight in weights if weight is not None]
    total = sum(known, Decimal(0))
    if len(known) < len(present) or not total:
        return None
    weighted = (value * weight for value, weight in zip(present, known, strict=True))
    return sum(weighted, Decimal(0)) / total
