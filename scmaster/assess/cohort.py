"""The known results of a year, and where a score stands among them.

Known is what is published and what the compared cities have on record themselves: never the
whole cohort, so a rank here is a rank among the known and nothing more.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from scmaster.assess.results import TRUST, family
from scmaster.link import Dossier, Frameworks
from scmaster.model.city import City
from scmaster.model.evaluation import NodeScore, Result, Submission
from scmaster.model.framework import Instrument
from scmaster.model.published import Published

STAGES = ("tahap_1", "tunggal", "tahap_2")
"""Of the stages of one year, the last one says what a city was given."""


@dataclass(frozen=True)
class Official:
    """What a city was given in a year, as far as it is known."""

    city: str
    year: int
    family: str
    instrument: Instrument | None
    submission: Submission | None
    """None where it is known only from what was published."""
    status: str
    """How sure the final score is, or the scores where there is none."""
    scores: Mapping[str, Decimal]
    """By the id of a node."""
    final: Decimal | None
    improvement: Decimal | None
    rank: int | None
    rank_of: int | None

    @property
    def figures(self) -> bool:
        """Whether any figure is known at all."""
        numbers = (self.final, self.improvement, self.rank)
        return bool(self.scores) or any(figure is not None for figure in numbers)

    def value(self, node: str | None) -> Decimal | None:
        """Return the score of a node, or the final score of None."""
        return self.final if node is None else self.scores.get(node)


@dataclass(frozen=True)
class Rank:
    """A place among the known; equal scores share it."""

    place: int
    known: int
    lowest: Decimal
    highest: Decimal


def own(dossier: Dossier) -> list[Official]:
    """Return what a city has on record, one a year and family; the last stage with a score."""
    cycles: dict[tuple[int, str], list[Official]] = {}
    results = sorted(dossier.of(Result).values(), key=lambda r: (TRUST.index(r.status), r.id))
    for cycle in dossier.of(Submission).values():
        given = [result for result in results if result.submission == cycle.id]
        if given:
            made = _merged(dossier, cycle, given)
            cycles.setdefault((made.year, made.family), []).append(made)
    return [max(every, key=_order) for _, every in sorted(cycles.items())]


def published(frameworks: Frameworks) -> list[Official]:
    """Return what is published, the surest row of a city first."""
    rows = frameworks.published.values()
    made = [_of_row(row, frameworks.instruments.get(row.instrument)) for row in rows]
    return sorted(made, key=lambda o: (o.year, o.city, TRUST.index(o.status)))


def named(city: City, official: Official) -> bool:
    """Tell whether a result is that of a city: by its name, however `Kabupaten` is written."""
    return plain(city.name) == plain(official.city)


def plain(name: str) -> str:
    """Return a city's name as it is compared."""
    return " ".join(name.split()).casefold().replace("kab. ", "kabupaten ")


def rank(mine: Official, node: str | None, known: Iterable[Official]) -> Rank | None:
    """Return the place of a score among the known of its instrument and year.

    `known` may name a city again; the first time counts, and `mine` before all. None where
    nothing else is known, or where the score is computed and not given. The score of the
    absent has no place and takes none: it is printed for who did not take part.
    """
    instrument = mine.instrument
    if instrument is None:
        return None
    scores: dict[str, Decimal] = {}
    for other in (mine, *known):
        alike = other.instrument is not None and other.instrument.id == instrument.id
        value = other.value(node)
        given = other.status != "derived" and value is not None and value != instrument.scale.absent
        if alike and other.year == mine.year and given and value is not None:
            scores.setdefault(plain(other.city), value)
    own_score = scores.get(plain(mine.city))
    if own_score is None or own_score != mine.value(node) or len(scores) == 1:
        return None
    values: Sequence[Decimal] = list(scores.values())
    place = 1 + sum(value > own_score for value in values)
    return Rank(place, len(values), min(values), max(values))


def _merged(dossier: Dossier, cycle: Submission, given: list[Result]) -> Official:
    """Put the results of one cycle together, each figure from the surest that has it."""
    scored = next((r for r in given if r.final is not None), None)
    scored = scored or next((r for r in given if r.scores), given[0])
    ranked = next((r for r in given if r.rank is not None), None)
    return Official(
        city=dossier.city.name if dossier.city else "",
        year=cycle.year,
        family=family(dossier, cycle),
        instrument=dossier.instrument(cycle),
        submission=cycle,
        status=scored.status,
        scores=_scores(s for result in reversed(given) for s in result.scores),
        final=scored.final,
        improvement=next((r.improvement for r in given if r.improvement is not None), None),
        rank=ranked.rank if ranked else None,
        rank_of=ranked.rank_of if ranked else None,
    )


def _of_row(row: Published, instrument: Instrument | None) -> Official:
    return Official(
        city=row.city,
        year=row.year,
        family=instrument.family if instrument else "other",
        instrument=instrument,
        submission=None,
        status=row.status,
        scores=_scores(row.scores),
        final=row.final,
        improvement=row.improvement,
        rank=None,
        rank_of=None,
    )


def _scores(given: Iterable[NodeScore]) -> dict[str, Decimal]:
    return {s.node: s.score for s in given if s.score is not None}


def _order(official: Official) -> tuple[bool, int, str]:
    cycle = official.submission
    scored = official.final is not None or bool(official.scores)
    return scored, STAGES.index(cycle.stage) if cycle else 0, cycle.id if cycle else ""
