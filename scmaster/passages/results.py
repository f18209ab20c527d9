"""What the assessors gave, year by year."""

from scmaster.assess.case import Case
from scmaster.assess.results import alike, family
from scmaster.indonesian import number
from scmaster.model import labels
from scmaster.model.evaluation import Result, Submission
from scmaster.passages.cells import Cell, Missing, Row
from scmaster.passages.recommendations import cycle_name

MINUS = "−"


def history(case: Case) -> list[Row]:
    """Return every result, oldest first: cycle, final, improvement, rank, kind, awards."""
    rows: list[tuple[tuple[int, str], Row]] = []
    for result in case.dossier.of(Result).values():
        cycle = case.dossier.get(Submission, result.submission)
        if cycle is None or not _of_this_family(case, cycle):
            continue
        rank: Cell = Missing("tidak diketahui")
        if result.rank is not None:
            rank = f"{result.rank} dari {result.rank_of}" if result.rank_of else str(result.rank)
        row: Row = (
            cycle_name(cycle),
            number(result.final, 2) if result.final is not None else Missing("tidak diketahui"),
            _signed(result),
            rank,
            labels.RESULT_STATUS[result.status],
            [*(award.title for award in result.awards), *_note(result)] or "–",
        )
        rows.append(((cycle.year, cycle.stage + result.id), row))
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


def _of_this_family(case: Case, cycle: Submission) -> bool:
    return case.instrument is None or alike(family(case.dossier, cycle), case.instrument.family)


def _note(result: Result) -> list[str]:
    return [f"Catatan: {result.note}"] if result.note else []


def _signed(result: Result) -> Cell:
    if result.improvement is None:
        return Missing("tidak diketahui")
    sign = MINUS if result.improvement < 0 else "+"
    return sign + number(abs(result.improvement), 2)


def by_dimension(case: Case) -> tuple[str, list[Row]]:
    """Return the cycle and the rows of the latest result that has dimension scores.

    A row is dimension, weight, score.
    """
    cycles = case.dossier.of(Submission)
    scored = [
        r
        for r in case.dossier.of(Result).values()
        if r.scores and r.submission in cycles and _of_this_family(case, cycles[r.submission])
    ]
    latest = max(scored, key=lambda r: (cycles[r.submission].year, r.id), default=None)
    if latest is None:
        return "", []
    cycle = cycles[latest.submission]
    instrument = case.dossier.instrument(cycle)
    given = {score.node: score.score for score in latest.scores}
    rows: list[Row] = []
    for group in instrument.groups if instrument else []:
        score = given.get(group.id)
        weight = f"{number(group.weight)}%" if group.weight is not None else "–"
        shown: Cell = number(score, 2) if score is not None else Missing("tidak diketahui")
        rows.append((group.name, weight, shown))
    return cycle_name(cycle), rows
