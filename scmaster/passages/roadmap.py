"""The road map: programmes by horizon, with the years planned and what became of them."""

from scmaster.assess.case import Case
from scmaster.indonesian import listing
from scmaster.model import labels
from scmaster.model.masterplan import Programme, QuickWin
from scmaster.model.wording import date_words
from scmaster.passages.cells import Line, Missing, Row
from scmaster.passages.pillars import state

UNSAID = "jangka belum ditentukan"


def table(case: Case) -> list[Row]:
    """Return the programmes, each horizon with a row of its name.

    The cells of a programme: name, pillar, when, state.
    """
    rows: list[Row] = []
    for name, own in _grouped(case):
        rows.append((f"{name.capitalize()}: {len(own)} program",))
        rows += [_row(case, programme) for programme in own]
    return rows


def sentence(case: Case) -> str:
    """Say how the programmes divide over the horizons."""
    every = case.dossier.of(Programme)
    told = {name: len(own) for name, own in _grouped(case)}
    silent = told.pop(UNSAID, 0)
    if not every:
        return "Belum ada program yang tercatat."
    if not told:
        return (
            f"Tidak satu pun dari {len(every)} program yang tercatat menyebut jangkanya, sehingga"
            " peta jalan menurut jangka belum dapat disusun. Programnya didaftar menurut tahun."
        )
    parts = listing([f"{count} {name}" for name, count in told.items()])
    rest = f", sedangkan {silent} belum menyebut jangkanya" if silent else ""
    return f"Dari {len(every)} program yang tercatat: {parts}{rest}."


def horizon(case: Case, programme: Programme) -> str:
    """Return the horizon of a programme: as declared, else that of a quick win it has."""
    if programme.horizon is not None:
        return labels.HORIZON[programme.horizon]
    return labels.HORIZON["quick_win"] if _quick_wins(case, programme) else UNSAID


def _grouped(case: Case) -> list[tuple[str, list[Programme]]]:
    """Return the horizons that have programmes, the shortest first, each by year."""
    groups: dict[str, list[Programme]] = {}
    for programme in case.dossier.of(Programme).values():
        groups.setdefault(horizon(case, programme), []).append(programme)
    names = [name for name in [*labels.HORIZON.values(), UNSAID] if name in groups]
    return [(name, sorted(groups[name], key=_by_year)) for name in names]


def _by_year(programme: Programme) -> tuple[int, str, str]:
    """Order by the first year known; those of no known year come last."""
    years = [*programme.planned_years]
    if programme.started is not None:
        years.append(programme.started.year)
    return (min(years, default=9999), programme.name.casefold(), programme.id)


def _quick_wins(case: Case, programme: Programme) -> list[QuickWin]:
    own = [q for q in case.dossier.of(QuickWin).values() if q.programme == programme.id]
    return sorted(own, key=lambda q: q.year)


def _row(case: Case, programme: Programme) -> Row:
    pillar = case.dossier.frameworks.pillars().get(programme.pillar or "")
    return (
        programme.name,
        pillar.name if pillar else Missing("belum ditentukan"),
        _when(case, programme) or Missing("tidak diketahui"),
        state(programme),
    )


def _when(case: Case, programme: Programme) -> list[Line]:
    """Return the years planned, those as a quick win, and when it ran, as far as known."""
    lines: list[Line] = []
    if programme.planned_years:
        years = listing([str(year) for year in sorted(programme.planned_years)])
        lines.append(f"rencana {years}")
    lines += [f"quick win {q.year}" for q in _quick_wins(case, programme)]
    if programme.started is not None:
        lines.append(f"sejak {date_words(programme.started)}")
    if programme.ended is not None:
        lines.append(f"sampai {date_words(programme.ended)}")
    return lines
