"""What a quick win has done, figure by figure over time."""

from scmaster.assess.case import Case
from scmaster.model.labels import MEASURE_STATUS
from scmaster.model.masterplan import QuickWin
from scmaster.model.measure import NamedMeasure
from scmaster.model.wording import figure, period_words
from scmaster.passages.cells import Cell, Missing, Row, origin_of
from scmaster.passages.claims import measured

Placed = tuple[int, NamedMeasure]
"""A measure with its place in the record."""


def over_time(case: Case, quick_win: QuickWin, name: str) -> list[Row]:
    """Return the figures by what they count, each with a row of its own, oldest first.

    The cells of a figure: when, how much, what kind of figure, note, source. `name` is
    what the quick win is called.
    """
    grouped: dict[str, list[Placed]] = {}
    for placed in enumerate(quick_win.measures):
        grouped.setdefault(placed[1].name, []).append(placed)
    rows: list[Row] = []
    for counted, figures in grouped.items():
        rows.append((counted,))
        rows += [_row(case, quick_win, name, placed) for placed in sorted(figures, key=_time)]
    return rows


def _time(placed: Placed) -> tuple[str, int]:
    """Order by the day a figure ends to hold; undated ones come last, as they are written."""
    place, measure = placed
    return (measure.as_of.last.isoformat() if measure.as_of else "~", place)


def _row(case: Case, quick_win: QuickWin, name: str, placed: Placed) -> Row:
    place, measure = placed
    shown: Cell = Missing("tidak diketahui")
    if measure.value is not None:
        about = f"Quick win {name} ({quick_win.year}): {measure.name}"
        words = figure(measure)
        shown = measured(case.dossier, words, about, measure, quick_win, "measures", place)
    notes = [text for text in (measure.reason, measure.note) if text]
    return (
        period_words(measure.as_of) if measure.as_of else Missing("tanpa tanggal"),
        shown,
        MEASURE_STATUS[measure.status] + (" (dipakai)" if measure.preferred else ""),
        list(notes) or "–",
        origin_of(case.dossier, measure, quick_win.sources),
    )
