"""The next cycle as it follows from an earlier one: what goes on, and what needs new proof."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from scmaster.assess.case import Case
from scmaster.assess.counterparts import Counterparts, counterparts
from scmaster.assess.evidence import asked_period, period_of, proves
from scmaster.assess.offices import of_today
from scmaster.assess.owners import office_of
from scmaster.assess.quick_wins import asked_about, judged, successors
from scmaster.assess.renewal import Fate, Renewal, renewal
from scmaster.assess.results import family
from scmaster.assess.standing import Standing
from scmaster.link import Dossier
from scmaster.model.city import Opd
from scmaster.model.evaluation import Answer, Submission
from scmaster.model.framework import Question
from scmaster.model.masterplan import Programme, QuickWin
from scmaster.model.measure import Measure
from scmaster.model.values import LATEST, LONGEST_ID, PartialDate, Period

STAGES = {"tunggal": "", "tahap_1": "tahap-1", "tahap_2": "tahap-2"}
_RUNNING = frozenset({"building", "running"})
_STAGE_OF_ID = re.compile(r"-tahap-[12]$")
_STAGE_OF_TITLE = re.compile(r" tahap (?:I{1,2}|[12])$", re.IGNORECASE)


class Proof(StrEnum):
    """What a question of the new cycle begins with."""

    KEPT = "kept"
    """A piece that proved it, and does so in the new period."""
    SUPPORTING = "supporting"
    """What holds does not prove alone."""
    RENEW = "renew"
    EXPIRED = "expired"
    NEVER = "never"
    """Nothing has ever been claimed for it."""


@dataclass(frozen=True)
class Need:
    """A question of the new cycle with what becomes of its evidence."""

    question: Question
    office: Opd | str
    """Who is to be asked: an office of the register, else its usual name, or nothing."""
    proof: Proof
    renewals: tuple[Renewal, ...]
    figure: bool | None = None
    """Whether the figure of the earlier answer is of the new period too; None: it gave none."""


@dataclass(frozen=True)
class Continuing:
    """A quick win that the earlier cycle showed, and what speaks for its going on."""

    quick_win: QuickWin
    running: bool
    """Whether its programme is on record as being built or running."""
    recent: bool
    """Whether it was a quick win of the earlier cycle's year, and no older one in its stead."""

    @property
    def copied(self) -> bool:
        """Whether it goes on unless somebody says otherwise; else somebody must say so."""
        return self.running and self.recent


@dataclass(frozen=True)
class NextCycle:
    """What follows from an earlier cycle."""

    old: Submission
    new: Submission
    questions: Counterparts
    answers: tuple[tuple[Answer, str], ...]
    """What was answered, with the id of the question in the new cycle."""
    needs: tuple[Need, ...]
    quick_wins: tuple[Continuing, ...]
    """Those that the earlier cycle showed; empty where the new instrument asks of none."""

    @property
    def period(self) -> Period:
        """The period that the new cycle proves."""
        return period_of(self.new)


def begun(
    dossier: Dossier, old: Submission, year: int, stage: str = "", instrument: str | None = None
) -> Submission:
    """Return the submission that follows an earlier one: a draft, with nothing done yet.

    `stage` is one of STAGES, or empty for what usually comes next; without an `instrument` it
    is judged by the same. The period moves along with the year. Where the instrument is of
    another family, the old id and title would mislead: the id begins with that family.
    """
    stage = stage or _following(old, year)
    known = f"{old.year}"
    new = old.model_copy(update={"instrument": instrument or old.instrument})
    kind = family(dossier, new)
    moved = kind != family(dossier, old)
    bare = f"{kind}-{year}" if moved else _STAGE_OF_ID.sub("", old.id)
    if not moved:
        bare = bare.replace(known, f"{year}") if known in bare else f"{bare}-{year}"
    taken = {entry.id for entry in dossier.every()}
    update = {
        "id": free("-".join(part for part in (bare, STAGES[stage]) if part), taken),
        "year": year,
        "stage": stage,
        "title": None if moved else _title(old, year, stage),
        "period": _moved(old.period, year - old.year) if old.period else None,
        "state": "draft",
        "dates": [],
        "presenters": [],
        "channel": None,
        "revision": None,
        "declared_recommendations": None,
        "sources": [],
        "note": None,
    }
    return new.model_copy(update=update)


def following(case: Case, new: Submission) -> NextCycle:
    """Return what follows from the cycle that a case is looked at for; it must have one."""
    if case.submission is None:
        raise ValueError("no earlier cycle")
    later = replace(case, submission=new)
    known = Counterparts({}, {}, [])
    if case.instrument is not None and later.instrument is not None:
        known = counterparts(case.dossier.frameworks, case.instrument, later.instrument)
    before = {after: case.standings[name] for name, after in known.taken.items()}
    return NextCycle(
        case.submission,
        new,
        known,
        tuple((s.answer, name) for name, s in before.items() if s.answer is not None),
        tuple(_need(case, later, s, before.get(name)) for name, s in later.standings.items()),
        tuple(_continuing(case, later)) if asked_about(later) else (),
    )


def free(wanted: str, taken: Collection[str]) -> str:
    """Return an id that is not in use: as wanted, else with a number after it."""
    tried, count = wanted[:LONGEST_ID].rstrip("-._"), 1
    while tried in taken:
        count += 1
        tail = f"-{count}"
        tried = wanted[: LONGEST_ID - len(tail)].rstrip("-._") + tail
    return tried


def renamed(identity: str, year: int, new: Submission, taken: Collection[str]) -> str:
    """Return an id for what is copied into a new cycle: of its year, and of its stage.

    `year` is that of what is copied.
    """
    if year == new.year:
        return free(f"{_STAGE_OF_ID.sub('', identity)}-{STAGES[new.stage] or new.year}", taken)
    known = re.compile(rf"(?<![0-9]){year}(?![0-9])")
    if known.search(identity):
        return free(known.sub(f"{new.year}", identity), taken)
    return free(f"{identity}-{new.year}", taken)


def of_period(measure: Measure, asked: Period) -> bool | None:
    """Tell whether a figure is one of a period; None where there is no figure.

    One without a date is of no period that anybody knows.
    """
    if measure.value is None:
        return None
    return measure.as_of is not None and asked.overlaps(measure.as_of)


def _following(old: Submission, year: int) -> str:
    if old.stage == "tunggal":
        return "tunggal"
    return "tahap_2" if year == old.year else "tahap_1"


def _title(old: Submission, year: int, stage: str) -> str | None:
    if old.title is None or f"{old.year}" not in old.title:
        return None
    bare = _STAGE_OF_TITLE.sub("", old.title).replace(f"{old.year}", f"{year}")
    words = {"tahap_1": " tahap I", "tahap_2": " tahap II"}
    return bare + words.get(stage, "")


def _moved(period: Period, years: int) -> Period:
    """Return a period so many years later; a 29 February becomes the whole month."""

    def later(day: PartialDate) -> PartialDate:
        year = min(day.year + years, LATEST)
        leap = (day.month, day.day) == (2, 29)
        return PartialDate(year, day.month, None if leap else day.day)

    return Period(later(period.start), later(period.end))


def _need(case: Case, later: Case, standing: Standing, before: Standing | None) -> Need:
    question, new = standing.question, later.submission
    if new is None:
        raise ValueError("no new cycle")
    asked = asked_period(new, question)
    rules = case.dossier.frameworks.validity.values()
    found = tuple(
        renewal(used, question.id, asked, rules, case.shaken)
        for used in (before.claims if before else ())
    )
    figure = None
    if before and before.answer and before.answer.measure:
        figure = of_period(before.answer.measure, asked)
    office = office_of(case, before) if before and before.answer else office_of(later, standing)
    if isinstance(office, Opd):
        office = of_today(case.dossier, office, period_of(new).first)
    return Need(question, office, _proof(question, found, figure), found, figure)


def _proof(question: Question, found: tuple[Renewal, ...], figure: bool | None) -> Proof:  # noqa: FBT001
    if not question.upload:  # another institution's index proves itself, once it is of the year
        return {None: Proof.NEVER, True: Proof.KEPT, False: Proof.RENEW}[figure]
    fates = {each.fate for each in found}
    if any(each.fate is Fate.KEPT and proves(each.claim, each.evidence) for each in found):
        return Proof.KEPT
    if Fate.KEPT in fates:
        return Proof.SUPPORTING
    if Fate.RENEW in fates:
        return Proof.RENEW
    return Proof.EXPIRED if fates else Proof.NEVER


def _continuing(case: Case, later: Case) -> Iterator[Continuing]:
    """Yield the quick wins that the earlier cycle showed and that nothing goes on from yet."""
    year = later.submission.year if later.submission else 0
    old_year = case.submission.year if case.submission else 0
    after = successors(case.dossier)
    for quick_win in judged(case):
        if quick_win.year >= year or after.get(quick_win.id):
            continue
        programme = case.dossier.get(Programme, quick_win.programme)
        running = programme is not None and programme.lifecycle in _RUNNING and not programme.ended
        yield Continuing(quick_win, running, quick_win.year >= old_year)
