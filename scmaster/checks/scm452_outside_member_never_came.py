"""Anggota dari luar pemerintah tidak hadir pada satu pun rapat yang daftar hadirnya ada.

Asesor mencatat anggota yang namanya ada di keputusan tetapi tidak dilibatkan. Yang diperiksa rapat
pada periode pengajuan; hanya rapat bernotulen yang menunjukkan siapa yang tidak hadir. Bila
kehadirannya pada satu rapat saja tidak diketahui, anggota itu tidak dipersoalkan.

Salah:

    evidence:
      - {id: ev-notulen, title: Notulen rapat kerja, kind: notulen, date: 2024-05-22}
    bodies:
      - id: dewan-uji
        kind: dewan
        name: Dewan Smart City
        members:
          - {name: Institut Teknologi Kalimantan, sector: academia}
          - {name: Bank Kaltimtara, sector: business}  # SCM452
        meetings:
          - date: 2024-05-22
            title: Rapat kerja
            members: [Institut Teknologi Kalimantan]
            minutes: ev-notulen

Benar:

    evidence:
      - {id: ev-notulen, title: Notulen rapat kerja, kind: notulen, date: 2024-05-22}
    bodies:
      - id: dewan-uji
        kind: dewan
        name: Dewan Smart City
        members:
          - {name: Institut Teknologi Kalimantan, sector: academia}
          - {name: Bank Kaltimtara, sector: business}
        meetings:
          - date: 2024-05-22
            title: Rapat kerja
            members: [Institut Teknologi Kalimantan, Bank Kaltimtara]
            minutes: ev-notulen

Benar (tanpa notulen tidak diketahui siapa yang tidak hadir):

    bodies:
      - id: dewan-uji
        kind: dewan
        name: Dewan Smart City
        members:
          - {name: Institut Teknologi Kalimantan, sector: academia}
          - {name: Bank Kaltimtara, sector: business}
        meetings:
          - date: 2024-05-22
            title: Rapat kerja
            members: [Institut Teknologi Kalimantan]
"""

from collections.abc import Iterator

from scmaster.assess.attendance import Presence, of_member
from scmaster.assess.case import Case
from scmaster.assess.evidence import period_of
from scmaster.assess.meetings import within
from scmaster.assess.outsiders import OUTSIDE
from scmaster.diagnostics import Finding, Severity
from scmaster.model.governance import Body

SEVERITY = Severity.WARNING
FAMILIES = ("komdigi", "other")


def check(case: Case) -> Iterator[Finding]:
    """Find members from outside government who stayed away from every meeting of the period."""
    if case.submission is None:
        return
    for body in case.dossier.of(Body).values():
        held = within(body, period_of(case.submission), case.on)
        for member in body.members:
            came = {of_member(meeting, member) for meeting in held}
            if member.sector in OUTSIDE and came == {Presence.ABSENT}:
                yield Finding(
                    member.span("name"),
                    f"{member.name} tidak hadir pada satu pun dari {len(held)} rapat {body.id}",
                    "undang kembali, atau perbarui keanggotaannya sebelum wawancara",
                )
