"""What each office owes this submission: questions, recommendations, papers, figures.

The same gaps as in `missing`, by the office of today that would have it, with what closing a
question by one step is worth.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from scmaster.assess.case import Case
from scmaster.assess.current import current_claims
from scmaster.assess.disclosure import confidential
from scmaster.assess.evidence import lacks_file, lacks_place, period_of
from scmaster.assess.follow_up import earlier, shown
from scmaster.assess.masterplans import standing_masterplans
from scmaster.assess.measures import achieved
from scmaster.assess.missing import Gap, gaps
from scmaster.assess.offices import of_today
from scmaster.assess.owners import office_of
from scmaster.assess.quick_wins import judged
from scmaster.assess.results import alike, family
from scmaster.assess.worth import Step, steps
from scmaster.model.city import Opd
from scmaster.model.evaluation import Recommendation, Submission
from scmaster.model.evidence import Claim, Evidence
from scmaster.model.masterplan import Indicator, Programme, QuickWin
from scmaster.model.values import PartialDate, Period

NOBODY = "belum-ditunjuk"
"""Stands in a file's name for an owner that nobody has named."""
_SETTLED = frozenset({"evidenced", "accepted_by_assessor", "irrelevant"})
_OF_MASTERPLAN = frozenset({"komdigi", "other"})
"""Families that look at the masterplan's indicators and quick wins."""
_UNDER_WAY = frozenset({None, "planned", "building", "running"})
"""Stages of a programme; of an unknown one somebody has to say."""
_LONGEST = 60


@dataclass
class Owed:
    """What one office owes; the questions are in order of worth, the most first."""

    key: str
    """The id of the office of today, else a name fit for a file; NOBODY for nobody."""
    name: str = ""
    """As the instrument calls it, where the city's register has no such office."""
    opd: Opd | None = None
    questions: list[tuple[Gap, Step | None]] = field(default_factory=list)
    recommendations: list[Recommendation] = field(default_factory=list)
    unopened: list[Evidence] = field(default_factory=list)
    """Used for this submission, with nothing to open."""
    unplaced: list[tuple[Claim, Evidence]] = field(default_factory=list)
    """Named as a whole: nobody said which page proves it."""
    indicators: list[Indicator] = field(default_factory=list)
    """Without a figure for the period asked about, or a later one."""
    programmes: list[Programme] = field(default_factory=list)
    """Under way as far as anybody knows, and nobody said how far in that period or later."""
    quick_wins: list[QuickWin] = field(default_factory=list)
    """Without a single risk."""
    risks: list[tuple[QuickWin | Programme, int]] = field(default_factory=list)
    """Named, and nothing done about them: what they threaten, and the place in its list."""


def owed(case: Case) -> dict[str, Owed]:
    """Return what is owed, by the owner's key, sorted by it; NOBODY comes last."""
    found: dict[str, Owed] = {}

    def of(office: Opd | str | None) -> Owed:
        name = office if isinstance(office, str) else ""
        today = of_today(case.dossier, office, case.on) if isinstance(office, Opd) else None
        key = today.id if today else file_name(name)
        return found.setdefault(key, Owed(key, name, case.dossier.get(Opd, key)))

    worths = {step.standing.question.id: step for step in steps(case)}
    for gap in gaps(case):
        step = worths.get(gap.standing.question.id)
        of(office_of(case, gap.standing)).questions.append((gap, step))
    for recommendation in _unanswered(case):
        of(case.dossier.get(Opd, recommendation.owner)).recommendations.append(recommendation)
    _papers(case, of)
    if case.instrument and case.instrument.family in _OF_MASTERPLAN:
        _figures(case, of)
    for theirs in found.values():
        theirs.questions.sort(key=lambda pair: -pair[1].worth if pair[1] else 0)
    return dict(sorted(found.items(), key=lambda item: (item[0] == NOBODY, item[0])))


def _papers(case: Case, of: Callable[[Opd | str | None], Owed]) -> None:
    """Note the evidence of this submission that cannot be opened, or not at the right page."""
    for claim, evidence in current_claims(case):
        if lacks_file(evidence):
            theirs = of(_holder(case, claim, evidence)).unopened
            theirs += [evidence] if evidence not in theirs else []
        if lacks_place(claim, evidence) and not confidential(evidence):
            of(_holder(case, claim, evidence)).unplaced.append((claim, evidence))


def _figures(case: Case, of: Callable[[Opd | str | None], Owed]) -> None:
    """Note the figures, the progress and the risks that the masterplan's records lack."""
    since = period_of(case.submission).first if case.submission else date.min
    for indicator in case.dossier.of(Indicator).values():
        if not any(_new(actual.as_of, since) for actual in indicator.actuals if achieved(actual)):
            of(case.dossier.get(Opd, indicator.owner)).indicators.append(indicator)
    for programme in _under_way(case, since):
        if programme.progress is None or not _new(programme.progress_as_of, since):
            of(case.dossier.get(Opd, programme.owner)).programmes.append(programme)
    for quick_win in judged(case):
        owner = _owner(case, quick_win)
        if not quick_win.risks:
            of(owner).quick_wins.append(quick_win)
        _bare(quick_win, owner, case, of)
    for programme in _under_way(case, since):
        _bare(programme, _owner(case, programme), case, of)


def _bare(
    holder: QuickWin | Programme,
    owner: Opd | None,
    case: Case,
    of: Callable[[Opd | str | None], Owed],
) -> None:
    """Note the risks that nothing is done about, at who owns them, else who owns the work."""
    for place, risk in enumerate(holder.risks):
        if not risk.mitigation:
            of(case.dossier.get(Opd, risk.owner) or owner).risks.append((holder, place))


def _owner(case: Case, holder: QuickWin | Programme) -> Opd | None:
    found = (
        case.dossier.get(Programme, holder.programme) if isinstance(holder, QuickWin) else holder
    )
    return case.dossier.get(Opd, found.owner if found else None)


def _under_way(case: Case, since: date) -> list[Programme]:
    """Return the programmes of editions still in use that have neither ended nor not begun."""
    editions = {None, *(masterplan.id for masterplan in standing_masterplans(case))}
    return [
        programme
        for programme in case.dossier.of(Programme).values()
        if programme.lifecycle in _UNDER_WAY
        and programme.masterplan in editions
        and (programme.ended is None or programme.ended.last >= since)
    ]


def _new(time: Period | PartialDate | None, since: date) -> bool:
    return time is not None and time.last >= since


def file_name(name: str) -> str:
    """Return a name as that of a file; NOBODY for none."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].strip("-") or NOBODY


def _unanswered(case: Case) -> Iterator[Recommendation]:
    """Yield what earlier cycles asked for and nothing shows, cycle by cycle."""
    found = []
    for recommendation in case.dossier.of(Recommendation).values():
        cycle = case.dossier.get(Submission, recommendation.submission)
        if recommendation.status in _SETTLED or shown(case.dossier, recommendation):
            continue
        if cycle is None or not earlier(cycle, case.submission):
            continue
        kind = family(case.dossier, cycle)
        if case.instrument is None or alike(kind, case.instrument.family):
            found.append((cycle.year, cycle.stage, recommendation.number, recommendation))
    yield from (each[-1] for each in sorted(found, key=lambda each: each[:-1]))


def _holder(case: Case, claim: Claim, evidence: Evidence) -> Opd | str:
    """Return who has a paper: who issued it, else who answers for what it is to prove."""
    if opd := case.dossier.get(Opd, evidence.opd):
        return opd
    asked = next((case.standings[i] for i in claim.supports if i in case.standings), None)
    return office_of(case, asked) if asked else ""
