"""What answers a question of the interview, in words: what it says, and where that is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import singledispatch

from scmaster.assess.case import Case
from scmaster.assess.disclosure import WITHHELD, confidential
from scmaster.assess.evidence import lacks_file, period_of
from scmaster.assess.interview_parts import Ground
from scmaster.indonesian import number, rupiah
from scmaster.link import groups_of
from scmaster.model import labels
from scmaster.model.city import City, Planning, Regulation
from scmaster.model.evaluation import Answer, Recommendation, Result, Submission
from scmaster.model.evidence import Claim, Evidence
from scmaster.model.governance import Body
from scmaster.model.masterplan import Indicator, Masterplan, Programme, QuickWin, Survey
from scmaster.model.measure import Measure
from scmaster.model.record import Entry
from scmaster.model.wording import date_words, figure_with_date, period_words, regulation_words
from scmaster.passages.cells import Cell, Line, Missing, Row, cite
from scmaster.passages.names import called, name_of
from scmaster.passages.questions import share_words
from scmaster.passages.recommendations import cycle_name

PLANNED = {"priorities": "prioritas", "missions": "misi"}
"""By the field of a plan: what it tells of."""

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Told:
    """What is said, and where from."""

    lines: list[Line]
    sources: Sequence[str | None] = ()
    """Ids of where it was read."""
    pieces: Sequence[str | None] = ()
    """Ids of evidence that says so itself."""
    claims: Sequence[Claim] = ()
    """Claims that name the evidence, with the place in it."""


def row(case: Case, ground: Ground) -> Row:
    """Return what a ground says, and its evidence with the page, else where it was read."""
    told = _told(ground.entry, case, ground.path)
    return (told.lines, _proof(case, told))


def plain(case: Case, ground: Ground) -> str:
    """Return in one line what a ground says, and what shows it."""
    said, shown = row(case, ground)
    return f"{_words(said)} ({_words(shown)})"


def _words(cell: Cell) -> str:
    lines = cell if isinstance(cell, list) else [cell]
    return "; ".join(line if isinstance(line, str) else line.text for line in lines)


def _proof(case: Case, told: Told) -> Cell:
    named: list[tuple[str | None, Claim | None]] = [
        (claim.evidence, claim) for claim in told.claims
    ]
    named += [(piece, None) for piece in told.pieces]
    lines: list[Line] = []
    for name, claim in named:
        piece = case.dossier.get(Evidence, name)
        if piece is not None and (words := piece_words(piece, claim)) not in lines:
            lines.append(words)
    if lines:
        return lines
    cited = [cite(case.dossier, name) for name in dict.fromkeys(told.sources)]
    found = [line for line in cited if not isinstance(line, Missing)]
    return list(found) or Missing("sumber belum dicatat")


def piece_words(piece: Evidence, claim: Claim | None = None) -> str:
    """Name a piece of evidence with its kind, its date and the place in it, in one line."""
    parts = [labels.EVIDENCE_KIND[piece.kind]]
    parts.append(date_words(piece.date) if piece.date else "tanpa tanggal")
    if claim is not None and not confidential(piece):
        parts += [f"hlm. {claim.pages}"] if claim.pages else []
        parts += [claim.section] if claim.section else []
    if confidential(piece):
        parts.append(WITHHELD)
    elif lacks_file(piece):
        parts.append("belum dapat dibuka")
    return f"{piece.title} ({', '.join(parts)})"


@singledispatch
def _told(entry: Entry, case: Case, path: Path) -> Told:  # noqa: ARG001  (as all of them)
    raise TypeError(type(entry).__name__)


def _at(path: Path) -> int:
    return int(path[1])


@_told.register
def _answer(answer: Answer, case: Case, path: Path) -> Told:  # noqa: ARG001  (told as a whole)
    standing = case.standings[answer.question]
    lines: list[Line] = []
    if answer.fact:
        lines.append(f"Jawaban {answer.question}: {answer.fact}")
    if answer.measure is not None:
        lines.append(f"Angka {answer.question}: {figure_with_date(answer.measure)}")
    if share := share_words(answer):
        lines.append(f"Cakupan {answer.question}: {share}")
    if answer.analysis:
        lines.append(answer.analysis)
    claims = [claim for claim, _ in standing.claims]
    own = [answer.measure.source] if answer.measure else []
    lines = lines or [f"Jawaban {answer.question} tanpa fakta"]
    return Told(lines, sources=[*own, *answer.sources], claims=claims)


@_told.register
def _programme(entry: Programme, case: Case, path: Path) -> Told:
    if not path:
        state = f" ({labels.LIFECYCLE[entry.lifecycle]})" if entry.lifecycle else ""
        summary = f": {entry.summary}" if entry.summary else ""
        claims = case.dossier.claims_on(entry.id)
        return Told([f"{called(entry)}{state}{summary}"], entry.sources, claims=claims)
    if path[0] == "budget":
        budget = entry.budget[_at(path)]
        money = f"{rupiah(budget.amount)} ({budget.funding.upper()}, {budget.year})"
        return Told([f"{entry.name}: {money}"], [budget.source], [budget.evidence])
    if path[0] == "partners":
        partner = entry.partners[_at(path)]
        form = f" ({partner.form})" if partner.form else ""
        return Told([f"{entry.name}: mitra {partner.name}{form}"], entry.sources)
    measure = entry.measures[_at(path)]
    return _figure(f"{entry.name}, {measure.name}", measure, entry)


@_told.register
def _fact(entry: City, case: Case, path: Path) -> Told:  # noqa: ARG001
    fact = entry.facts[_at(path)]
    return _figure(fact.name, fact, entry)


@_told.register
def _actual(entry: Indicator, case: Case, path: Path) -> Told:  # noqa: ARG001
    return _figure(entry.name, entry.actuals[_at(path)], entry, entry.unit)


def _figure(name: str, measure: Measure, entry: Entry, unit: str = "") -> Told:
    """Word a figure with its unit, what kind it is, and when it held."""
    source = measure.source or next(iter(entry.sources), None)
    return Told([f"{name}: {figure_with_date(measure, unit)}"], [source], [measure.evidence])


@_told.register
def _masterplan(entry: Masterplan, case: Case, path: Path) -> Told:  # noqa: ARG001
    if path[0] == "reviews":
        review = entry.reviews[_at(path)]
        return Told([f"Peninjauan {date_words(review.date)}: {review.text}"], [review.source])
    words = f"{entry.title} ({labels.MASTERPLAN_STATUS[entry.status]})"
    sources = [_read(entry.regulation), *entry.sources[:1]][:1]
    return Told([f"{words}: {_basis(entry.regulation)}"], sources)


@_told.register
def _plan(entry: Planning, case: Case, path: Path) -> Told:
    title = f"{labels.PLANNING_KIND[entry.kind]} {period_words(entry.period)}"
    sources = [_read(entry.regulation) or next(iter(entry.sources), None)]
    claims = case.dossier.claims_on(entry.id)
    if path[0] == "period":
        return Told([f"{title}: {_basis(entry.regulation)}"], sources, claims=claims)
    words = getattr(entry, str(path[0]))[_at(path)]
    told = f"Rencana, {PLANNED[str(path[0])]} {title}: {words}"
    return Told([told], sources, claims=claims)


def _read(regulation: Regulation | None) -> str | None:
    return regulation.source if regulation else None


def _basis(regulation: Regulation | None) -> str:
    if regulation is None:
        return "dasar hukum belum tercatat"
    return f"{regulation_words(regulation)} ({labels.REGULATION_STATUS[regulation.status]})"


@_told.register
def _meeting(body: Body, case: Case, path: Path) -> Told:
    """Word a meeting; one outside the period that is judged says so."""
    meeting = body.meetings[_at(path)]
    words = f"{date_words(meeting.date)}: {meeting.title} ({body.name})"
    period = period_of(case.submission) if case.submission else None
    late = period is not None and not period.overlaps(meeting.date)
    outside = [f"di luar periode yang dinilai, {period_words(period)}"] if late else []
    return Told([words, *outside], [meeting.source], [meeting.minutes])


@_told.register
def _result(result: Result, case: Case, path: Path) -> Told:
    cycle = case.dossier.get(Submission, result.submission)
    kind = labels.RESULT_STATUS[result.status]
    name = f"Hasil {cycle_name(cycle)} ({kind})"
    if path[0] == "strengths":
        return Told([f"{name}: {result.strengths[_at(path)].text}"], result.sources)
    if path[0] == "awards":
        award = result.awards[_at(path)]
        when = f" ({date_words(award.date)})" if award.date else ""
        return Told([f"{award.title}{when}"], [award.source or next(iter(result.sources), None)])
    node = result.scores[_at(path)]
    instrument = case.dossier.instrument(cycle)
    groups = {g.id: g.name for g in groups_of(instrument)} if instrument else {}
    score = number(node.score, 2) if node.score is not None else "tidak diketahui"
    return Told([f"{name}: {groups.get(node.node, node.node)} {score}"], result.sources)


@_told.register
def _survey(survey: Survey, case: Case, path: Path) -> Told:  # noqa: ARG001
    users = (
        f"{survey.users} pemakai" if survey.users is not None else "banyak pemakai belum dicatat"
    )
    when = f" ({period_words(survey.date)})" if survey.date else ""
    program = name_of(case.dossier, survey.programme)
    lines: list[Line] = [f"Survei {program}{when}: {survey.respondents} responden, {users}"]
    lines.append(survey.analysis or Missing("analisis belum ada"))
    return Told(lines, survey.sources, survey.evidence)


@_told.register
def _follow_up(entry: Recommendation, case: Case, path: Path) -> Told:  # noqa: ARG001
    action = entry.actions[_at(path)]
    when = f" {date_words(action.date)}" if action.date else ""
    return Told([f"Tindak lanjut{when}: {action.text}"], [action.source], action.evidence)


@_told.register
def _quick_win(entry: QuickWin, case: Case, path: Path) -> Told:  # noqa: ARG001
    name = name_of(case.dossier, entry.id)
    words = f"{name[0].upper()}{name[1:]}: {entry.sustainability}"
    return Told([words], entry.sources[:1])
