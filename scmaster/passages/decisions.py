"""What only the leaders can settle, by whom and until when, and which days are to come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from textwrap import shorten

from scmaster.assess.case import Case
from scmaster.assess.conflicts import every_conflict
from scmaster.assess.current import current_claims
from scmaster.assess.freshness import lives
from scmaster.assess.missing import gaps
from scmaster.assess.owed import owed
from scmaster.assess.owners import UNKNOWN, opd_name
from scmaster.assess.risk_register import owner, untreated
from scmaster.indonesian import day, listing
from scmaster.model.evaluation import Recommendation, Submission
from scmaster.model.values import PartialDate, Period
from scmaster.model.wording import date_words, period_words
from scmaster.passages.cells import Cell, Missing, Row
from scmaster.passages.names import name_of
from scmaster.passages.offices import mayor_of
from scmaster.passages.recommendations import cycle_name

LONGEST = 90
"""Letters of somebody's own words that a line of a summary has room for."""
NAMES = 4
"""Names that a line of a summary lists before it says how many more there are."""


@dataclass(frozen=True)
class Decision:
    """Something that waits for somebody who may settle it."""

    what: str
    by: str
    """Who settles it; UNKNOWN where nobody is named."""
    until: str
    """The day, or nothing where nobody has set one."""
    overdue: bool = False

    @property
    def row(self) -> Row:
        """What, by whom, until when."""
        who: Cell = Missing(UNKNOWN) if self.by == UNKNOWN else self.by
        if self.overdue:
            return (self.what, who, Missing(f"{self.until}, sudah lewat"))
        return (self.what, who, self.until or Missing("belum ditetapkan"))


@dataclass(frozen=True)
class Ahead:
    """A day to come."""

    when: str
    what: str
    first: date


def brief(text: str, width: int = LONGEST) -> str:
    """Return a text that is no longer than a line has room for."""
    return shorten(text, width, placeholder=" …")


def decisions(case: Case) -> list[Decision]:
    """Return what waits for a decision, what has a day first, by that day."""
    return [*_due(case), *_nameless(case), *_risks(case), *_figures(case), *_unanswered(case)]


def ahead(case: Case) -> list[Ahead]:
    """Return the days to come, the nearest first: the cycles', the recommendations', the proofs'.

    Evidence counts where this submission uses it; that it ends is a day to renew it by.
    """
    found = [
        Ahead(_when(event.date), brief(event.text), event.date.first)
        for cycle in case.dossier.of(Submission).values()
        for event in cycle.dates
        if event.date.first >= case.on
    ]
    for recommendation in _wanting(case):
        due = recommendation.due
        if due is not None and due.last >= case.on:
            told = f"Tenggat {_called(case, recommendation)}"
            found.append(Ahead(date_words(due), told, due.last))
    known = lives(case.dossier)
    used = {evidence.id: evidence for _, evidence in current_claims(case)}
    for name, evidence in used.items():
        until = known[name].until if name in known else None
        if until is not None and until >= case.on:
            told = f"Masa berlaku {brief(evidence.title)} habis"
            found.append(Ahead(day(until), told, until))
    return sorted(found, key=lambda one: (one.first, one.what))


def _wanting(case: Case) -> list[Recommendation]:
    """Return the recommendations of earlier cycles that nothing shows to be followed up."""
    return [
        recommendation
        for theirs in owed(case).values()
        for recommendation in theirs.recommendations
    ]


def _due(case: Case) -> Iterator[Decision]:
    dated = [(r.due.last, r.id, r) for r in _wanting(case) if r.due is not None]
    for last, _, recommendation in sorted(dated, key=lambda one: one[:2]):
        yield Decision(
            f"Tindak lanjut {_called(case, recommendation)}: {brief(recommendation.text)}",
            opd_name(case.dossier, recommendation.owner),
            date_words(recommendation.due),
            overdue=last < case.on,
        )


def _nameless(case: Case) -> Iterator[Decision]:
    """Yield what nobody can be asked for until the head of the city names somebody."""
    bare = [gap.standing.question.id for gap in gaps(case) if gap.owner == UNKNOWN]
    if bare:
        told = f"Penunjukan penjawab {len(bare)} pertanyaan ({listing(bare, NAMES)})"
        yield Decision(told, _mayor(case), _before(case))
    ownerless = [r for r in _wanting(case) if not r.owner]
    if ownerless:
        told = f"Penunjukan penanggung jawab {len(ownerless)} rekomendasi asesor"
        yield Decision(told, _mayor(case), _before(case))


def _risks(case: Case) -> Iterator[Decision]:
    for registered, lacking in untreated(case):
        holder = registered.risk.owner or owner(case.dossier, registered.holder)
        told = f"{listing(lacking).capitalize()} risiko {registered.key}"
        text = brief(registered.risk.text)
        yield Decision(f"{told}: {text}", opd_name(case.dossier, holder), "")


def _figures(case: Case) -> Iterator[Decision]:
    open_ = [one for one in every_conflict(case.dossier) if one.chosen is None]
    if open_:
        pairs = [(one.name, name_of(case.dossier, one.record.id)) for one in open_]
        names = [", ".join(dict.fromkeys(pair)) for pair in pairs]
        told = f"Pilihan angka untuk {len(open_)} hal yang angkanya berbeda"
        owners = {opd_name(case.dossier, getattr(one.record, "owner", None)) for one in open_}
        known = sorted(owners - {UNKNOWN}, key=str.casefold)
        whose = listing(known, NAMES) if known else "Pemilik data"
        yield Decision(f"{told}: {brief(listing(names, 2))}", whose, "")


def _unanswered(case: Case) -> Iterator[Decision]:
    """Yield what was asked for in earlier cycles and has no day: in one, by who would have it."""
    dateless = [r for r in _wanting(case) if r.due is None and r.owner]
    if dateless:
        names = sorted({opd_name(case.dossier, r.owner) for r in dateless}, key=str.casefold)
        told = (
            f"Tindak lanjut {len(dateless)} rekomendasi asesor yang belum berbukti, dan tenggatnya"
        )
        yield Decision(told, listing(names, NAMES), "")


def _called(case: Case, recommendation: Recommendation) -> str:
    cycle = cycle_name(case.dossier.get(Submission, recommendation.submission))
    return f"rekomendasi {cycle} nomor {recommendation.number}"


def _mayor(case: Case) -> str:
    return mayor_of(case.dossier.city) if case.dossier.city else UNKNOWN


def _before(case: Case) -> str:
    """Return the next day of the cycle, by which what it needs must be there; or nothing."""
    dates = case.submission.dates if case.submission else []
    coming = [event for event in dates if event.date.first >= case.on]
    event = min(coming, key=lambda one: one.date.first, default=None)
    return f"{_when(event.date)} ({brief(event.text, 40)})" if event else ""


def _when(time: PartialDate | Period) -> str:
    return period_words(time) if isinstance(time, Period) else date_words(time)
