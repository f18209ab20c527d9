"""Unsur yang hadir tidak mempunyai anggota dalam lembaga itu.

Unsur yang datang sebagai tamu menunjukkan keterbukaan, tetapi keanggotaanlah yang dinilai.
Barangkali anggotanya belum dicatat, atau lembaga itu perlu menambah anggota dari unsur tersebut.
Yang diperiksa lembaga yang anggotanya sudah dicatat.

Salah:

    bodies:
      - id: dewan-uji
        kind: dewan
        name: Dewan Smart City
        members:
          - {name: Sekretaris Daerah, sector: government}
          - {name: Institut Teknologi Kalimantan, sector: academia}
        meetings:
          - date: 2024-05-22
            title: Rapat kerja
            sectors: [government, academia, media]  # SCM353

Benar:

    bodies:
      - id: dewan-uji
        kind: dewan
        name: Dewan Smart City
        members:
          - {name: Sekretaris Daerah, sector: government}
          - {name: Institut Teknologi Kalimantan, sector: academia}
        meetings:
          - date: 2024-05-22
            title: Rapat kerja
            sectors: [government, academia]

Benar (anggotanya belum dicatat):

    bodies:
      - id: forum-uji
        kind: forum
        name: Forum Smart City
        meetings:
          - date: 2024-05-22
            title: Pertemuan forum
            sectors: [government, media]
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import listing
from scmaster.model.governance import Body
from scmaster.model.labels import SECTOR
from scmaster.model.wording import date_words

SEVERITY = Severity.NOTE


def check(case: Case) -> Iterator[Finding]:
    """Find sectors that came to a body in which nobody stands for them."""
    for body in case.dossier.of(Body).values():
        stood_for = {member.sector for member in body.members}
        for meeting in body.meetings if body.members else ():
            guests = [s for s in dict.fromkeys(meeting.sectors) if s not in stood_for]
            if guests:
                yield Finding(
                    meeting.span("sectors"),
                    f"rapat {body.id} pada {date_words(meeting.date)} dihadiri unsur"
                    f" {listing([SECTOR[s] for s in guests])} yang tidak punya anggota di situ",
                    "lengkapi 'members' lembaga itu menurut keputusannya, bila memang anggota",
                )
