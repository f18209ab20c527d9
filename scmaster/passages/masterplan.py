"""The masterplan: how it stands, what it follows, what it promised, its programmes."""

from scmaster.assess.case import Case
from scmaster.assess.owners import opd_name
from scmaster.assess.totals import recorded
from scmaster.model import labels
from scmaster.model.city import Planning
from scmaster.model.masterplan import Masterplan, Programme
from scmaster.model.measure import NamedMeasure
from scmaster.model.wording import date_words, figure_with_date, period_words, regulation_words
from scmaster.passages.cells import Cell, Line, Missing, Row, cite
from scmaster.passages.claims import measured, stated
from scmaster.passages.footnotes import noted

WHAT = {
    "quick_wins": "quick win",
    "indicators": "indikator",
    "programmes": "program",
    "books": "buku",
}


def standing(case: Case, plan: Masterplan) -> list[Row]:
    """Return label and value of what there is to know of an edition."""
    books: Cell = [f"Buku {b.number}: {b.title}" for b in plan.books] or Missing()
    reviews: Cell = [
        f"{date_words(r.date)}: {r.text}" + (f" (bersama {r.partner})" if r.partner else "")
        for r in plan.reviews
    ] or Missing()
    others: list[Line] = [
        f"{m.title} ({labels.MASTERPLAN_STATUS[m.status]})"
        for m in case.dossier.of(Masterplan).values()
        if m is not plan
    ]
    return [
        *identity(case, plan),
        *vision(case, plan),
        ("Susunan buku", books),
        ("Reviu", reviews),
        ("Edisi lain", others or "–"),
        ("Catatan", plan.note or "–"),
    ]


def identity(case: Case, plan: Masterplan) -> list[Row]:
    """Return label and value of what an edition is: its title, times, status, legal basis."""
    edition = case.dossier.frameworks.editions.get(plan.edition)
    return [
        ("Judul", noted(case.dossier, plan.title, plan.sources)),
        ("Disusun", date_words(plan.written) if plan.written else Missing("tidak diketahui")),
        ("Masa berlaku", period_words(plan.period) if plan.period else Missing("tidak diketahui")),
        ("Status", labels.MASTERPLAN_STATUS[plan.status]),
        ("Dasar hukum", legal_basis(plan)),
        ("Edisi pilar", edition.name if edition else plan.edition),
    ]


def legal_basis(plan: Masterplan) -> str | Missing:
    """Name the regulation of an edition and how far it has come."""
    if plan.regulation is None:
        return Missing("belum ditetapkan dengan peraturan")
    status = labels.REGULATION_STATUS[plan.regulation.status]
    return f"{regulation_words(plan.regulation)}; {status}"


def vision(case: Case, plan: Masterplan) -> list[Row]:
    """Return label and value of what an edition aims at, in the city's own words."""

    def said(words: str | None, part: str, *path: str | int, number: str = "") -> Line:
        if words is None:
            return Missing()
        about = f"Masterplan: {part}"
        return stated(case.dossier, number + words, about, plan, *path, sources=plan.sources)

    missions = [
        said(text, f"misi {n}", "missions", n - 1, number=f"{n}. ")
        for n, text in enumerate(plan.missions, start=1)
    ]
    return [
        ("Tema", said(plan.theme, "tema", "theme")),
        ("Visi kota cerdas", said(plan.vision, "visi", "vision")),
        ("Misi kota cerdas", missions or Missing()),
    ]


def declared(case: Case, plan: Masterplan) -> list[Row]:
    """Return what is said to exist beside what is recorded, and where it was said."""
    return [
        (
            WHAT[total.what].capitalize(),
            str(total.count),
            str(recorded(case.dossier, plan, total.what)),
            cite(case.dossier, total.source),
        )
        for total in plan.declared
    ]


def alignment(case: Case, plan: Masterplan) -> list[Row]:
    """Return the RPJMDs: title, period, legal basis, and whether the masterplan follows it."""
    every = [p for p in case.dossier.of(Planning).values() if p.kind == "rpjmd"]
    rows: list[Row] = []
    for rpjmd in sorted(every, key=lambda p: (p.period.first, p.id)):
        follows = rpjmd.id in plan.aligned_to
        rows.append(
            (
                rpjmd.title,
                period_words(rpjmd.period),
                regulation_words(rpjmd.regulation) if rpjmd.regulation else Missing(),
                "diacu masterplan" if follows else Missing("belum diacu masterplan"),
            )
        )
    return rows


def programmes(case: Case) -> list[Row]:
    """Return every programme by pillar: pillar, name, owner, state, figures, source."""
    pillars = case.dossier.frameworks.pillars()
    order = {name: place for place, name in enumerate(pillars)}
    every = sorted(
        case.dossier.of(Programme).values(),
        key=lambda p: (order.get(p.pillar or "", len(order)), p.name),
    )
    return [_programme(case, programme) for programme in every]


def _programme(case: Case, programme: Programme) -> Row:
    pillars = case.dossier.frameworks.pillars()
    pillar: Cell = Missing("belum ditentukan")
    if programme.pillar in pillars:
        assumed = " (perkiraan)" if programme.pillar_basis == "assumed" else ""
        pillar = pillars[programme.pillar].name + assumed
    owner: Cell = Missing("belum ditunjuk")
    if programme.owner is not None:
        assumed = " (perkiraan)" if programme.owner_basis == "assumed" else ""
        owner = opd_name(case.dossier, programme.owner) + assumed
    former = [f"sebelumnya {old.name}" for old in programme.renamed_from]
    figures: Cell = [
        _figure(case, programme, place, measure) for place, measure in enumerate(programme.measures)
    ] or Missing()
    state = labels.LIFECYCLE[programme.lifecycle] if programme.lifecycle else None
    return (pillar, [programme.name, *former], owner, state or Missing("tidak diketahui"), figures)


def _figure(case: Case, programme: Programme, place: int, measure: NamedMeasure) -> Line:
    words = f"{measure.name}: {figure_with_date(measure)}"
    if measure.value is None:
        return words
    about = f"Program {programme.name}: {measure.name}"
    return measured(case.dossier, words, about, measure, programme, "measures", place)
