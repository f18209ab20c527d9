"""What the assessors asked for in every cycle, and what was done about each of it.

Assessors open with last year's recommendations. Where those who speak for the city have
said different things about one, both are printed, with who said it and when.
"""

from dataclasses import dataclass

from scmaster.assess.case import Case
from scmaster.documents import Cover, Imprint, colophon, cover, unfit
from scmaster.model.evaluation import Recommendation, Submission
from scmaster.passages import annexes, changes, internal, recommendation_chart, recommendations
from scmaster.passages.cells import Missing, Row
from scmaster.passages.charts import Figure

TITLE = "Tindak Lanjut Rekomendasi Evaluasi Kota Cerdas"
FAMILIES = frozenset({"komdigi", "other"})


@dataclass(frozen=True)
class Cycle:
    """A cycle with its recommendations."""

    name: str
    note: str
    """What is known of those that are not on record."""
    rows: list[Row]


@dataclass(frozen=True)
class Totals:
    """How many there are, in words and by cycle."""

    sentence: str
    by_cycle: list[Row]
    figure: Figure
    by_owner: list[Row]


@dataclass(frozen=True)
class TindakLanjutRekomendasi:
    """Everything the template may say; it computes nothing itself."""

    cover: Cover
    city: str
    totals: Totals
    cycles: list[Cycle]
    changes: changes.Changes
    sources: list[Row]
    colophon: list[Row]
    internal: internal.Internal | None
    """None in the copy for assessors."""


def lacks(case: Case) -> str:
    """Say what the city lacks for this document, or nothing."""
    reason = unfit(case, FAMILIES)
    if not reason and not recommendations.ordered(case):
        return "belum ada rekomendasi yang tercatat"
    return reason


def compose(case: Case, imprint: Imprint) -> TindakLanjutRekomendasi:
    """Decide every word before the template sees it.

    Raises ValueError when `lacks` has something to say.
    """
    if lacks(case):
        raise ValueError(lacks(case))
    city, ordered = case.dossier.city, recommendations.ordered(case)
    return TindakLanjutRekomendasi(
        cover=cover(case, imprint, TITLE, "Tindak lanjut rekomendasi evaluasi kota cerdas"),
        city=city.name if city else "",
        totals=Totals(
            sentence=recommendations.sum_of(case),
            by_cycle=recommendations.totals(case),
            figure=recommendation_chart.by_cycle(case),
            by_owner=recommendations.by_owner(case),
        ),
        cycles=[_cycle(case, cycle, own) for cycle, own in ordered],
        changes=changes.since(case, imprint.earlier, frozenset({"recommendation"})),
        sources=annexes.sources(
            case, {name for _, own in ordered for name in recommendations.sources(own)}
        ),
        colophon=colophon(case, imprint),
        internal=internal.internal(case) if imprint.internal else None,
    )


def _cycle(case: Case, cycle: Submission, own: list[Recommendation]) -> Cycle:
    rows = recommendations.matrix(case, own)
    known = {recommendation.number for recommendation in own}
    for number in range(1, (cycle.declared_recommendations or 0) + 1):
        if number not in known:
            unknown = Missing("isi rekomendasi belum diketahui")
            rows.append((str(number), unknown, Missing(), Missing(), Missing(), Missing()))
    rows.sort(key=lambda row: int(str(row[0])))
    note = f"Catatan: {cycle.note}" if cycle.note else ""
    return Cycle(recommendations.cycle_name(cycle), note, rows)
