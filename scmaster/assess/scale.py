"""What a score may be on an instrument's scale.

Every score fits a scale that is upside down: then the scale is what is wrong.
"""

from decimal import Decimal

from scmaster.model.framework import Scale


def upside_down(scale: Scale) -> bool:
    """Tell whether the lowest score is not below the highest."""
    return scale.minimum >= scale.maximum


def fits_self_score(scale: Scale, score: Decimal) -> bool:
    """Tell whether a city may give itself this score: a level between the ends.

    A whole one, unless the instrument takes fractions.
    """
    fits = scale.fractions or score == score.to_integral_value()
    return upside_down(scale) or (scale.minimum <= score <= scale.maximum and fits)


def fits_result(scale: Scale, score: Decimal) -> bool:
    """Tell whether assessors may give it: between the ends, or the score of the absent."""
    inside = scale.minimum <= score <= scale.maximum
    return upside_down(scale) or inside or score == scale.absent


def fits_total(scale: Scale, score: Decimal) -> bool:
    """Tell whether it may be a total: the absent pull one below the lowest score."""
    lowest = scale.minimum if scale.absent is None else min(scale.minimum, scale.absent)
    return upside_down(scale) or lowest <= score <= scale.maximum
