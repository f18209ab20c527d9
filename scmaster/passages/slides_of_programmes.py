"""Slides on what the city does: the pillars with their programmes, and the quick wins."""

from collections.abc import Iterator, Sequence

from scmaster.assess.case import Case
from scmaster.assess.conflicts import conflicts, usable
from scmaster.assess.masterplans import in_use
from scmaster.assess.owners import UNKNOWN, opd_name
from scmaster.assess.quick_wins import judged, ordered
from scmaster.indonesian import listing
from scmaster.model.framework import Pillar
from scmaster.model.labels import MEASURE_STATUS
from scmaster.model.masterplan import Programme, QuickWin
from scmaster.model.measure import PROMISES, Measure
from scmaster.model.wording import figure, figure_with_date, period_words
from scmaster.passages import continuity, pillars, quick_win_recap, speaker_notes
from scmaster.passages.cells import Cell, Missing
from scmaster.passages.slides import Column, Columns, Line, Points, Slide, Table

FIGURES = 2
"""Figures of a programme that its row has room for; the rest is in the notes."""


def overview(case: Case) -> Iterator[Slide]:
    """Yield how many programmes and quick wins each pillar has."""
    plan = in_use(case)
    if plan is None:
        return
    rows = pillars.summary(case, plan)
    total = rows[-1]
    yield Table(
        f"{total[1]} program tercatat, {total[3]} di antaranya berjalan",
        [
            Column("Pilar", 2.6),
            Column("Program", right=True),
            Column("Dinyatakan dalam masterplan", 1.5, right=True),
            Column("Berjalan", right=True),
            Column("Quick win", right=True),
            Column("Subdimensi terisi", 1.3),
        ],
        [Line(row, []) for row in rows],
        ["Dihitung dari program dan quick win yang tercatat dalam data kota."],
    )


def by_pillar(case: Case) -> Iterator[Slide]:
    """Yield a table of programmes for each pillar; one without any says so."""
    every = pillars.asked_for(case)
    for pillar in every:
        yield from _pillar(case, pillar, pillars.programmes_of(case, pillar.id))
    ids = {pillar.id for pillar in every}
    rest = [p for p in case.dossier.of(Programme).values() if p.pillar not in ids]
    if rest:
        yield _programmes(case, f"{len(rest)} program belum menyebut pilarnya", rest)


def _pillar(case: Case, pillar: Pillar, own: list[Programme]) -> Iterator[Slide]:
    if not own:
        names = [sub.name for sub in pillar.sub_pillars]
        lines: list[Cell] = [Missing("Belum ada program yang tercatat pada pilar ini.")]
        lines += [f"Subdimensinya: {listing(names)}."] if names else []
        yield Points(f"{pillar.name}: belum ada program tercatat", lines, [])
        return
    ids = {programme.id for programme in own}
    wins = sum(1 for q in case.dossier.of(QuickWin).values() if q.programme in ids)
    running = sum(1 for programme in own if programme.lifecycle == "running")
    counted = f"{wins} quick win" if wins else "belum ada quick win"
    title = f"{pillar.name}: {len(own)} program, {running} tercatat berjalan, {counted}"
    yield _programmes(case, title, own)


def _programmes(case: Case, title: str, own: Sequence[Programme]) -> Slide:
    return Table(
        title,
        [
            Column("Program", 3),
            Column("Perangkat daerah", 1.5),
            Column("Keadaan", 1.4),
            Column("Angka terakhir", 4),
        ],
        [_programme(case, programme) for programme in own],
        [],
    )


def _programme(case: Case, programme: Programme) -> Line:
    dossier = case.dossier
    wins = [q for q in ordered(dossier) if q.programme == programme.id]
    years = listing([str(q.year) for q in wins])
    name: Cell = [programme.name, f"quick win {years}"] if wins else programme.name
    owner: Cell = Missing(UNKNOWN)
    if programme.owner is not None:
        assumed = " (perkiraan)" if programme.owner_basis == "assumed" else ""
        owner = opd_name(dossier, programme.owner) + assumed
    shown = _latest(programme)
    figures: list[Cell] = [f"{name}: {figure_with_date(m)}" for name, m in shown[:FIGURES]]
    notes = [
        speaker_notes.of_measure(dossier, _about(programme, n), m, programme) for n, m in shown
    ]
    if not notes:
        notes = [speaker_notes.of_record(dossier, f"Program {programme.name}", programme)]
    return Line((name, owner, pillars.state(programme), _cell(figures, programme)), notes)


def _about(programme: Programme, name: str) -> str:
    return f"{programme.name}, {name}"


def _cell(figures: list[Cell], programme: Programme) -> Cell:
    """Return the lines; where there is none, why."""
    lines = [line for line in figures if isinstance(line, str)]
    if conflicts(programme):
        undecided = sum(1 for conflict in conflicts(programme) if conflict.chosen is None)
        if undecided:
            return [*lines, Missing("ada angka berselisih yang belum dipilih")]
    return [*lines] or Missing("belum ada angka")


def _latest(programme: Programme) -> list[tuple[str, Measure]]:
    """Return of each thing that is counted the latest figure, what was reached first.

    What is only promised follows, with its kind beside it.
    """
    made: dict[str, Measure] = {}
    for name, found in usable(programme):
        known = made.get(name)
        if known is None or _rank(found.measure) > _rank(known):
            made[name] = found.measure
    reached = sorted(made.items(), key=lambda pair: _rank(pair[1]), reverse=True)
    promised = [
        (m.name, m)
        for m in programme.measures
        if m.name not in made and m.value is not None and m.status in PROMISES
    ]
    return [*reached, *promised]


def _rank(measure: Measure) -> tuple[str, bool]:
    return measure.as_of.last.isoformat() if measure.as_of else "", measure.preferred


def quick_wins(case: Case) -> Iterator[Slide]:
    """Yield all quick wins at a glance, then those that are judged, each with its impact."""
    every = ordered(case.dossier)
    if not every:
        yield Points(
            "Quick win belum tercatat", [Missing("Belum ada quick win dalam data kota.")], []
        )
        return
    yield Table(
        _counted(case, len(every)),
        [
            Column("Tahun", 0.7),
            Column("Quick win", 3),
            Column("Pilar", 1.6),
            Column("Perangkat daerah", 1.5),
            Column("Kesinambungan", 1.6),
            Column("Angka dampak", 0.9, right=True),
            Column("Eviden", 0.8, right=True),
        ],
        [
            Line(
                (*row[:6], row[7]),
                [speaker_notes.of_record(case.dossier, _called(case, q), q, (), q.named_by)],
            )
            for q, row in zip(every, quick_win_recap.by_year(case), strict=True)
        ],
        [],
    )
    looked_at = {q.id for q in judged(case)}
    for quick_win in every:
        if quick_win.id in looked_at:
            yield _told(case, quick_win)
            yield from _impact(case, quick_win)


def _counted(case: Case, there: int) -> str:
    said = [f"{title}: {_said(shown)}" for title, _, shown, *_ in quick_win_recap.declared(case)]
    return f"{there} quick win tercatat" + (f" ({'; '.join(said)})" if said else "")


def _said(cell: Cell) -> str:
    return str(getattr(cell, "text", cell))


def _called(case: Case, quick_win: QuickWin) -> str:
    return f"Quick win {_said(continuity.name(case, quick_win))} ({quick_win.year})"


def _told(case: Case, quick_win: QuickWin) -> Slide:
    def said(label: str, words: str | None) -> Cell:
        return f"{label}: {words}" if words else Missing(f"{label}: belum ada keterangan")

    programme = case.dossier.get(Programme, quick_win.programme)
    partners = [*quick_win.partners, *(programme.partners if programme else [])]
    names = list(dict.fromkeys(partner.name for partner in partners))
    return Columns(
        _called(case, quick_win),
        ("Masalah dan layanan", "Manfaat dan keberlangsungan"),
        [
            said("Masalah", quick_win.problem),
            said("Layanan yang ditingkatkan", quick_win.existing_service),
            said("Mitra", listing(names) if names else None),
        ],
        [
            said("Manfaat", quick_win.public_benefit),
            said("Keberlangsungan", quick_win.sustainability),
        ],
        [speaker_notes.of_record(case.dossier, _called(case, quick_win), quick_win)],
    )


def _impact(case: Case, quick_win: QuickWin) -> Iterator[Slide]:
    """Yield the figures of impact, by what they count and then by time."""
    order = list(dict.fromkeys(measure.name for measure in quick_win.measures))
    measures = sorted(
        (m for m in quick_win.measures if m.value is not None),
        key=lambda m: (order.index(m.name), m.as_of.last.isoformat() if m.as_of else "~"),
    )
    if not measures:
        return
    about = _called(case, quick_win)
    yield Table(
        f"{about}: {len(measures)} angka dampak",
        [
            Column("Ukuran", 4),
            Column("Angka", 2),
            Column("Keadaan", 2),
            Column("Jenis", 1.5),
        ],
        [
            Line(
                (
                    measure.name,
                    figure(measure),
                    period_words(measure.as_of) if measure.as_of else Missing("tanpa tanggal"),
                    MEASURE_STATUS[measure.status] + (" (dipakai)" if measure.preferred else ""),
                ),
                [
                    speaker_notes.of_measure(
                        case.dossier, f"{about}, {measure.name}", measure, quick_win
                    )
                ],
            )
            for measure in measures
        ],
        [],
    )
