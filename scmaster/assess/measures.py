"""The figures a city states, each with the record it stands in and what it counts."""

from collections.abc import Iterator
from typing import NamedTuple

from scmaster.assess.case import Case
from scmaster.link import Dossier
from scmaster.model.masterplan import Indicator, Programme, QuickWin
from scmaster.model.measure import PROMISES, Measure
from scmaster.model.record import Entry

OUTSIDE_KINDS = frozenset({"external", "index"})
"""Questions whose answer is an index of another institution: value, date and issuer."""


class Stated(NamedTuple):
    """A figure, the record it stands in, and what it counts (Indonesian)."""

    entry: Entry
    measure: Measure
    what: str


def stated(case: Case) -> Iterator[Stated]:
    """Yield every figure of the city, and of the answers to the submission's questions.

    Answers that give another institution's index are left out: more is asked of them.
    """
    city = case.dossier.city
    if city is not None:
        yield from (Stated(city, fact, fact.name) for fact in city.facts)
    for programme in case.dossier.of(Programme).values():
        yield from (Stated(programme, m, m.name) for m in programme.measures)
    for quick_win in case.dossier.of(QuickWin).values():
        yield from (Stated(quick_win, m, m.name) for m in quick_win.measures)
    for indicator in case.dossier.of(Indicator).values():
        if indicator.baseline is not None:
            yield Stated(indicator, indicator.baseline, f"angka awal {indicator.name}")
        yield from (Stated(indicator, m, indicator.name) for m in indicator.actuals)
    for standing in case.standings.values():
        answer, question = standing.answer, standing.question
        if answer and answer.measure and question.kind not in OUTSIDE_KINDS:
            yield Stated(answer, answer.measure, f"jawaban {question.id}")


def achieved(measure: Measure) -> bool:
    """Tell whether a figure is known and was reached: a promise was not."""
    return measure.value is not None and measure.status not in PROMISES


def measured(dossier: Dossier, identity: str) -> bool:
    """Tell whether an indicator of a programme or quick win has an achieved figure.

    One that could not be read may have.
    """
    return identity in dossier.unread or any(
        achieved(actual)
        for indicator in dossier.of(Indicator).values()
        if identity in indicator.belongs_to
        for actual in indicator.actuals
    )
