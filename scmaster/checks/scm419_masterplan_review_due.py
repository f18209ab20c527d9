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

from scmaster.assess.case import Case
from scmaster.assess.evidence import period_of
from scmaster.assess.masterplans import standing_masterplans
from scmaster.assess.reviews import begins, due
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.indonesian import day
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
        found = due(case, masterplan, asked)
        if found is None:
            continue
        place = masterplan.span("aligned_to")
        if found.newer is not None:
            since = f"mulai berlaku pada {day(begins(found.newer))}"
            message = f"{masterplan.id} belum ditinjau sejak {found.newer.title} {since}"
            related = (Related(found.newer.span("period"), "rencana yang lebih baru"),)
            yield Finding(place, message, hint, related)
        else:
            message = (
                f"tidak satu pun rencana yang diacu {masterplan.id} berlaku pada"
                f" {period_words(asked)}"
            )
            yield Finding(place, message, hint)
