"""Many cities side by side: where each stands among the known, and what many of them lack."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from statistics import median

from scmaster.assess.cohort import Official, Rank, published, rank
from scmaster.assess.standing import State
from scmaster.assess.summary import Given, Summary
from scmaster.link import Frameworks
from scmaster.model.framework import Instrument


@dataclass(frozen=True)
class Spread:
    """How far the scores of several cities lie apart."""

    known: int
    lowest: Decimal
    middle: Decimal
    """Half of them are no higher."""
    highest: Decimal


@dataclass(frozen=True)
class Lacking:
    """A question, and how many of the cities that are asked it lack what."""

    question: str
    asked: int
    unanswered: int
    unproven: int
    """Answered, with no evidence at all."""
    supported: int
    """Answered, with nothing that proves it alone."""

    @property
    def every(self) -> int:
        """How many have not proven it."""
        return self.unanswered + self.unproven + self.supported


def latest(summary: Summary) -> Given | None:
    """Return the newest result of a city that has a final score."""
    return next((g for g in reversed(summary.given) if g.official.final is not None), None)


def ranks(every: Sequence[Summary], frameworks: Frameworks) -> list[Rank | None]:
    """Return the place of each city's newest final score among the known of its year and form.

    Known is what the cities have on record themselves and what is published.
    """
    known: dict[tuple[int, str], list[Official]] = {}
    for summary in every:
        for given in summary.given:
            mine = _whole(given, frameworks)
            known.setdefault((mine.year, given.instrument), []).append(mine)
    for row in published(frameworks):
        known.setdefault((row.year, row.instrument.id if row.instrument else ""), []).append(row)
    made: list[Rank | None] = []
    for summary in every:
        given_ = latest(summary)
        if given_ is None:
            made.append(None)
            continue
        others = known[given_.official.year, given_.instrument]
        made.append(rank(_whole(given_, frameworks), None, others))
    return made


def _whole(given: Given, frameworks: Frameworks) -> Official:
    return replace(given.official, instrument=frameworks.instruments.get(given.instrument))


def spread(values: Iterable[Decimal | None]) -> Spread | None:
    """Return how far scores lie apart; None where none is known."""
    known = [value for value in values if value is not None]
    return Spread(len(known), min(known), median(known), max(known)) if known else None


def banded(values: Iterable[Decimal | None], starts: Sequence[int]) -> list[int]:
    """Count scores by the band they fall in; each begins at a start and ends before the next."""
    counted = [0] * len(starts)
    for value in values:
        if value is not None:
            place = max((n for n, start in enumerate(starts) if value >= start), default=0)
            counted[place] += 1
    return counted


def judged_by(every: Iterable[Summary]) -> dict[str, list[Summary]]:
    """Return the cities by the instrument of the submission looked at, the commonest first."""
    found: dict[str, list[Summary]] = {}
    for summary in every:
        if summary.instrument:
            found.setdefault(summary.instrument, []).append(summary)
    return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))


def lacking(every: Sequence[Summary], questions: Sequence[str]) -> list[Lacking]:
    """Return what cities that are asked the same questions lack, the commonest first."""
    counted = {question: Counter[State]() for question in questions}
    for summary in every:
        for question, state in summary.lacking.items():
            counted[question][state] += 1
    made = [
        Lacking(
            question,
            len(every),
            states[State.UNANSWERED],
            states[State.UNPROVEN],
            states[State.SUPPORTED],
        )
        for question, states in counted.items()
    ]
    return sorted((one for one in made if one.every), key=lambda one: -one.every)


def starts(instrument: Instrument) -> list[int]:
    """Return where the bands of an instrument's scale begin, a point each."""
    lowest = instrument.scale.minimum
    if instrument.scale.absent is not None:
        lowest = min(lowest, instrument.scale.absent)
    return list(range(int(lowest), max(int(instrument.scale.maximum), int(lowest) + 1)))
