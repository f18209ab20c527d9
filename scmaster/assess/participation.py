"""Who has contributed, inside government and outside.

Everything is counted from the records; nobody types it. Each figure says what it is out of, and
what nobody has written down is unknown, never nought.
"""

from dataclasses import dataclass

from scmaster.assess.case import Case
from scmaster.assess.contributions import Contribution, contributions
from scmaster.assess.evidence import period_of
from scmaster.assess.meetings import occasion, within
from scmaster.assess.outsiders import Outsider, Voice, outsiders, voices
from scmaster.model.governance import Body
from scmaster.model.values import EARLIEST, PartialDate, Period


@dataclass(frozen=True)
class Participation:
    """All of it, for one submission."""

    period: Period | None
    """When the meetings were; None where no submission and no day says."""
    meetings: int
    """How many occasions there were; one that several bodies held together is one."""
    offices: tuple[Contribution, ...]
    """Those of today, and those asked that the register lacks; by name."""
    outsiders: tuple[Outsider, ...]
    """By sector, then name."""
    voices: tuple[Voice, ...]
    """The four sectors outside government."""


def participation(case: Case, since: PartialDate | None = None) -> Participation:
    """Return who has contributed to the case's submission.

    Meetings count from `since` to the day of the look, else those of the submission's period.
    Requests are the submission's own, those made since then; answers, evidence and
    recommendations are the submission's whichever day is named.
    """
    period = _period(case, since)
    held = [
        (body, meeting)
        for body in case.dossier.of(Body).values()
        for meeting in within(body, period or _always(case), case.on)
    ]
    members = outsiders(case, held)
    return Participation(
        period=period,
        meetings=len({occasion(meeting) for _, meeting in held}),
        offices=tuple(contributions(case, held, since)),
        outsiders=tuple(members),
        voices=tuple(voices(held, members)),
    )


def _period(case: Case, since: PartialDate | None) -> Period | None:
    if since is not None:
        return Period(since, _today(case))
    return period_of(case.submission) if case.submission else None


def _always(case: Case) -> Period:
    return Period(PartialDate(EARLIEST), _today(case))


def _today(case: Case) -> PartialDate:
    return PartialDate(case.on.year, case.on.month, case.on.day)
