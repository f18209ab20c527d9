"""The scales in use: by what programmes are ranked, and what a level of risk is called.

A workspace has one of each; where somebody wrote several, a rule says so and the first by id
is used.
"""

from scmaster.assess.case import Case
from scmaster.model.framework import Band
from scmaster.model.priority import PriorityScale, RiskScale


def priority_scale(case: Case) -> PriorityScale | None:
    """Return the scale that programmes are ranked by; None where there is none."""
    return next(iter(case.dossier.frameworks.priorities.values()), None)


def risk_scale(case: Case) -> RiskScale | None:
    """Return the scale that names the levels of risk; None where there is none."""
    return next(iter(case.dossier.frameworks.risk_scales.values()), None)


def band_of(scale: RiskScale | None, level: int | None) -> Band | None:
    """Return the band that a level falls into; None where nobody graded it or no band begins."""
    if scale is None or level is None:
        return None
    begun = [band for band in scale.bands if band.start <= level]
    return max(begun, key=lambda band: band.start, default=None)
