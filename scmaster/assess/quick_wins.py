"""Which quick wins an evaluation looks at."""

from scmaster.assess.case import Case
from scmaster.model.masterplan import QuickWin


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
