"""The self-assessment report for the assessors: what is answered, by what it is proven.

Its order follows what government reports do (chapters BAB, then A., then 1.): the city,
its masterplan, how complete the answers are, one sheet a question, quick wins,
institutions, recommendations, and plainly what is missing.
"""

from dataclasses import dataclass

from scmaster.assess import coverage
from scmaster.assess.case import Case
from scmaster.assess.evidence import period_of
from scmaster.assess.masterplans import in_use
from scmaster.documents import Cover, Imprint, colophon, cover, unfit
from scmaster.indonesian import percent
from scmaster.model.masterplan import Masterplan
from scmaster.model.wording import period_words
from scmaster.passages import (
    annexes,
    changes,
    coverage_chart,
    footnotes,
    governance,
    indicators,
    internal,
    masterplan,
    participation,
    profile,
    progress_chart,
    questions,
    quick_wins,
    recommendation_chart,
    recommendations,
    result_charts,
    results,
)
from scmaster.passages.cells import Line, Row
from scmaster.passages.charts import Figure

TITLE = "Laporan Evaluasi Mandiri Kota Cerdas"
FAMILIES = frozenset({"komdigi", "other"})


@dataclass(frozen=True)
class Cycle:
    """A cycle's recommendations."""

    name: str
    rows: list[Row]


@dataclass(frozen=True)
class Scope:
    """What the report is about, in words of its own preface."""

    city: str
    submission: str
    instrument: str
    issuer: str
    period: str
    instrument_note: str
    submission_note: Line
    total: int
    answered: int
    proven: int
    supported: int
    unanswered: int


@dataclass(frozen=True)
class Plan:
    """The masterplan chapter."""

    standing: list[Row]
    declared: list[Row]
    alignment: list[Row]


@dataclass(frozen=True)
class Figures:
    """The charts."""

    coverage: Figure
    finals: Figure
    dimensions: Figure
    pillars: Figure
    indicators: Figure
    recommendations: Figure


@dataclass(frozen=True)
class LaporanEvaluasi:
    """Everything the template may say; it computes nothing itself."""

    cover: Cover
    scope: Scope
    legal_basis: list[Line]
    facts: list[Row]
    offices: list[Row]
    plans: list[Row]
    plan: Plan | None
    programmes: list[Row]
    by_dimension: list[Row]
    by_pillar: list[Row]
    by_owner: list[Row]
    figures: Figures
    history: list[Row]
    latest_cycle: str
    latest_scores: list[Row]
    dimensions: list[questions.Dimension]
    quick_wins: list[quick_wins.Sheet]
    bodies: list[Row]
    meetings: list[Row]
    commitments: list[Row]
    partners: list[Row]
    outside: participation.Outside
    recommendation_totals: list[Row]
    cycles: list[Cycle]
    indicators: list[Row]
    disputed: list[Row]
    missing: list[Row]
    changes: changes.Changes
    sources: list[Row]
    colophon: list[Row]
    internal: internal.Internal | None
    """None in the copy for assessors."""
    contributions: participation.Inside | None
    """None in the copy for assessors."""


def lacks(case: Case) -> str:
    """Say what the city lacks for this report, or nothing."""
    return unfit(case, FAMILIES)


def compose(case: Case, imprint: Imprint) -> LaporanEvaluasi:
    """Decide every word before the template sees it.

    Raises ValueError when `lacks` has something to say.
    """
    if lacks(case):
        raise ValueError(lacks(case))
    latest_cycle, latest_scores = results.by_dimension(case)
    current = in_use(case)
    return LaporanEvaluasi(
        cover=cover(case, imprint, TITLE, "Evaluasi kota cerdas"),
        scope=_scope(case),
        legal_basis=profile.legal_basis(case),
        facts=profile.facts(case),
        offices=profile.offices(case),
        plans=profile.plans(case),
        plan=_plan(case, current) if current else None,
        programmes=masterplan.programmes(case),
        by_dimension=_counts(coverage.by_dimension(case)),
        by_pillar=_counts(coverage.by_pillar(case)),
        by_owner=_counts(coverage.by_owner(case)),
        figures=_figures(case),
        history=results.history(case),
        latest_cycle=latest_cycle,
        latest_scores=latest_scores,
        dimensions=questions.dimensions(case),
        quick_wins=quick_wins.sheets(case),
        bodies=governance.bodies(case),
        meetings=governance.meetings(case),
        commitments=governance.commitments(case),
        partners=governance.partners(case),
        outside=participation.outside(case),
        recommendation_totals=recommendations.totals(case),
        cycles=[
            Cycle(recommendations.cycle_name(cycle), recommendations.matrix(case, own))
            for cycle, own in recommendations.ordered(case)
        ],
        indicators=indicators.table(case),
        disputed=indicators.disputed(case),
        missing=annexes.missing(case),
        changes=changes.since(case, imprint.earlier),
        sources=annexes.sources(case),
        colophon=colophon(case, imprint),
        internal=internal.internal(case) if imprint.internal else None,
        contributions=participation.inside(case) if imprint.internal else None,
    )


def _scope(case: Case) -> Scope:
    city, submission, instrument = case.dossier.city, case.submission, case.instrument
    total = coverage.count("", "", case.standings.values())
    return Scope(
        city=city.name if city else "",
        submission=(submission.title or submission.id) if submission else "",
        instrument=instrument.name if instrument else "",
        issuer=instrument.issuer if instrument else "",
        period=period_words(period_of(submission)) if submission else "",
        instrument_note=(instrument.note or "") if instrument else "",
        submission_note=footnotes.noted(case.dossier, submission.note, submission.sources)
        if submission and submission.note
        else "",
        total=total.total,
        answered=total.answered,
        proven=total.proven,
        supported=total.supported,
        unanswered=total.unanswered,
    )


def _figures(case: Case) -> Figures:
    return Figures(
        coverage=coverage_chart.by_owner(case),
        finals=result_charts.finals(case),
        dimensions=result_charts.dimensions(case),
        pillars=result_charts.pillars(case),
        indicators=progress_chart.indicators(case),
        recommendations=recommendation_chart.by_cycle(case),
    )


def _plan(case: Case, current: Masterplan) -> Plan:
    return Plan(
        standing=masterplan.standing(case, current),
        declared=masterplan.declared(case, current),
        alignment=masterplan.alignment(case, current),
    )


def _counts(counts: list[coverage.Count]) -> list[Row]:
    """Return rows of name, questions, answered, supported, proven, unanswered, share proven."""
    total = coverage.Count(
        id="",
        name="Jumlah",
        total=sum(c.total for c in counts),
        answered=sum(c.answered for c in counts),
        supported=sum(c.supported for c in counts),
        proven=sum(c.proven for c in counts),
    )
    return [
        (
            c.name,
            str(c.total),
            str(c.answered),
            str(c.supported),
            str(c.proven),
            str(c.unanswered),
            percent(c.proven, c.total),
        )
        for c in [*counts, total]
    ]
