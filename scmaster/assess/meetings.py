"""When the city's bodies met."""

from collections.abc import Iterator
from datetime import date

from scmaster.assess.case import Case
from scmaster.assess.scale import fits_self_score
from scmaster.link import Dossier
from scmaster.model.evaluation import Answer
from scmaster.model.framework import Scale
from scmaster.model.governance import Body, Meeting
from scmaster.model.values import Period


def meetings_in(
    dossier: Dossier, kind: str, period: Period, on: date
) -> Iterator[tuple[Body, Meeting]]:
    """Yield the meetings that bodies of a kind had in a period, as of a day."""
    for body in dossier.of(Body).values():
        if body.kind == kind:
            for meeting in within(body, period, on):
                yield body, meeting


def within(body: Body, period: Period, on: date) -> list[Meeting]:
    """Return a body's meetings in a period; one that is only dated to a year counts.

    One that is yet to come, seen from the day, was not held.
    """
    return [m for m in body.meetings if period.overlaps(m.date) and m.date.first <= on]


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


def occasion(meeting: Meeting) -> tuple[str, str]:
    """Return what tells a meeting from others: one held by several bodies is one occasion."""
    return str(meeting.date), folded(meeting.title)


def folded(name: str) -> str:
    """Return a name as it is compared: letters alike, and one blank between words."""
    return " ".join(name.split()).casefold()
