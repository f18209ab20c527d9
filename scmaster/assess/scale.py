"""What a score may be on an instrument's scale."""

from decimal import Decimal

from scmaster.model.framework import Scale


def fits_self_score(scale: Scale, score: Decimal) -> bool:
    """Tell whether a city may give itself this score: a whole level between the ends."""
    return scale.minimum <= score <= scale.maximum and score == score.to_integral_value()


def fits_result(scale: Scale, score: Decimal) -> bool:
    """Tell whether assessors may give it: between the ends, or the score of the absent."""
    return scale.minimum <= score <= scale.maximum or score == scale.absent


def fits_total(scale: Scale, score: Decimal) -> bool:
    """Tell whether it may be a total: the absent pull one below the lowest score."""
    lowest = scale.minimum if scale.absent is None else min(scale.minimum, scale.absent)
    return lowest <= score <= scale.maximum
