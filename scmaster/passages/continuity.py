"""Quick wins from year to year: which are new, which go on, under which names."""

from scmaster.assess.case import Case
from scmaster.assess.quick_wins import chains, ordered, successors
from scmaster.model.masterplan import Programme, QuickWin
from scmaster.passages.cells import Cell, Line, Missing, Row


def by_year(case: Case) -> list[Row]:
    """Return a row a year: year, quick wins, new ones, those that go on, those gone on with."""
    grouped: dict[int, list[QuickWin]] = {}
    for quick_win in ordered(case.dossier):
        grouped.setdefault(quick_win.year, []).append(quick_win)
    later, rows = successors(case.dossier), list[Row]()
    for year, every in grouped.items():
        new = sum(1 for q in every if q.continues_from is None)
        kept = sum(1 for q in every if q.id in later)
        counts = (len(every), new, len(every) - new, kept)
        rows.append((str(year), *map(str, counts)))
    return rows


def table(case: Case) -> list[Row]:
    """Return each quick win that began something: it, what went on from it, earlier names."""
    return [_row(case, chain) for chain in chains(case.dossier)]


def _row(case: Case, chain: list[QuickWin]) -> Row:
    first, *rest = chain
    later: list[Line] = [f"{q.year}: {name(case, q)}" for q in rest]
    return (
        f"{first.year}: {name(case, first)}",
        later or Missing("belum ada lanjutan yang tercatat"),
        former_names(case, chain) or "–",
    )


def name(case: Case, quick_win: QuickWin) -> str:
    """Return what a quick win is called: the name of its programme."""
    programme = case.dossier.get(Programme, quick_win.programme)
    return programme.name if programme else quick_win.programme


def former_names(case: Case, chain: list[QuickWin]) -> list[Line]:
    """Return what the programmes of some quick wins were called before."""
    programmes = [case.dossier.get(Programme, q.programme) for q in chain]
    return list(
        dict.fromkeys(
            old.name for programme in programmes if programme for old in programme.renamed_from
        )
    )


def origin(case: Case, quick_win: QuickWin) -> Cell:
    """Say whether a quick win is new, or from which one it goes on, named where it differs."""
    if quick_win.continues_from is None:
        return "baru"
    before = case.dossier.get(QuickWin, quick_win.continues_from)
    if before is None:
        return Missing("lanjutan yang asalnya tidak dikenal")
    earlier = name(case, before)
    return f"lanjutan {before.year}" + (f": {earlier}" if earlier != name(case, quick_win) else "")
