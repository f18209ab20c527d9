"""The executive summary of the masterplan in use: what it aims at, promises and follows.

It speaks of the masterplan and not of a submission, so a city without any gets it too. What
is not known stands in it as unknown, and once more in a chapter of its own.
"""

from dataclasses import dataclass

from scmaster.assess.case import Case
from scmaster.assess.masterplans import in_use
from scmaster.assess.priority import ranking
from scmaster.assess.totals import recorded
from scmaster.documents import Cover, Imprint, city_cover, colophon, nameless
from scmaster.model import labels
from scmaster.model.city import Planning
from scmaster.model.masterplan import Masterplan, Programme
from scmaster.passages import (
    alignment,
    annexes,
    editions,
    masterplan,
    pillars,
    priority,
    readiness,
    recommendations,
    roadmap,
    unknowns,
)
from scmaster.passages.cells import Cell, Missing, Row, cite

TITLE = "Ringkasan Eksekutif Masterplan Kota Cerdas"
FAMILIES = frozenset({"komdigi", "other"})


@dataclass(frozen=True)
class Priorities:
    """Which programmes come first, and by what scale."""

    explained: str
    """How a value is made; that there is no scale, where there is none."""
    told: str
    """Of how many programmes everything is known, and which are not ranked."""
    scale: list[Row]
    note: str
    rows: list[Row]
    reasons: list[Row]
    """Of the first programmes."""
    asked: list[Row]
    """What assessors asked about priorities."""


@dataclass(frozen=True)
class RingkasanMasterplan:
    """Everything the template may say; it computes nothing itself."""

    cover: Cover
    city: str
    title: str
    """Of the masterplan."""
    standing: str
    review: str
    """Whether it is due to be reviewed."""
    essentials: list[Row]
    vision: list[Row]
    identity: list[Row]
    books: list[Row]
    succession: list[Row]
    stages: list[Row]
    readiness: list[Row]
    swot: list[Row]
    summary: list[Row]
    pillars: list[pillars.Part]
    priorities: Priorities
    horizons: str
    roadmap: list[Row]
    declared: list[Row]
    alignment: list[Row]
    reviews: list[Row]
    unknown: list[Row]
    note: str
    sources: list[Row]
    colophon: list[Row]


def lacks(case: Case) -> str:
    """Say what the city lacks for this document, or nothing."""
    reason = nameless(case)
    if not reason and in_use(case) is None:
        return "belum ada masterplan yang tercatat"
    return reason


def compose(case: Case, imprint: Imprint) -> RingkasanMasterplan:
    """Decide every word before the template sees it.

    Raises ValueError when `lacks` has something to say.
    """
    plan, city = in_use(case), case.dossier.city
    if lacks(case) or plan is None or city is None:
        raise ValueError(lacks(case))
    review = alignment.verdict(case, plan)
    declared = _declared(case, plan)
    printed = [
        *case.dossier.of(Masterplan).values(),
        *case.dossier.of(Programme).values(),
        *case.dossier.of(Planning).values(),
        *recommendations.speaking_of(case, priority.SUBJECT),
    ]
    return RingkasanMasterplan(
        cover=city_cover(case, imprint, TITLE, plan.title),
        city=city.name,
        title=plan.title,
        standing=_standing(plan),
        review=review,
        essentials=_essentials(case, plan, declared, review),
        vision=masterplan.vision(case, plan),
        identity=masterplan.identity(case, plan),
        books=editions.books(case, plan),
        succession=editions.succession(case, plan),
        stages=editions.stages(case, plan),
        readiness=readiness.table(case, plan),
        swot=readiness.swot(case, plan),
        summary=pillars.summary(case, plan),
        pillars=pillars.parts(case, plan),
        priorities=_priorities(case),
        horizons=roadmap.sentence(case),
        roadmap=roadmap.table(case),
        declared=declared,
        alignment=alignment.table(case, plan),
        reviews=editions.reviews(case, plan),
        unknown=unknowns.table(case, plan),
        note=plan.note or "",
        sources=annexes.sources(case, annexes.named_by(case, printed)),
        colophon=colophon(case, imprint),
    )


def _priorities(case: Case) -> Priorities:
    made = ranking(case)
    asked = recommendations.about(case, priority.SUBJECT)
    if made is None:
        return Priorities(priority.NONE, "", [], "", [], [], asked)
    told = [priority.uncertain(made), priority.stopped(made)]
    return Priorities(
        explained=priority.explained(made),
        told=" ".join(line for line in told if line),
        scale=priority.scale_rows(case),
        note=made.scale.note or "",
        rows=priority.table(case, made),
        reasons=priority.reasons(made),
        asked=asked,
    )


def _standing(plan: Masterplan) -> str:
    """Say first what decides everything else: whether it is law."""
    status = labels.MASTERPLAN_STATUS[plan.status]
    if plan.status == "enacted":
        basis = masterplan.legal_basis(plan)
        if isinstance(basis, str):
            return f"Masterplan ini sudah ditetapkan: {basis.rpartition('; ')[0]}."
        return "Masterplan ini dinyatakan sudah ditetapkan, tetapi peraturannya belum tercatat."
    return (
        f"Masterplan ini berstatus {status}: isinya belum mempunyai kekuatan hukum, dan dapat"
        " berubah sampai ditetapkan."
    )


def _declared(case: Case, plan: Masterplan) -> list[Row]:
    """Return what is said to exist: what, how many, how many are on record, source, note."""
    return [
        (
            masterplan.WHAT[total.what].capitalize(),
            str(total.count),
            _documented(recorded(case.dossier, plan, total.what), total.count),
            cite(case.dossier, total.source),
            total.note or "–",
        )
        for total in plan.declared
    ]


def _documented(there: int, declared: int) -> Cell:
    words = f"{there} dari {declared} terdokumentasi"
    if there > declared:
        words = f"{there} tercatat, lebih dari yang dinyatakan"
    return words if there == declared else Missing(words)


def _essentials(case: Case, plan: Masterplan, declared: list[Row], review: str) -> list[Row]:
    """Return the first page's label and value: what a reader in a hurry wants to know."""
    every = case.dossier.of(Programme).values()
    named = sum(1 for programme in every if programme.masterplan == plan.id)
    running = sum(1 for programme in every if programme.lifecycle == "running")
    known = {pillar.id for pillar in pillars.pillars_of(case, plan)}
    covered = {programme.pillar for programme in every} & known
    said = {str(row[0]): row[1] for row in masterplan.identity(case, plan)}
    totals: list[Row] = [
        (f"{what} yang dinyatakan", documented) for what, _, documented, *_ in declared
    ]
    return [
        ("Visi kota cerdas", plan.vision or Missing()),
        *((name, said[name]) for name in ("Status", "Dasar hukum", "Masa berlaku")),
        ("Program kota cerdas yang tercatat", f"{len(every)}, di antaranya {running} berjalan"),
        ("Dinyatakan tercantum dalam masterplan ini", f"{named} dari {len(every)} program"),
        ("Pilar yang sudah ada programnya", f"{len(covered)} dari {len(known)}"),
        *totals,
        ("Peninjauan", review),
    ]
