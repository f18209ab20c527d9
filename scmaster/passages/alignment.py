"""What the masterplan follows: plans of development, and whether it is due to be reviewed."""

from scmaster.assess.case import Case
from scmaster.assess.evidence import period_of
from scmaster.assess.reviews import begins, due, last_look
from scmaster.indonesian import day, listing
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

    Its cells: kind and period; vision; legal basis; whether the masterplan follows it; how
    many programmes name it; sources.
    """
    every = case.dossier.of(Planning).values()
    order = [*KINDS, *(kind for kind in labels.PLANNING_KIND if kind not in KINDS)]
    wanted = [p for p in every if p.kind in KINDS or p.id in plan.aligned_to]
    wanted.sort(key=lambda p: (order.index(p.kind), p.period.first, p.id))
    rows = [_row(case, plan, planning) for planning in wanted]
    for kind in reversed(KINDS):
        if not any(planning.kind == kind for planning in wanted):
            no = Missing("belum tercatat")
            rows.insert(0, (labels.PLANNING_KIND[kind], no, no, no, "–", Missing()))
    return rows


def _row(case: Case, plan: Masterplan, planning: Planning) -> Row:
    every = case.dossier.of(Programme).values()
    basis: Cell = Missing("tidak diketahui")
    if planning.regulation is not None:
        untitled = planning.regulation.model_copy(update={"title": None})
        status = labels.REGULATION_STATUS[planning.regulation.status]
        basis = f"{regulation_words(untitled)}; {status}"
    return (
        f"{labels.PLANNING_KIND[planning.kind]} {period_words(planning.period)}",
        planning.vision or Missing("tidak diketahui"),
        basis,
        "diacu masterplan" if planning.id in plan.aligned_to else Missing("belum diacu masterplan"),
        str(sum(1 for programme in every if planning.id in programme.planning)),
        marks(case.dossier, *planning.sources) or Missing(),
    )


def asked(case: Case) -> Period | None:
    """Return the time for which it is told whether a review is due.

    The date of the data; where that is not on record the period of the submission.
    """
    data = case.dossier.city.data_date if case.dossier.city else None
    if data is not None:
        return Period(data, data)
    return period_of(case.submission) if case.submission else None


def verdict(case: Case, plan: Masterplan) -> str:
    """Say whether the masterplan is due to be reviewed, and why; or why nobody can say."""
    time, look = asked(case), last_look(plan)
    if time is None:
        return (
            "Perlu tidaknya peninjauan belum dapat dinilai, sebab pengajuan dan tanggal data"
            " belum tercatat."
        )
    if reasons := _reasons(case, plan, time):
        seen = f" Terakhir disusun atau ditinjau: {date_words(look)}." if look else ""
        return f"Perlu ditinjau: {listing(reasons)}.{seen}"
    if look is None and not plan.aligned_to:
        return (
            "Perlu tidaknya peninjauan belum dapat dinilai, sebab tanggal penyusunan, peninjauan,"
            " dan rencana yang diacu masterplan belum tercatat."
        )
    return (
        f"Tidak ada alasan untuk meninjaunya sampai {period_words(time)}: tidak tercatat RPJMD"
        " yang lebih baru daripada penyusunan atau peninjauan terakhirnya."
    )


def _reasons(case: Case, plan: Masterplan, time: Period) -> list[str]:
    """Return why a review is due at a time, each as part of a sentence."""
    made, found = [], due(case, plan, time)
    if found is not None and found.newer is not None:
        newer, since = found.newer, day(begins(found.newer))
        if newer.regulation is not None and newer.regulation.status == "enacted":
            made.append(f"{newer.title} mulai berlaku pada {since}")
        else:
            made.append(f"masa {newer.title} mulai {since}, walau penetapannya belum tercatat")
    elif found is not None:
        made.append(
            "tidak satu pun rencana pembangunan yang diacu masterplan berlaku pada"
            f" {period_words(time)}"
        )
    if plan.period is not None and plan.period.last < time.first:
        made.append(f"masa berlaku masterplan berakhir pada {date_words(plan.period.end)}")
    return made
