"""Whether a masterplan has been looked at again since the plans it follows changed."""

from dataclasses import dataclass
from datetime import date

from scmaster.assess.case import Case
from scmaster.model.city import Planning
from scmaster.model.masterplan import Masterplan
from scmaster.model.values import PartialDate, Period


@dataclass(frozen=True)
class Due:
    """Why a review is due."""

    newer: Planning | None
    """The latest RPJMD that began after the last look; None where those followed ran out."""


def due(case: Case, masterplan: Masterplan, asked: Period) -> Due | None:
    """Tell whether a review is due in a period, as far as the dates and plans are known."""
    newer = _newer(case, masterplan, asked)
    if newer is not None:
        return Due(newer)
    plans = [case.dossier.get(Planning, identity) for identity in masterplan.aligned_to]
    known = [plan for plan in plans if plan is not None]
    expired = not any(plan.period.overlaps(asked) for plan in known)
    return Due(None) if expired and len(known) == len(plans) > 0 else None


def last_look(masterplan: Masterplan) -> PartialDate | None:
    """Return when the masterplan was last written or reviewed, as far as known."""
    looks = [review.date for review in masterplan.reviews]
    if masterplan.written is not None:
        looks.append(masterplan.written)
    return max(looks, key=lambda look: look.last, default=None)


def begins(plan: Planning) -> date:
    """Return when a plan took effect: the day it was enacted, where that is known."""
    enacted = plan.regulation.date if plan.regulation else None
    return max(plan.period.first, enacted.first) if enacted else plan.period.first


def _newer(case: Case, masterplan: Masterplan, asked: Period) -> Planning | None:
    """Find the latest RPJMD that began after the masterplan's last look at the plans."""
    look = last_look(masterplan)
    if look is None:
        return None
    newer = [
        plan
        for plan in case.dossier.of(Planning).values()
        if plan.kind == "rpjmd"
        and plan.id not in masterplan.aligned_to
        and look.last < begins(plan) <= asked.last
    ]
    return max(newer, key=begins, default=None)
