"""What a figure shows, and what is to be said where it cannot show everything."""

from dataclasses import dataclass
from decimal import Decimal

from scmaster.model.framework import Scale


@dataclass(frozen=True)
class Series:
    """One line of a radar, or one kind of bar."""

    name: str
    values: list[Decimal | None]
    """One a category; None is unknown."""
    promise: bool = False
    """Targets, which must not look like achievements."""


@dataclass(frozen=True)
class Chart:
    """A chart in final words."""

    kind: str
    """radar, bar or stacked."""
    categories: list[str]
    series: list[Series]
    caption: str
    description: str
    """The finding, for those who do not see the chart."""
    unit: str = ""
    top: Decimal | None = None
    """Where the axis of values ends; None: wherever the highest value asks for."""


@dataclass(frozen=True)
class Figure:
    """A chart, where the data carries one, and a note of what is not in it."""

    chart: Chart | None
    note: str = ""
    """Says what is missing; empty where nothing is."""


def axis_end(scale: Scale, values: list[Decimal]) -> Decimal | None:
    """Return the highest value of a scale, unless a figure lies beyond it and would be cut off."""
    return scale.maximum if max(values, default=scale.maximum) <= scale.maximum else None
