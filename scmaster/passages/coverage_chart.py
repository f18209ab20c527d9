"""How far each perangkat daerah's questions have come, drawn."""

from decimal import Decimal

from scmaster.assess import coverage
from scmaster.assess.case import Case
from scmaster.assess.coverage import Count
from scmaster.assess.owners import UNKNOWN
from scmaster.passages.charts import Chart, Figure, Series

MOST = 25
"""As many bars as a page holds."""


def by_owner(case: Case) -> Figure:
    """Draw proven, supported, unproven and unanswered questions, the most questions first.

    Those that nobody answers for are told, not drawn: they would dwarf all others.
    """
    every = coverage.by_owner(case)
    owned = sorted((c for c in every if c.id != UNKNOWN), key=lambda c: -c.total)
    rest = sum(c.total for c in every if c.id == UNKNOWN)
    orphans = f"{rest} pertanyaan belum ditunjuk penjawabnya dan tidak digambar." if rest else ""
    if not owned:
        return Figure(None, orphans)
    note = orphans
    if len(owned) > MOST:
        note += f" Digambar {MOST} dengan pertanyaan terbanyak; semuanya ada di tabel."
    return Figure(_chart(owned, orphans), note.strip())


def _chart(owned: list[Count], orphans: str) -> Chart:
    shown = owned[:MOST]
    parts = [
        ("Terbukti", [c.proven for c in shown]),
        ("Didukung", [c.supported for c in shown]),
        ("Dijawab tanpa eviden", [c.unproven for c in shown]),
        ("Belum dijawab", [c.unanswered for c in shown]),
    ]
    return Chart(
        kind="stacked",
        categories=[count.name for count in shown],
        series=[Series(name, [Decimal(number) for number in numbers]) for name, numbers in parts],
        caption="Kelengkapan eviden menurut perangkat daerah",
        description=f"{_finding(owned)} {orphans}".strip(),
        unit="pertanyaan",
    )


def _finding(owned: list[Count]) -> str:
    total, proven = sum(c.total for c in owned), sum(c.proven for c in owned)
    supported, unproven = sum(c.supported for c in owned), sum(c.unproven for c in owned)
    unanswered = sum(c.unanswered for c in owned)
    said = (
        f"Diagram batang bertumpuk {len(owned)} perangkat daerah dengan {total} pertanyaan:"
        f" {proven} terbukti, {supported} didukung, {unproven} dijawab tanpa eviden, dan"
        f" {unanswered} belum dijawab."
    )
    most = max(owned, key=lambda count: count.unanswered)
    if most.unanswered:
        said += f" Paling banyak belum dijawab: {most.name} ({most.unanswered})."
    return said
