"""How the recommendations of each cycle stand, drawn."""

from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.indonesian import listing
from scmaster.model import labels
from scmaster.model.evaluation import Recommendation, Submission
from scmaster.passages.charts import Chart, Figure, Series
from scmaster.passages.recommendations import cycle_name, ordered

Cycles = list[tuple[Submission, list[Recommendation]]]

STANDINGS = (
    ("evidenced", "accepted_by_assessor"),
    ("claimed_met",),
    ("in_progress",),
    ("open",),
    ("rejected", "irrelevant"),
)
"""Statuses that make one part of a bar, the furthest first."""
UNRECORDED = "Isinya belum tercatat"


def by_cycle(case: Case) -> Figure:
    """Draw, cycle by cycle, how many recommendations stand how; None without any.

    What a source counts beyond those on record is shown as not recorded.
    """
    cycles = ordered(case)
    if not cycles:
        return Figure(None)
    silent = [cycle_name(c) for c, _ in cycles if c.declared_recommendations is None]
    parts = [part for group in STANDINGS if (part := _part(cycles, group))]
    unrecorded = Series(UNRECORDED, [_unrecorded(cycle, own) for cycle, own in cycles])
    parts += [unrecorded] * any(unrecorded.values)
    chart = Chart(
        kind="stacked",
        categories=[cycle_name(cycle) for cycle, _ in cycles],
        series=parts,
        caption="Status rekomendasi menurut siklus",
        description=_finding(cycles, parts),
        unit="rekomendasi",
    )
    note = f"Jumlah yang dinyatakan sumber tidak diketahui untuk siklus {listing(silent)}."
    return Figure(chart, note if silent else "")


def _part(cycles: Cycles, group: tuple[str, ...]) -> Series | None:
    """Return the part of the bars that a group of statuses makes; None where none stands so.

    The first group is always shown: that nothing is done yet is a finding.
    """
    given = {r.status for _, own in cycles for r in own}
    found: list[str] = [status for status in group if status in given]
    if not found and group is not STANDINGS[0]:
        return None
    found = found or [group[0]]
    name = listing([labels.RECOMMENDATION_STATUS[status] for status in found])
    counts = [Decimal(sum(1 for r in own if r.status in found)) for _, own in cycles]
    return Series(name[:1].upper() + name[1:], list(counts))


def _unrecorded(cycle: Submission, own: list[Recommendation]) -> Decimal | None:
    declared = cycle.declared_recommendations
    return None if declared is None else Decimal(max(0, declared - len(own)))


def _finding(cycles: Cycles, parts: list[Series]) -> str:
    sums = [(part.name, sum(value for value in part.values if value)) for part in parts]
    sums = [(name, number) for name, number in sums if number]
    total = sum(number for _, number in sums)
    told = listing([f"{number} {name[:1].lower()}{name[1:]}" for name, number in sums])
    done = any(r.status in STANDINGS[0] for _, own in cycles for r in own)
    none = "" if done else f" Belum ada yang {labels.RECOMMENDATION_STATUS['evidenced']}."
    return f"Diagram batang bertumpuk {total} rekomendasi dari {len(cycles)} siklus: {told}.{none}"
