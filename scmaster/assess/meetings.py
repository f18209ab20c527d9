"""When the city's bodies met."""

from collections.abc import Iterator

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
