"""How much of a target an indicator has reached, in the year the target is for.

Source of the rule: Peraturan Menteri PANRB Nomor 8 Tahun 2021 (lampiran, capaian IKI): what
was reached is a share of the target; where less is better ("kondisi khusus") it is
1 + (1 - reached / target).
"""

from dataclasses import dataclass
from decimal import Decimal

from scmaster.assess.conflicts import same_unit, usable
from scmaster.model.masterplan import Indicator, Target
from scmaster.model.measure import Measure

WHOLE = Decimal(100)


@dataclass(frozen=True)
class Progress:
    """What was reached of the target of one year."""

    indicator: Indicator
    target: Target
    actual: Measure
    percent: Decimal
    """Of the target; not rounded."""

    @property
    def reached(self) -> bool:
        """Whether the target is met."""
        return self.percent >= WHOLE


def progress(indicator: Indicator) -> Progress | None:
    """Return the progress of the latest year with both a target and a figure; None of none.

    A figure counts when it was reached (no promise), lies within that year, and nothing
    disputes it; the one to use before the others, then the latest. Of a range the end that
    claims less is taken. A target of nought has no shares.
    """
    for target in sorted(indicator.targets, key=lambda t: t.year, reverse=True):
        actual = _actual(indicator, target.year)
        if actual is not None and actual.value is not None and target.value > 0:
            share = _claimed(indicator, actual.value, actual.upper) / target.value
            part = share if indicator.direction == "up" else 2 - share
            return Progress(indicator, target, actual, part * WHOLE)
    return None


def _claimed(indicator: Indicator, value: Decimal, upper: Decimal | None) -> Decimal:
    return value if upper is None or indicator.direction == "up" else upper


def _actual(indicator: Indicator, year: int) -> Measure | None:
    able = [
        figure.measure
        for _, figure in usable(indicator)
        if figure.path[0] == "actuals" and _within(figure.measure, year)
        if figure.measure.unit is None or same_unit(figure.measure.unit, indicator.unit)
    ]
    return max(able, key=_choice, default=None)


def _choice(measure: Measure) -> tuple[bool, str]:
    return measure.preferred, measure.as_of.last.isoformat() if measure.as_of else ""


def _within(measure: Measure, year: int) -> bool:
    time = measure.as_of
    return time is not None and time.first.year == time.last.year == year
