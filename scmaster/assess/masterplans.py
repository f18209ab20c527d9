"""Which masterplan a submission is looked at with."""

from scmaster.assess.case import Case
from scmaster.assess.evidence import period_of
from scmaster.model.masterplan import Masterplan

ORDER = ("draft", "reviewed", "enacted")


def standing_masterplans(case: Case) -> list[Masterplan]:
    """Return the editions that are not superseded, by their own word or by another's."""
    every = case.dossier.of(Masterplan)
    replaced = {other.supersedes for other in every.values() if other.status == "enacted"}
    return [m for m in every.values() if m.status != "superseded" and m.id not in replaced]


def in_use(case: Case) -> Masterplan | None:
    """Return the edition to speak of: the one that guides the submission, else the furthest."""
    furthest = max(
        standing_masterplans(case), key=lambda m: (ORDER.index(m.status), m.id), default=None
    )
    return guiding(case) or furthest


def covers(case: Case, masterplan: Masterplan) -> bool:
    """Tell whether a masterplan is meant for the period under evaluation, as far as known."""
    if masterplan.period is None or case.submission is None:
        return True
    return masterplan.period.overlaps(period_of(case.submission))


def guiding(case: Case) -> Masterplan | None:
    """Return the edition that guides the submission: the furthest enacted of its period."""
    able = [m for m in standing_masterplans(case) if covers(case, m)]
    return max(able, key=lambda m: (ORDER.index(m.status), m.id), default=None)
