"""The pillars: their programmes, and what is measured, beside what was promised."""

from collections.abc import Iterator
from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.assess.conflicts import conflicts, usable
from scmaster.assess.figures import Figure
from scmaster.assess.masterplans import in_use
from scmaster.assess.owners import opd_name
from scmaster.assess.progress import progress
from scmaster.dashboard.leading import to_record
from scmaster.dashboard.page import (
    Cell,
    Page,
    Part,
    Row,
    Said,
    Section,
    Table,
    Trend,
    Words,
    columns,
    drawn,
)
from scmaster.indonesian import half_up, number
from scmaster.model.masterplan import Indicator, Programme
from scmaster.model.wording import figure, figure_with_date
from scmaster.passages import indicators as told
from scmaster.passages import pillars as parts_of
from scmaster.passages import progress_chart
from scmaster.passages.cells import Missing

NAME = "pilar.html"
DISPUTED = "angka berselisih"
_ELSEWHERE = "Pilar belum ditentukan"


def page(case: Case) -> Page:
    """Return the pillars with their programmes and indicators."""
    plan = in_use(case)
    sections: list[Section] = []
    if plan is not None:
        titles = ("Pilar", "Program", "Dalam masterplan", "Berjalan", "Quick win", "Subdimensi")
        rows = parts_of.summary(case, plan)
        table = Table("Program menurut pilar", columns(*titles, numbers=5), rows, fixed=True)
        figure_ = progress_chart.indicators(case)
        sections.append(Section("Keseluruhan", [table, *drawn(figure_.chart, figure_.note)]))
    disputed = told.disputed(case)
    if disputed:
        head = columns("Angka", "Dipakai", "Yang lain", "Alasan")
        parts: list[Part] = [Table("Angka yang berselisih", head, disputed)]
        sections.append(Section("Angka yang berselisih", parts, "berselisih"))
    sections += _sections(case)
    words = f"Masterplan: {plan.title}." if plan else "Masterplan belum tercatat."
    lead = [to_record(words, plan.id)] if plan else [Missing(words)]
    return Page(NAME, "Pilar, program, dan indikator", lead, sections, "Pilar")


def _sections(case: Case) -> Iterator[Section]:
    names = {p.id: p.name for p in case.dossier.frameworks.pillars().values()}
    programmes = list(case.dossier.of(Programme).values())
    measured = list(case.dossier.of(Indicator).values())
    for pillar, name in [*names.items(), ("", _ELSEWHERE)]:
        own = sorted(
            (p for p in programmes if (p.pillar if p.pillar in names else "") == pillar),
            key=lambda p: (p.name.casefold(), p.id),
        )
        theirs = [i for i in measured if (_pillar(case, i, names) or "") == pillar]
        if not own and not theirs:
            continue
        parts: list[Part] = []
        if own:
            titles = ("Program", "Perangkat daerah", "Keadaan", "Angka")
            rows = [programme_row(case, one) for one in own]
            parts.append(Table(f"Program {name}", columns(*titles), rows))
        if theirs:
            parts.append(indicator_table(case, f"Indikator {name}", theirs))
        if not own:
            parts.insert(0, Words(Missing("Belum ada program tercatat pada pilar ini.")))
        yield Section(name, parts, f"pilar-{pillar or 'lain'}")


def _pillar(case: Case, indicator: Indicator, known: dict[str, str]) -> str | None:
    """Return the pillar of an indicator: its own, else that of what it measures."""
    if indicator.pillar in known:
        return indicator.pillar
    measured = (case.dossier.get(Programme, name) for name in indicator.belongs_to)
    return next((p.pillar for p in measured if p and p.pillar in known), None)


def programme_row(case: Case, programme: Programme) -> Row:
    """Return name, owner, state and the latest figures of a programme."""
    owner: Cell = Missing("belum ditunjuk")
    if programme.owner:
        assumed = " (perkiraan)" if programme.owner_basis == "assumed" else ""
        owner = opd_name(case.dossier, programme.owner) + assumed
    return (
        to_record(programme.name, programme.id),
        owner,
        parts_of.state(programme),
        _figures(programme),
    )


def _figures(programme: Programme) -> Cell:
    disputed = {f.path for c in conflicts(programme) for f in c.figures}
    lines: list[Said] = []
    for place, measure in enumerate(programme.measures):
        if measure.value is not None:
            words = f"{measure.name}: {figure_with_date(measure)}"
            lines.append(to_record(words, programme.id, f"measures.{place}.value"))
            lines += [Missing(DISPUTED)] if ("measures", place) in disputed else []
    return lines or Missing("belum ada angka")


def indicator_table(case: Case, caption: str, own: list[Indicator]) -> Table:
    """Return indicators beside their targets; a figure in dispute is marked."""
    titles = (
        "Indikator",
        "Perangkat daerah",
        "Target",
        "Capaian",
        "Dari target",
        "● capaian, □ target",
    )
    return Table(caption, columns(*titles), [_indicator(case, one) for one in own])


def _indicator(case: Case, indicator: Indicator) -> Row:
    owner: Cell = indicator.issuer or Missing("belum ditunjuk")
    owner = opd_name(case.dossier, indicator.owner) if indicator.owner else owner
    made = progress(indicator)
    share: Cell = Missing("belum dapat dihitung")
    if made is not None:
        word = "tercapai" if made.reached else "di bawah target"
        share = f"{number(half_up(made.percent, 1))}% pada {made.target.year} ({word})"
    return (
        to_record(f"{indicator.name} ({indicator.unit})", indicator.id),
        owner,
        [
            to_record(f"{t.year}: {number(t.value)} (target)", indicator.id, f"targets.{n}.value")
            for n, t in enumerate(indicator.targets)
        ]
        or Missing("belum ada target"),
        _actuals(indicator),
        share,
        _trend(indicator) or Missing("belum ada angka"),
    )


def _actuals(indicator: Indicator) -> Cell:
    disputed = {f.path for c in conflicts(indicator) for f in c.figures}
    lines: list[Said] = []
    for place, actual in enumerate(indicator.actuals):
        if actual.value is not None:
            words = figure_with_date(actual, indicator.unit)
            words += " – dipakai" if actual.preferred else ""
            lines.append(to_record(words, indicator.id, f"actuals.{place}.value"))
            lines += [Missing(DISPUTED)] if ("actuals", place) in disputed else []
    return lines or Missing("belum diukur")


def _trend(indicator: Indicator) -> Trend | None:
    """Draw what was reached, a figure a year, beside the targets; None without a figure.

    What is in dispute is not drawn, nor is what was only promised.
    """
    reached: dict[int, Figure] = {}
    for _, found in usable(indicator):
        time = found.measure.as_of
        if found.path[0] != "targets" and time is not None:
            last = reached.get(time.last.year)
            if last is None or _later(found, last):
                reached[time.last.year] = found
    promised = {target.year: target.value for target in indicator.targets}
    if not reached:
        return None
    years = tuple(range(min({*reached, *promised}), max({*reached, *promised}) + 1))
    words = [
        f"{year}: {figure(reached[year].measure, indicator.unit)}"
        + (f", target {number(promised[year])}" if year in promised else "")
        for year in sorted(reached)
    ]
    return Trend(
        years,
        tuple(_value(reached.get(year)) for year in years),
        tuple(promised.get(year) for year in years),
        "; ".join(words),
    )


def _value(found: Figure | None) -> Decimal | None:
    return found.measure.value if found else None


def _later(one: Figure, other: Figure) -> bool:
    mine, theirs = one.measure, other.measure
    if mine.preferred != theirs.preferred:
        return mine.preferred
    return bool(mine.as_of and theirs.as_of and mine.as_of.last > theirs.as_of.last)
