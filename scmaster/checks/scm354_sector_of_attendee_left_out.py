"""Anggota disebut hadir, tetapi unsurnya tidak termasuk unsur yang hadir.

Daftar hadir yang bertentangan dengan dirinya sendiri tidak dapat dipakai sebagai bukti. Bila
'sectors' diisi, semua unsur dari yang disebut hadir ada di dalamnya; bila tidak diisi, unsurnya
diketahui dari yang disebut.

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
            sectors: [government]  # SCM354
            members: [Institut Teknologi Kalimantan]

Salah (perangkat daerah disebut hadir):

    bodies:
      - id: forum-uji
        kind: forum
        name: Forum Smart City
        meetings:
          - date: 2024-05-22
            title: Pertemuan forum
            sectors: [academia]  # SCM354
            attendees: [diskominfo]

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
            attendees: [diskominfo]
            members: [Institut Teknologi Kalimantan]
          - date: 2024-08-22
            title: Rapat kerja kedua
            members: [Institut Teknologi Kalimantan]
"""

from collections.abc import Iterator

from scmaster.assess.attendance import sectors_at
from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import listing
from scmaster.model.governance import Body
from scmaster.model.labels import SECTOR
from scmaster.model.wording import date_words

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find meetings whose sectors leave out those of whoever is named."""
    for body in case.dossier.of(Body).values():
        for meeting in body.meetings:
            came = sectors_at(body, meeting)
            left_out = [word for s, word in SECTOR.items() if s in came - {*meeting.sectors}]
            if meeting.sectors and left_out:
                yield Finding(
                    meeting.span("sectors"),
                    f"rapat {body.id} pada {date_words(meeting.date)} tidak menyebut unsur"
                    f" {listing(left_out)}, padahal ada yang hadir dari unsur itu",
                    "lengkapi 'sectors', atau betulkan 'attendees' dan 'members'",
                )
