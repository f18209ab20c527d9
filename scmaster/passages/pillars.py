"""The pillars of a masterplan with their programmes, and which sub-dimensions have one."""

from dataclasses import dataclass

from scmaster.assess.case import Case
from scmaster.assess.masterplans import in_use
from scmaster.assess.owners import UNKNOWN, opd_name
from scmaster.indonesian import listing, number, rupiah
from scmaster.model import labels
from scmaster.model.framework import Pillar
from scmaster.model.masterplan import Masterplan, Programme, QuickWin
from scmaster.model.wording import date_words, figure_with_date
from scmaster.passages.cells import Cell, Line, Missing, Row, marks
from scmaster.passages.claims import measured, stated

ELSEWHERE = "Pilar Belum Ditentukan"


@dataclass(frozen=True)
class Part:
    """A pillar as a document prints it."""

    id: str
    name: str
    coverage: str
    """Which sub-dimensions have a programme, and which have none."""
    rows: list[Row]
    """Its programmes."""


def parts(case: Case, plan: Masterplan) -> list[Part]:
    """Return the pillars of the masterplan's edition, and the programmes outside them."""
    pillars = pillars_of(case, plan)
    made = []
    for pillar in pillars:
        own = programmes_of(case, pillar.id)
        name = f"{pillar.name} ({pillar.indonesian})" if pillar.indonesian else pillar.name
        rows = [_row(case, plan, p) for p in own]
        made.append(Part(pillar.id, name, _coverage(pillar, own), rows))
    others = _outside(case, pillars)
    if others:
        told = "Program ini belum menyebut pilarnya, atau pilarnya di luar edisi masterplan."
        rows = [_row(case, plan, p) for p in others]
        made.append(Part("lainnya", ELSEWHERE, told, rows))
    return made


def pillars_of(case: Case, plan: Masterplan) -> list[Pillar]:
    """Return the pillars of the edition that a masterplan uses, in the edition's order."""
    edition = case.dossier.frameworks.editions.get(plan.edition)
    return edition.pillars if edition else []


def asked_for(case: Case) -> list[Pillar]:
    """Return the pillars of the masterplan in use; without one, those of the instrument."""
    plan = in_use(case)
    if plan and (known := pillars_of(case, plan)):
        return known
    named = case.instrument.edition if case.instrument else None
    edition = case.dossier.frameworks.editions.get(named) if named else None
    return edition.pillars if edition else []


def programmes_of(case: Case, pillar: str) -> list[Programme]:
    """Return the programmes of a pillar by name."""
    every = case.dossier.of(Programme).values()
    return sorted((p for p in every if p.pillar == pillar), key=_by_name)


def _by_name(programme: Programme) -> tuple[str, str]:
    return (programme.name.casefold(), programme.id)


def _outside(case: Case, pillars: list[Pillar]) -> list[Programme]:
    known = {pillar.id for pillar in pillars}
    every = case.dossier.of(Programme).values()
    return sorted((p for p in every if p.pillar not in known), key=_by_name)


def summary(case: Case, plan: Masterplan) -> list[Row]:
    """Return a row a pillar, and the sum.

    Its cells: pillar, programmes, those a source counts to this masterplan, those running,
    quick wins, sub-dimensions that have a programme.
    """
    pillars = pillars_of(case, plan)
    groups = [(p.name, programmes_of(case, p.id), _share(case, p)) for p in pillars]
    if others := _outside(case, pillars):
        groups.append((ELSEWHERE.capitalize(), others, "–"))
    every = [programme for _, own, _ in groups for programme in own]
    return [_counted(case, plan, *group) for group in [*groups, ("Jumlah", every, "–")]]


def _counted(case: Case, plan: Masterplan, name: str, own: list[Programme], share: Cell) -> Row:
    ids = {programme.id for programme in own}
    counts = (
        len(own),
        sum(1 for programme in own if programme.masterplan == plan.id),
        sum(1 for programme in own if programme.lifecycle == "running"),
        len([q for q in case.dossier.of(QuickWin).values() if q.programme in ids]),
    )
    return (name, *map(str, counts), share)


def _share(case: Case, pillar: Pillar) -> Cell:
    """Write how many sub-dimensions have a programme: 2 dari 3; or that nobody can say."""
    own = programmes_of(case, pillar.id)
    if own and not any(programme.sub_pillar for programme in own):
        return Missing("belum dicatat")
    covered = {programme.sub_pillar for programme in own}
    has = sum(1 for sub in pillar.sub_pillars if sub.id in covered)
    return f"{has} dari {len(pillar.sub_pillars)}"


def _coverage(pillar: Pillar, own: list[Programme]) -> str:
    """Say which sub-dimensions have a programme; those that say none may cover others."""
    if not own:
        names = listing([sub.name for sub in pillar.sub_pillars])
        none = "Belum ada program yang tercatat pada pilar ini"
        return f"{none}; subdimensinya: {names}." if names else f"{none}."
    said = {programme.sub_pillar for programme in own}
    has = [sub.name for sub in pillar.sub_pillars if sub.id in said]
    lacks = [sub.name for sub in pillar.sub_pillars if sub.id not in said]
    told = [f"Subdimensi yang sudah ada programnya: {listing(has)}."] if has else []
    silent = sum(1 for programme in own if programme.sub_pillar is None)
    if silent:
        which = f"{silent} dari {len(own)} program belum menyebut subdimensinya"
        if silent == len(own):
            which = "Tidak satu pun program pada pilar ini menyebut subdimensinya"
        rest = f", sehingga belum dapat dipastikan apakah subdimensi {listing(lacks)} tercakup"
        told.append(f"{which}{rest if lacks else ''}.")
    elif lacks:
        told.append(f"Belum ada program untuk subdimensi {listing(lacks)}.")
    guessed = sum(1 for programme in own if programme.pillar_basis == "assumed")
    if guessed:
        told.append(
            f"Penempatan {guessed} dari {len(own)} program pada pilar ini adalah perkiraan, bukan"
            " pernyataan sumber."
        )
    return " ".join(told)


def _row(case: Case, plan: Masterplan, programme: Programme) -> Row:
    """Return name, owner, state, figures, sources of a programme."""
    owner: Cell = Missing(UNKNOWN)
    if programme.owner is not None:
        assumed = " (perkiraan)" if programme.owner_basis == "assumed" else ""
        owner = opd_name(case.dossier, programme.owner) + assumed
    return (
        _name(case, plan, programme),
        owner,
        state(programme),
        _figures(case, programme),
        marks(case.dossier, *programme.sources) or Missing(),
    )


def _name(case: Case, plan: Masterplan, programme: Programme) -> Cell:
    """Return the name, earlier names, sub-dimension, and the edition that holds it."""
    lines: list[Line] = [programme.name]
    lines += [f"sebelumnya {old.name}" for old in programme.renamed_from]
    sub = case.dossier.frameworks.sub_pillars().get(programme.sub_pillar or "")
    if sub is not None:
        lines.append(f"subdimensi {sub.name}")
    if programme.masterplan == plan.id:
        lines.append("tercantum dalam masterplan ini")
    elif other := case.dossier.get(Masterplan, programme.masterplan):
        lines.append(f"tercantum dalam {other.title}")
    return lines


def state(programme: Programme) -> Cell:
    """Say where a programme stands, and how far it is."""
    lines: list[Line] = []
    if programme.lifecycle is not None:
        lines.append(labels.LIFECYCLE[programme.lifecycle])
    if programme.progress is not None:
        when = f", {date_words(programme.progress_as_of)}" if programme.progress_as_of else ""
        lines.append(f"kemajuan {number(programme.progress)}%{when}")
    return lines or Missing("tidak diketahui")


def _figures(case: Case, programme: Programme) -> Cell:
    """Return the known figures and the money of a programme, each with its source's number."""
    dossier, lines = case.dossier, list[Line]()
    for place, measure in enumerate(programme.measures):
        if measure.value is not None:
            words = f"{measure.name}: {figure_with_date(measure)}"
            shown = f"{words} {marks(dossier, measure.source)}".strip()
            about = f"Program {programme.name}: {measure.name}"
            lines.append(measured(dossier, shown, about, measure, programme, "measures", place))
    for place, budget in enumerate(programme.budget):
        money = f"{rupiah(budget.amount)} ({labels.FUNDING[budget.funding]})"
        shown = f"Anggaran {budget.year}: {money} {marks(dossier, budget.source)}".strip()
        about = f"Program {programme.name}: anggaran {budget.year}"
        lines.append(
            stated(
                dossier,
                shown,
                about,
                programme,
                "budget",
                place,
                "amount",
                evidence=[budget.evidence],
                sources=[budget.source],
            )
        )
    return lines or Missing("belum ada angka")
