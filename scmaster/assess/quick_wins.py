"""Which quick wins an evaluation looks at, what it asks of them, and which go on."""

from scmaster.assess.case import Case
from scmaster.assess.standing import Standing
from scmaster.link import Dossier
from scmaster.model.masterplan import QuickWin

SUBJECT = "quick win"
"""The words by which a question, or the dimension it stands in, speaks of them."""


def judged(case: Case) -> list[QuickWin]:
    """Return the quick wins of the year under evaluation, and later ones.

    Where none is recorded for that year, the latest before it stand in: they are what
    the city still shows. Without a submission, all of them.
    """
    every = list(case.dossier.of(QuickWin).values())
    if case.submission is None:
        return every
    until = [q.year for q in every if q.year <= case.submission.year]
    first = max(until, default=case.submission.year)
    return [quick_win for quick_win in every if quick_win.year >= first]


def asked_about(case: Case) -> list[Standing]:
    """Return the questions of the instrument that speak of quick wins, in its order."""
    return [
        standing
        for standing in case.standings.values()
        if SUBJECT in f"{standing.group.name} {standing.question.text}".casefold()
    ]


def ordered(dossier: Dossier) -> list[QuickWin]:
    """Return every quick win by year, then by its number in the masterplan, then by id."""
    every = dossier.of(QuickWin).values()
    return sorted(every, key=lambda q: (q.year, q.sequence is None, q.sequence or 0, q.id))


def successors(dossier: Dossier) -> dict[str, list[QuickWin]]:
    """Return, by the id of a quick win, those that go on from it."""
    made: dict[str, list[QuickWin]] = {}
    for quick_win in ordered(dossier):
        before = quick_win.continues_from
        if before is not None and before != quick_win.id:
            made.setdefault(before, []).append(quick_win)
    return made


def chains(dossier: Dossier) -> list[list[QuickWin]]:
    """Return each quick win that began something, with all that went on from it.

    Those that go on in a circle, which another rule reports, begin with the first of them.
    """
    known, every, later = dossier.of(QuickWin), ordered(dossier), successors(dossier)
    told, made = set[str](), list[list[QuickWin]]()
    beginnings = [q for q in every if q.continues_from not in known]
    for first in [*beginnings, *every]:
        chain, waiting = list[QuickWin](), [first]
        while waiting:
            quick_win = waiting.pop(0)
            if quick_win.id not in told:
                told.add(quick_win.id)
                chain.append(quick_win)
                waiting += later.get(quick_win.id, [])
        made += [chain] if chain else []
    return made
