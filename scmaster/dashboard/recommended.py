"""What the assessors of every cycle asked for, how it stands, and what shows it."""

from scmaster.assess.case import Case
from scmaster.dashboard.leading import to_record
from scmaster.dashboard.page import Page, Part, Row, Section, Table, Words, columns, drawn
from scmaster.model.evaluation import Recommendation, Submission
from scmaster.passages import recommendation_chart, recommendations
from scmaster.passages.cells import Missing
from scmaster.passages.recommendations import cycle_name

NAME = "rekomendasi.html"
_DONE = frozenset({"evidenced", "accepted_by_assessor"})


def page(case: Case) -> Page:
    """Return the recommendations cycle by cycle."""
    cycles = recommendations.ordered(case)
    if not cycles:
        told = "Belum ada rekomendasi asesor yang tercatat."
        return Page(NAME, "Rekomendasi asesor", [told], [], "Rekomendasi")
    figure = recommendation_chart.by_cycle(case)
    titles = ("Siklus", "Dinyatakan", "Tercatat", "Berbukti", "Dinyatakan selesai", "Belum")
    owned = ("Perangkat daerah", "Rekomendasi", "Ditindaklanjuti", "Berbukti")
    whole: list[Part] = [
        *drawn(figure.chart, figure.note),
        Table(
            "Rekomendasi menurut siklus", columns(*titles, numbers=5), recommendations.totals(case)
        ),
        Table(
            "Menurut penanggung jawab",
            columns(*owned, numbers=3),
            recommendations.by_owner(case),
        ),
    ]
    latest_first = [_cycle(case, cycle, own) for cycle, own in reversed(cycles)]
    return Page(
        NAME,
        "Rekomendasi asesor",
        [recommendations.sum_of(case)],
        [Section("Keadaan", whole), *latest_first],
        "Rekomendasi",
    )


def standing(case: Case) -> tuple[str, str]:
    """Say in short how many there are, and how many are shown to be done."""
    every = [r for _, own in recommendations.ordered(case) for r in own]
    done = sum(1 for r in every if r.status in _DONE)
    claimed = sum(1 for r in every if r.status == "claimed_met")
    if not every:
        return "–", "belum ada yang tercatat"
    told = f"berstatus selesai berbukti; {claimed} dinyatakan selesai tanpa bukti"
    return f"{done} dari {len(every)}", told


def _cycle(case: Case, cycle: Submission, own: list[Recommendation]) -> Section:
    name = f"Rekomendasi {cycle_name(cycle)}"
    titles = ("Nomor", "Rekomendasi", "Penanggung jawab", "Tindak lanjut", "Status", "Eviden")
    rows = [linked(case, r) for r in own]
    parts: list[Part] = [Table(name, columns(*titles), rows)]
    declared = cycle.declared_recommendations
    if declared is not None and declared > len(own):
        told = f"Isi {declared - len(own)} dari {declared} rekomendasi siklus ini belum tercatat."
        parts.append(Words(Missing(told)))
    return Section(name, parts, cycle.id)


def linked(case: Case, r: Recommendation) -> Row:
    """Return the cells of a recommendation; its text leads to its page."""
    number, _, *rest = recommendations.matrix(case, [r])[0]
    return (number, to_record(r.text, r.id), *rest)
