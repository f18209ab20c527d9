"""How many there are on record of what is said to exist."""

from scmaster.link import Dossier
from scmaster.model.masterplan import Indicator, Masterplan, Programme, QuickWin


def recorded(dossier: Dossier, plan: Masterplan, what: str) -> int:
    """Count the records of a masterplan.

    `what` is one of `quick_wins`, `indicators`, `programmes`, `books`. A quick win that goes
    on from year to year is one quick win: it is counted by its programme.
    """
    quick_wins = [q for q in dossier.of(QuickWin).values() if q.masterplan == plan.id]
    programmes = {p.id for p in dossier.of(Programme).values() if p.masterplan == plan.id}
    if what == "quick_wins":
        return len({quick_win.programme for quick_win in quick_wins})
    if what == "programmes":
        return len(programmes)
    if what == "books":
        return len(plan.books)
    own = programmes | {q.id for q in quick_wins} | {plan.id}
    return sum(1 for i in dossier.of(Indicator).values() if own & set(i.belongs_to))
