"""Until when a piece of evidence holds: as it says itself, else as its kind does."""

import calendar
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from scmaster.assess.evidence import proven_period, speaks_of
from scmaster.link import Dossier
from scmaster.model.evaluation import Event, Submission
from scmaster.model.evidence import Claim, Evidence
from scmaster.model.validity import Validity
from scmaster.model.values import Period

_MONTHS = 12


@dataclass(frozen=True)
class Life:
    """Until when a piece of evidence holds."""

    until: date | None
    """The last day; None: until it is revoked."""
    rule: Validity | None
    """What says so of its kind; None: it says so itself."""


def life(evidence: Evidence, rules: Iterable[Validity], serves: Collection[str]) -> Life | None:
    """Return until when a piece holds; None where nobody knows.

    `serves` are the ids that it is claimed for. Where two rules speak of it, the shorter
    holds. A date that is known by its month or year only counts as its last day.
    """
    own = own_end(evidence)
    if own is not None:
        return Life(own, None)
    if evidence.valid_until is not None:
        return None  # before its own date: one of the two is wrong, and nobody knows which
    fitting = [
        rule
        for rule in rules
        if evidence.kind in rule.kinds
        and (not rule.questions or not set(rule.questions).isdisjoint(serves))
    ]
    proven = proven_period(evidence)
    ends = [
        Life(months_after(proven.last, rule.months), rule)
        for rule in fitting
        if rule.months is not None and proven is not None
    ]
    lasting = [Life(None, rule) for rule in fitting if rule.months is None]
    return min(ends, key=lambda one: one.until or date.max, default=next(iter(lasting), None))


def lives(dossier: Dossier) -> dict[str, Life]:
    """Return until when each piece of evidence holds, by its id, where that is known."""
    serves: Mapping[str, set[str]] = defaultdict(set)
    for claim in dossier.of(Claim).values():
        serves[claim.evidence].update(claim.supports)
    rules = dossier.frameworks.validity.values()
    every = dossier.of(Evidence).items()
    found = ((name, life(evidence, rules, serves[name])) for name, evidence in every)
    return {name: one for name, one in found if one is not None}


def own_end(evidence: Evidence) -> date | None:
    """Return the last day that evidence says it holds; None where it says none that can be."""
    until = evidence.valid_until
    if until is None or (evidence.date is not None and until.last < evidence.date.first):
        return None
    return until.last


def outlived(evidence: Evidence, asked: Period) -> bool:
    """Tell whether it says that it ended before the period asked about did."""
    own = own_end(evidence)
    return own is not None and own < asked.last and speaks_of(evidence, asked) is not False


def first_look(submission: Submission) -> Event | None:
    """Return the first date of a cycle: from then on assessors look at the evidence."""
    return min(submission.dates, key=lambda event: event.date.first, default=None)


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, or the last of a month that has no such day."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    year = min(year, date.max.year)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
