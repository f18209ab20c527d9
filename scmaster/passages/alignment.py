"""What the masterplan follows: plans of development, and whether it is due to be reviewed."""

from scmaster.assess.case import Case
from scmaster.assess.evidence import period_of
from scmaster.assess.masterplans import covers
from scmaster.assess.reviews import begins, due, last_look
from scmaster.indonesian import day
from scmaster.model import labels
from scmaster.model.city import Planning
from scmaster.model.masterplan import Masterplan, Programme
from scmaster.model.values import Period
from scmaster.model.wording import date_words, period_words, regulation_words
from scmaster.passages.cells import Cell, Missing, Row, marks

KINDS = ("rpjpd", "rpjmd")
"""The plans that every masterplan is held against."""


def table(case: Case, plan: Masterplan) -> list[Row]:
    """Return RPJPD and RPJMD, and what else is followed: one row a plan.

    Its cells: kind; title and vision; period; legal basis; whether the masterplan follows
    it; how many programmes name it; sources.
    """
    every = case.dossier.of(Planning).values()
    order = [*KINDS, *(kind for kind in labels.PLANNING_KIND if kind not in KINDS)]
    wanted = [p for p in every if p.kind in KINDS or p.id in plan.aligned_to]
    wanted.sort(key=lambda p: (order.index(p.kind), p.period.first, p.id))
    rows = [_row(case, plan, planning) for planning in wanted]
    for kind in reversed(KINDS):
        if not any(planning.kind == kind for planning in wanted):
            no = Missing("belum tercatat")
            rows.insert(0, (labels.PLANNING_KIND[kind], no, no, no, no, "–", Missing()))
    return rows


def _row(case: Case, plan: Masterplan, planning: Planning) -> Row:
    named = sum(1 for p in case.dossier.of(Programme).values() if planning.id in p.planning)
    title: Cell = planning.title
    if planning.vision:
        title = [planning.title, f"Visi: {planning.vision}"]
    basis: Cell = Missing("tidak diketahui")
    if planning.regulation is not None:
        status = labels.REGULATION_STATUS[planning.regulation.status]
        basis = f"{regulation_words(planning.regulation)}; {status}"
    return (
        labels.PLANNING_KIND[planning.kind],
        title,
        period_words(planning.period),
        basis,
        "diacu masterplan" if planning.id in plan.aligned_to else Missing("belum diacu masterplan"),
        str(named),
        marks(case.dossier, *planning.sources) or Missing(),
    )


def asked(case: Case) -> Period | None:
    """Return the time for which it is told whether a review is due.

    The period of the submission looked at; without one the date of the data.
    """
    if case.submission is not None:
        return period_of(case.submission)
    data = case.dossier.city.data_date if case.dossier.city else None
    return Period(data, data) if data else None


def verdict(case: Case, plan: Masterplan) -> str:
    """Say whether the masterplan is due to be reviewed, and why; or why nobody can say."""
    time, look = asked(case), last_look(plan)
    if time is None:
        return (
            "Perlu tidaknya peninjauan belum dapat dinilai, sebab pengajuan dan tanggal data"
            " belum tercatat."
        )
    if look is None and not plan.aligned_to:
        return (
            "Perlu tidaknya peninjauan belum dapat dinilai, sebab tanggal penyusunan, peninjauan,"
            " dan rencana yang diacu masterplan belum tercatat."
        )
    found, when = due(case, plan, time), period_words(time)
    if found is not None and found.newer is not None and look is not None:
        return (
            f"Perlu ditinjau: {found.newer.title} mulai berlaku pada {day(begins(found.newer))},"
            f" sedangkan masterplan terakhir disusun atau ditinjau pada {date_words(look)}."
        )
    if found is not None:
        return (
            "Perlu ditinjau: tidak satu pun rencana pembangunan yang diacu masterplan berlaku"
            f" pada {when}."
        )
    if not covers(case, plan):
        return f"Perlu ditinjau: masa berlaku masterplan tidak mencakup {when}."
    return (
        f"Tidak ditemukan alasan untuk meninjaunya sampai {when}: tidak ada RPJMD yang lebih baru"
        " daripada penyusunan atau peninjauan terakhirnya, sejauh yang tercatat."
    )
