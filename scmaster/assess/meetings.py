"""When the city's bodies met."""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.scale import fits_self_score
from scmaster.link import Dossier
from scmaster.model.evaluation import Answer
from scmaster.model.framework import Scale
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
    """Tell whether the submission says that such a body met.

    That answer is then what is judged, beside the meetings that are recorded.
    """
    instrument = case.instrument
    return instrument is not None and any(
        standing.answer is not None
        and standing.question.meeting_of == kind
        and says_yes(standing.answer, instrument.scale) is not None
        for standing in case.standings.values()
    )


def says_yes(answer: Answer, scale: Scale) -> tuple[str, ...] | None:
    """Return where an answer says yes; None if it does not, or not on this scale."""
    score, measure = answer.self_score, answer.measure
    if score is not None:
        yes = fits_self_score(scale, score) and score > scale.minimum
        return ("self_score",) if yes else None
    if measure is not None and measure.value is not None:
        return ("measure", "value") if measure.value > 0 else None
    return ("state",) if answer.state != "draft" and answer.fact else None
