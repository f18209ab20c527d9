"""Which programmes come first, by the declared scale: a span where something is not known.

The lower end of the span is what is known for certain, the upper what it may still become.
Programmes are ranked by the lower end, then by the upper; whoever is equal in both shares a rank.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from scmaster.assess.case import Case
from scmaster.assess.criteria import Look, Part, part
from scmaster.assess.risk_register import by_name
from scmaster.assess.scales import priority_scale
from scmaster.model.masterplan import Programme
from scmaster.model.priority import Criterion, PriorityScale

STOPPED = "stopped"
"""The stage of life in which a programme is not ranked."""


Span = tuple[Fraction, Fraction]
"""From what is certain to what is possible."""


@dataclass(frozen=True)
class Ranked:
    """A programme in its rank."""

    rank: int
    programme: Programme
    parts: tuple[Part, ...]
    """One a criterion, in the order of the scale; the higher, the more it speaks for it."""
    spans: tuple[Span, ...]
    """What each criterion adds to the value; together they are the whole span."""
    low: Fraction
    """0 to 100: for certain."""
    high: Fraction
    """0 to 100: if all that is not known turned out best."""
    known: Fraction
    """0 to 1: which share of the weights is known."""


@dataclass(frozen=True)
class Ranking:
    """All programmes by a scale."""

    scale: PriorityScale
    rows: tuple[Ranked, ...]
    stopped: tuple[Programme, ...]
    """Not ranked."""


def ranking(case: Case) -> Ranking | None:
    """Rank the programmes of a city; None where no scale is declared that weighs anything."""
    scale = priority_scale(case)
    if scale is None or not sum(criterion.weight for criterion in scale.criteria):
        return None
    look, every = Look(case), by_name(case.dossier)
    found = [_weighed(look, scale, p) for p in every if p.lifecycle != STOPPED]
    found.sort(key=lambda one: (-one.low, -one.high))  # by name where both are equal
    rows = list[Ranked]()
    for place, one in enumerate(found, start=1):
        above = rows[-1] if rows else None
        equal = above is not None and (above.low, above.high) == (one.low, one.high)
        rows.append(replace(one, rank=above.rank if above is not None and equal else place))
    stopped = tuple(p for p in every if p.lifecycle == STOPPED)
    return Ranking(scale, tuple(rows), stopped)


def _weighed(look: Look, scale: PriorityScale, programme: Programme) -> Ranked:
    """Add a programme's parts up; its rank is not known yet."""
    total = Fraction(sum((c.weight for c in scale.criteria), Decimal(0)))
    shares = [100 * Fraction(c.weight) / total for c in scale.criteria]
    parts = tuple(_turned(c, part(look, c.id, programme)) for c in scale.criteria)
    spans = tuple(_span(share, one) for share, one in zip(shares, parts, strict=True))
    low, high = (sum((span[end] for span in spans), Fraction(0)) for end in (0, 1))
    return Ranked(0, programme, parts, spans, low, high, 1 - (high - low) / 100)


def _span(share: Fraction, one: Part) -> Span:
    certain = share * one.known * (one.value or 0)
    return certain, certain + share * (1 - one.known)


def _turned(criterion: Criterion, one: Part) -> Part:
    """Return a part so that the higher it is, the more it speaks for the programme."""
    if criterion.direction == "up" or one.value is None:
        return one
    return Part(1 - one.value, one.known, one.reasons)
