"""Dewan rapat tanpa seorang pun dari luar pemerintah.

Pihak luar yang namanya ada di keputusan tetapi tidak pernah hadir ditulis asesor sebagai
kelemahan: dewan dianggap berjalan di atas kertas. Yang diperiksa dewan yang mempunyai
anggota dari luar, dan rapatnya pada periode pengajuan yang unsur hadirnya dicatat.

Salah:

    bodies:
      - id: dewan-uji
        kind: dewan
        name: Dewan Smart City
        members:
          - {name: Institut Teknologi Kalimantan, sector: academia}
        meetings:
          - date: 2024-05-22
            title: Rapat kerja
            sectors: [government]  # SCM341

Benar:

    bodies:
      - id: dewan-uji
        kind: dewan
        name: Dewan Smart City
        members:
          - {name: Institut Teknologi Kalimantan, sector: academia}
        meetings:
          - date: 2024-05-22
            title: Rapat kerja
            sectors: [government, academia]

Benar (salah satu rapat dihadiri pihak luar):

    bodies:
      - id: dewan-uji
        kind: dewan
        name: Dewan Smart City
        members:
          - {name: Institut Teknologi Kalimantan, sector: academia}
        meetings:
          - {date: 2024-02-10, title: Rapat persiapan, sectors: [government]}
          - {date: 2024-05-22, title: Rapat kerja, sectors: [government, business]}

Benar (anggota dari luar disebut hadir):

    bodies:
      - id: dewan-uji
        kind: dewan
        name: Dewan Smart City
        members:
          - {name: Institut Teknologi Kalimantan, sector: academia}
        meetings:
          - date: 2024-05-22
            title: Rapat kerja
            sectors: [government]
            members: [Institut Teknologi Kalimantan]
"""

from collections.abc import Iterator

from scmaster.assess.attendance import sectors_at
from scmaster.assess.case import Case
from scmaster.assess.evidence import period_of
from scmaster.assess.meetings import within
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.governance import Body
from scmaster.model.wording import date_words

SEVERITY = Severity.WARNING
FAMILIES = ("komdigi", "other")


def check(case: Case) -> Iterator[Finding]:
    """Find councils of which, in the period, only officials are known to have met."""
    if case.submission is None:
        return
    for body in case.dossier.of(Body).values():
        met = within(body, period_of(case.submission), case.on)
        sectors = {sector for meeting in met for sector in sectors_at(body, meeting)}
        invited = any(member.sector != "government" for member in body.members)
        if body.kind != "dewan" or not invited:
            continue  # that nobody from outside sits in it is another rule's finding
        if sectors != {"government"} or not all(meeting.sectors for meeting in met):
            continue
        days = [date_words(meeting.date) for meeting in met]
        yield Finding(
            met[0].span("sectors"),
            f"dewan {body.id} rapat pada {', '.join(days)} tanpa unsur dari luar pemerintah",
            "undang anggota dari luar, atau lengkapi 'sectors' menurut daftar hadir",
            tuple(Related(m.span("sectors"), "rapat ini juga") for m in met[1:]),
        )
