"""Masterplan belum disesuaikan dengan rencana pembangunan yang berlaku.

Masterplan kota cerdas adalah dokumen hidup: ia mengacu pada RPJMD, dan begitu RPJMD baru
ditetapkan, asesor menanyakan apakah masterplannya sudah ditinjau. Program di luar rencana
pembangunan yang berlaku juga sukar dianggarkan.

Salah (RPJMD baru, belum ada reviu sesudahnya):

    masterplan:
      - id: masterplan-uji
        title: Masterplan Kota Cerdas
        edition: pilar-uji
        written: 2019
        status: reviewed
        aligned_to: [rpjmd-lama]  # SCM419
        reviews:
          - {date: 2022-12, text: Disesuaikan dengan RPJMD 2021-2026.}
    planning:
      - {id: rpjmd-lama, kind: rpjmd, title: RPJMD 2021-2026, period: 2021/2026}
      - {id: rpjmd-baru, kind: rpjmd, title: RPJMD 2024-2029, period: 2024/2029}

Salah (rencana yang diacu sudah habis masa berlakunya):

    masterplan:
      - id: masterplan-uji
        title: Masterplan Kota Cerdas
        edition: pilar-uji
        status: reviewed
        aligned_to: [rpjmd-lama]  # SCM419
    planning:
      - {id: rpjmd-lama, kind: rpjmd, title: RPJMD 2016-2021, period: 2016/2021}

Benar:

    masterplan:
      - id: masterplan-uji
        title: Masterplan Kota Cerdas
        edition: pilar-uji
        written: 2019
        status: reviewed
        aligned_to: [rpjmd-lama]
        reviews:
          - {date: 2024-11, text: Disesuaikan dengan RPJMD 2024-2029.}
    planning:
      - {id: rpjmd-lama, kind: rpjmd, title: RPJMD 2021-2026, period: 2021/2026}
      - {id: rpjmd-baru, kind: rpjmd, title: RPJMD 2024-2029, period: 2024/2029}
"""

from collections.abc import Iterator
from datetime import date

from scmaster.assess.case import Case
from scmaster.assess.evidence import period_of
from scmaster.assess.masterplans import standing_masterplans
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.indonesian import day
from scmaster.model.city import Planning
from scmaster.model.masterplan import Masterplan
from scmaster.model.values import Period
from scmaster.model.wording import period_words

SEVERITY = Severity.WARNING
FAMILIES = ("komdigi", "other")


def check(case: Case) -> Iterator[Finding]:
    """Find masterplans that follow a plan of yesterday."""
    if case.submission is None:
        return
    asked = period_of(case.submission)
    hint = "catat reviu sesudahnya di 'reviews', atau tambahkan rencana itu ke 'aligned_to'"
    for masterplan in standing_masterplans(case):
        plans = [case.dossier.get(Planning, identity) for identity in masterplan.aligned_to]
        known = [plan for plan in plans if plan is not None]
        newer = _newer(case, masterplan, asked)
        if newer is not None:
            since = f"mulai berlaku pada {day(_begins(newer))}"
            message = f"{masterplan.id} belum ditinjau sejak {newer.title} {since}"
            related = (Related(newer.span("period"), "rencana yang lebih baru"),)
            yield Finding(masterplan.span("aligned_to"), message, hint, related)
        elif len(known) == len(plans) > 0 and not any(
            plan.period.overlaps(asked) for plan in known
        ):
            message = (
                f"tidak satu pun rencana yang diacu {masterplan.id} berlaku pada"
                f" {period_words(asked)}"
            )
            yield Finding(masterplan.span("aligned_to"), message, hint)


def _newer(case: Case, masterplan: Masterplan, asked: Period) -> Planning | None:
    """Find the latest RPJMD that began after the masterplan's last look at the plans."""
    looks = [review.date.last for review in masterplan.reviews]
    if masterplan.written is not None:
        looks.append(masterplan.written.last)
    if not looks:
        return None
    newer = [
        plan
        for plan in case.dossier.of(Planning).values()
        if plan.kind == "rpjmd"
        and plan.id not in masterplan.aligned_to
        and max(looks) < _begins(plan) <= asked.last
    ]
    return max(newer, key=_begins, default=None)


def _begins(plan: Planning) -> date:
    """Return when a plan took effect: the day it was enacted, where that is known."""
    enacted = plan.regulation.date if plan.regulation else None
    return max(plan.period.first, enacted.first) if enacted else plan.period.first
