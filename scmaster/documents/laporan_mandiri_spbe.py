"""The self-assessment of digital government: SPBE, and Pemdi that followed it.

One sheet an indicator, under its domain and aspect: the ladder of levels with what proves
each, one sentence of fact and one of analysis. Indices of other agencies are shown with
value, time and issuer, for nothing is uploaded for them.
"""

from dataclasses import dataclass

from scmaster.assess import coverage
from scmaster.assess.case import Case
from scmaster.assess.evidence import period_of
from scmaster.documents import Cover, Imprint, colophon, cover, unfit
from scmaster.indonesian import listing, number
from scmaster.link import groups_of
from scmaster.model import labels
from scmaster.model.framework import Instrument
from scmaster.model.wording import date_words, period_words
from scmaster.passages import (
    annexes,
    changes,
    domains,
    footnotes,
    index_chart,
    indices,
    internal,
    ladders,
    profile,
)
from scmaster.passages.cells import Line, Row
from scmaster.passages.charts import Figure

TITLE = "Laporan Penilaian Mandiri SPBE dan Pemdi"
FAMILIES = frozenset({"spbe", "pemdi"})


@dataclass(frozen=True)
class Scope:
    """What the report is about, in words of its own preface."""

    city: str
    family: str
    submission: str
    instrument: str
    issuer: str
    period: str
    in_force: str
    parts: str
    kinds: str
    """What its groups are called: Domain dan aspek."""
    scale: str
    cumulative: bool
    instrument_note: str
    submission_note: Line
    total: int
    answered: int
    proven: int
    supported: int
    unanswered: int
    external: int


@dataclass(frozen=True)
class LaporanMandiriSpbe:
    """Everything the template may say; it computes nothing itself."""

    cover: Cover
    scope: Scope
    legal_basis: list[Line]
    grades: list[Row]
    completeness: list[Row]
    latest_cycle: str
    scores: list[Row]
    history: list[Row]
    figure: Figure
    """The index year by year."""
    external: list[Row]
    sections: list[ladders.Section]
    missing: list[Row]
    changes: changes.Changes
    sources: list[Row]
    colophon: list[Row]
    internal: internal.Internal | None
    """None in the copy for assessors."""


def lacks(case: Case) -> str:
    """Say what the city lacks for this report, or nothing."""
    return unfit(case, FAMILIES)


def compose(case: Case, imprint: Imprint) -> LaporanMandiriSpbe:
    """Decide every word before the template sees it.

    Raises ValueError when `lacks` has something to say.
    """
    if lacks(case) or case.instrument is None:
        raise ValueError(lacks(case))
    family = labels.FAMILY[case.instrument.family]
    latest_cycle, scores = domains.scores(case)
    return LaporanMandiriSpbe(
        cover=cover(case, imprint, f"Laporan Penilaian Mandiri {family}", f"Evaluasi {family}"),
        scope=_scope(case, case.instrument),
        legal_basis=profile.judged_under(case),
        grades=indices.grades(case),
        completeness=domains.completeness(case),
        latest_cycle=latest_cycle,
        scores=scores,
        history=indices.by_year(case, FAMILIES),
        figure=index_chart.by_year(case),
        external=indices.taken_over(case),
        sections=ladders.sections(case),
        missing=ladders.missing(case),
        changes=changes.since(case, imprint.earlier),
        sources=annexes.sources(case, _cited(case)),
        colophon=colophon(case, imprint),
        internal=internal.internal(case) if imprint.internal else None,
    )


def _scope(case: Case, instrument: Instrument) -> Scope:
    city, submission = case.dossier.city, case.submission
    total = coverage.count("", "", case.standings.values())
    kinds, scale = [group.kind for group in groups_of(instrument)], instrument.scale
    return Scope(
        city=city.name if city else "",
        family=labels.FAMILY[instrument.family],
        submission=(submission.title or submission.id) if submission else "",
        instrument=instrument.name,
        issuer=instrument.issuer,
        period=period_words(period_of(submission)) if submission else "",
        in_force=_in_force(instrument),
        parts=listing([f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(kinds)]),
        kinds=listing(list(dict.fromkeys(kinds))).capitalize(),
        scale=f"{number(scale.minimum)} sampai {number(scale.maximum)}",
        cumulative=scale.cumulative,
        instrument_note=instrument.note or "",
        submission_note=footnotes.noted(case.dossier, submission.note, submission.sources)
        if submission and submission.note
        else "",
        total=total.total,
        answered=total.answered,
        proven=total.proven,
        supported=total.supported,
        unanswered=total.unanswered,
        external=sum(1 for standing in case.standings.values() if not standing.question.upload),
    )


def _in_force(instrument: Instrument) -> str:
    """Say since when the instrument is in force, and until when it was."""
    start, end = instrument.valid_from, instrument.valid_to
    words = f"berlaku mulai {date_words(start)}" if start else "mulai berlakunya tidak diketahui"
    words += f" sampai {date_words(end)}" if end else ""
    return f"{words}; dicabut oleh {instrument.revoked_by}" if instrument.revoked_by else words


def _cited(case: Case) -> set[str]:
    """Return the sources that this report names."""
    named = set(indices.sources(case, FAMILIES))
    named.update(case.submission.sources if case.submission else [])
    for standing in case.standings.values():
        if standing.answer is not None:
            named.update(standing.answer.sources)
            measure = standing.answer.measure
            named.update([measure.source] if measure and measure.source else [])
    return named
