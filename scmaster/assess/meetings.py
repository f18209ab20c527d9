"""When the city's bodies met."""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.link import Dossier
from scmaster.model.governance import Body, Meeting
from scmaster.model.values import Period


def meetings_in(dossier: Dossier, kind: str, period: Period) -> Iterator[tuple[Body, Meeting]]:
    """Yield the meetings that bodies of a kind had in a period."""
    for body in dossier.of(Body).values():
        if body.kind == kind:
            for meeting in body.meetings:
                if period.overlaps(meeting.date):
                    yield body, meeting


def within(body: Body, period: Period) -> list[Meeting]:
    """Return a body's meetings in a period; one that is only dated to a year counts."""
    return [meeting for meeting in body.meetings if period.overlaps(meeting.date)]


def answered(case: Case, kind: str) -> bool:
    """Tell whether the submission answers a question about the meetings of such a body.

    The answer is then what is judged, beside the meetings that are recorded.
    """
    return any(
        standing.answer is not None and standing.question.meeting_of == kind
        for standing in case.standings.values()
    )
