"""What the assessors printed beside what follows from its own parts."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from scmaster.assess.scale import fits_result, fits_total
from scmaster.assess.scoring import score
from scmaster.link import Dossier, groups_of
from scmaster.model.evaluation import Result, Submission
from scmaster.model.framework import Instrument
from scmaster.model.published import Published

Path = tuple[str | int, ...]
Printed = Result | Published


@dataclass(frozen=True)
class Total:
    """A printed total, and the same computed from the parts that are printed with it."""

    path: Path
    """Where in the result it stands."""
    name: str
    given: Decimal
    computed: Decimal

    @property
    def gap(self) -> Decimal:
        """How far the two lie apart."""
        return abs(self.given - self.computed)


def instrument_of(dossier: Dossier, result: Result) -> Instrument | None:
    """Return the instrument a result was given by, where it is known."""
    return dossier.instrument(dossier.get(Submission, result.submission))


def judged(dossier: Dossier) -> Iterator[tuple[Instrument, Printed]]:
    """Yield every result whose instrument is known: the city's own, then the published ones."""
    for result in dossier.of(Result).values():
        instrument = instrument_of(dossier, result)
        if instrument is not None:
            yield instrument, result
    for row in dossier.frameworks.published.values():
        known = dossier.frameworks.instruments.get(row.instrument)
        if known is not None:
            yield known, row


def off_scale(instrument: Instrument, result: Printed) -> Iterator[tuple[Path, Decimal]]:
    """Yield the scores of a result that the instrument's scale does not have."""
    scale = instrument.scale
    groups = {group.id for group in groups_of(instrument)}
    for index, node in enumerate(result.scores):
        fits = fits_total if node.node in groups else fits_result
        if node.score is not None and not fits(scale, node.score):
            yield ("scores", index, "score"), node.score
        for place, given in enumerate(node.scores):
            if not fits_result(scale, given):
                yield ("scores", index, "scores", place), given
    if result.final is not None and not fits_total(scale, result.final):
        yield ("final",), result.final


def totals(instrument: Instrument, result: Printed) -> Iterator[Total]:
    """Yield the printed totals whose parts are all printed too; none if a score is amiss."""
    if any(off_scale(instrument, result)):
        return
    known = {node.node: node.score for node in result.scores if node.score is not None}
    groups = {group.id: group for group in groups_of(instrument)}
    for index, node in enumerate(result.scores):
        group = groups.get(node.node)
        if group is None or node.score is None:
            continue
        parts = {name: value for name, value in known.items() if name != group.id}
        computed = score(instrument, parts).get(group.id)
        if computed is not None:
            yield Total(("scores", index, "score"), group.name, node.score, computed)
    final = score(instrument, known).get(instrument.id)
    if result.final is not None and final is not None:
        yield Total(("final",), "nilai akhir", result.final, final)


def family(dossier: Dossier, submission: Submission) -> str:
    """Return the family of the instrument a cycle was judged by.

    Where the form is not known it is the ministry's smart-city evaluation: its early
    cycles are on record with nothing but a result.
    """
    instrument = dossier.instrument(submission)
    return instrument.family if instrument else "komdigi"


SMART_CITY = frozenset({"komdigi", "other"})
"""Families that judge a smart city: a made-up form stands beside the ministry's own."""


def alike(one: str, other: str) -> bool:
    """Tell whether what two families give belongs side by side."""
    return one == other or {one, other} <= SMART_CITY


TRUST = ("official", "reported", "derived")


def previous(dossier: Dossier, result: Result) -> Result | None:
    """Return the result of the year before that has a final score; the surest of several.

    Of equally sure ones, the same stage first.
    """
    submissions = dossier.of(Submission)
    cycle = submissions.get(result.submission)
    if cycle is None:
        return None
    able = [
        (TRUST.index(other.status), before.stage != cycle.stage, other.id, other)
        for other in dossier.of(Result).values()
        if other.final is not None
        and (before := submissions.get(other.submission)) is not None
        and before.year == cycle.year - 1
        and alike(family(dossier, before), family(dossier, cycle))
    ]
    return min(able, key=lambda item: item[:3])[3] if able else None
