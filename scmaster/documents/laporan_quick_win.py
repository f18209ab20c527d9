"""The quick wins, one sheet each: what improved for whom, measured, with its risks.

It speaks of the quick wins and not of a submission; what the instrument of the submission
looked at asks about them stands in a chapter of its own.
"""

from dataclasses import dataclass

from scmaster.assess.case import Case
from scmaster.assess.quick_wins import asked_about, ordered
from scmaster.assess.risk_register import Registered, after, register
from scmaster.assess.standing import Standing
from scmaster.documents import Cover, Imprint, city_cover, colophon, nameless
from scmaster.indonesian import listing
from scmaster.model.masterplan import Indicator, Masterplan, Programme, QuickWin, Verification
from scmaster.model.record import Entry
from scmaster.passages import (
    annexes,
    continuity,
    evidence,
    impact,
    indicators,
    questions,
    quick_win_recap,
    quick_wins,
    risk_register,
    risks,
    verification,
)
from scmaster.passages.cells import Line, Missing, Row

TITLE = "Laporan Quick Win"
FAMILIES = frozenset({"komdigi", "other"})


@dataclass(frozen=True)
class Sheet:
    """A quick win as this report prints it."""

    id: str
    heading: str
    facts: list[Row]
    measures: list[Row]
    indicators: list[Row]
    risks: list[Row]
    matrix: list[Row]
    """Likelihood by severity; empty where no risk has both."""
    residual: list[Row]
    """The matrix after mitigation; empty where that is not graded."""
    ungraded: str
    """Which risks do not stand in the matrix, or nothing."""
    evidence: list[Row]
    looks: list[Row]
    """What was found in the field."""
    note: str


@dataclass(frozen=True)
class Risks:
    """The risks of all quick wins together."""

    sentence: str
    explained: str
    """What a level is, and whose the bands are."""
    matrix: list[Row]
    residual: list[Row]
    counts: list[Row]
    gaps: list[Row]


@dataclass(frozen=True)
class LaporanQuickWin:
    """Everything the template may say; it computes nothing itself."""

    cover: Cover
    city: str
    sentence: str
    """How many there are, and of how many that are declared."""
    declared: list[Row]
    by_year: list[Row]
    by_pillar: list[Row]
    counts: list[Row]
    """Of each year: how many, new, continued."""
    chains: list[Row]
    risks: Risks
    sheets: list[Sheet]
    instrument: str
    """Of the submission looked at, or nothing."""
    questions: list[Row]
    lacking: list[Row]
    sources: list[Row]
    colophon: list[Row]


def lacks(case: Case) -> str:
    """Say what the city lacks for this report, or nothing."""
    reason = nameless(case)
    if not reason and not case.dossier.of(QuickWin):
        return "belum ada quick win yang tercatat"
    return reason


def compose(case: Case, imprint: Imprint) -> LaporanQuickWin:
    """Decide every word before the template sees it.

    Raises ValueError when `lacks` has something to say.
    """
    city = case.dossier.city
    if lacks(case) or city is None:
        raise ValueError(lacks(case))
    every = ordered(case.dossier)
    own = [known for known in register(case.dossier) if isinstance(known.holder, QuickWin)]
    declared = quick_win_recap.declared(case)
    short = {sheet.id: sheet for sheet in quick_wins.sheets(case)}
    years = listing([str(year) for year in dict.fromkeys(q.year for q in every)])
    return LaporanQuickWin(
        cover=city_cover(case, imprint, TITLE, f"Quick win tahun {years}"),
        city=city.name,
        sentence=_sentence(len(every), years, declared),
        declared=declared,
        by_year=quick_win_recap.by_year(case),
        by_pillar=quick_win_recap.by_pillar(case),
        counts=continuity.by_year(case),
        chains=continuity.table(case),
        risks=_risks(case, own),
        sheets=[_sheet(case, quick_win, short[quick_win.id], own) for quick_win in every],
        instrument=case.instrument.name if case.instrument else "",
        questions=[_question(case, standing) for standing in asked_about(case)],
        lacking=quick_win_recap.lacking(case),
        sources=annexes.sources(case, annexes.named_by(case, _printed(case, every))),
        colophon=colophon(case, imprint),
    )


def _printed(case: Case, every: list[QuickWin]) -> list[Entry]:
    """Return the records whose sources the report cites."""
    dossier = case.dossier
    ids = {identity for q in every for identity in (q.id, q.programme)}
    return [
        *every,
        *(p for p in dossier.of(Programme).values() if p.id in ids),
        *(p for p in dossier.of(Masterplan).values() if p.declared),
        *(i for i in dossier.of(Indicator).values() if ids.intersection(i.belongs_to)),
        *(look for look in verification.ordered(case) if look.what in ids),
        *(s.answer for s in asked_about(case) if s.answer is not None),
    ]


def _sentence(count: int, years: str, declared: list[Row]) -> str:
    told = f"Tercatat {count} quick win, dari tahun {years}."
    for title, _, documented, *_ in declared:
        words = documented.text if isinstance(documented, Missing) else documented
        told += f" Menurut jumlah yang dinyatakan untuk {title}, {words}."
    return told


def _risks(case: Case, own: list[Registered]) -> Risks:
    holders = {registered.holder.id for registered in own}
    told = f"Tercatat {len(own)} risiko pada {len(holders)} quick win."
    return Risks(
        sentence=told if own else "Belum ada satu risiko pun yang tercatat pada quick win.",
        explained=risks.explained(case),
        matrix=risks.named_matrix(case, own),
        residual=risks.named_matrix(case, own, after),
        counts=risks.counts(case, own) if own else [],
        gaps=risk_register.gaps(case, QuickWin),
    )


def _sheet(
    case: Case, quick_win: QuickWin, short: quick_wins.Sheet, every: list[Registered]
) -> Sheet:
    name = continuity.name(case, quick_win)
    own = risks.of_quick_win(every, quick_win)
    return Sheet(
        id=quick_win.id,
        heading=short.heading,
        facts=[*_identity(case, quick_win), *short.facts],
        measures=impact.over_time(case, quick_win, name),
        indicators=indicators.of(case, {quick_win.id, quick_win.programme}),
        risks=risks.table(case, own),
        matrix=risks.matrix(own),
        residual=risks.matrix(own, after),
        ungraded=risks.left_out(own),
        evidence=evidence.claimed(case.dossier, quick_win_recap.proof(case, quick_win)),
        looks=verification.rows(case, _looks(case, quick_win)),
        note=quick_win.note or "",
    )


def _looks(case: Case, quick_win: QuickWin) -> list[Verification]:
    about = {quick_win.id, quick_win.programme}
    return [look for look in verification.ordered(case) if look.what in about]


def _identity(case: Case, quick_win: QuickWin) -> list[Row]:
    """Return label and value of what a quick win is, before what it does."""
    dossier = case.dossier
    programme = dossier.get(Programme, quick_win.programme)
    plan = dossier.get(Masterplan, quick_win.masterplan)
    months, unknown = quick_win.horizon_months, Missing("tidak diketahui")
    rows: list[Row] = [
        ("Program", continuity.name(case, quick_win)),
        ("Tahun", str(quick_win.year)),
        ("Pilar", quick_win_recap.pillar(case, programme)),
        ("Masterplan", plan.title if plan else Missing("belum disebut")),
        ("Nomor urut", str(quick_win.sequence) if quick_win.sequence else unknown),
        ("Lama pelaksanaan", f"{months} bulan" if months else unknown),
    ]
    if former := continuity.former_names(case, [quick_win]):
        rows.insert(1, ("Nama sebelumnya", former))
    return rows


def _question(case: Case, standing: Standing) -> Row:
    """Return a question, its answer, how it stands, its evidence."""
    question, fact = standing.question, standing.answer.fact if standing.answer else None
    topic = question.sub_indicator or question.indicator
    proofs: list[Line] = []
    for _, piece in standing.claims:
        shown = evidence.title(piece)
        proofs += shown if isinstance(shown, list) else [shown]
    return (
        [f"{question.id} {topic}" if topic else question.id, question.text],
        questions.said(case, fact, "fakta", standing, "fact") if fact else Missing("belum ada"),
        questions.status(standing),
        proofs or Missing("belum ada eviden"),
    )
