"""Jumlah hadir lebih kecil daripada banyaknya yang disebut hadir.

Salah satu dari keduanya keliru, dan asesor yang membandingkan notulen dengan daftar hadir akan
menemukannya. Perangkat daerah dan anggota yang disebut masing-masing diwakili sedikitnya satu
orang.

Salah:

    bodies:
      - id: tim-uji
        kind: tim_pelaksana
        name: Tim Pelaksana
        members:
          - {name: Institut Teknologi Kalimantan, sector: academia}
        meetings:
          - date: 2024-05-22
            title: Rapat kerja
            attendance: 2  # SCM352
            attendees: [diskominfo, bappeda]
            members: [Institut Teknologi Kalimantan]

Benar:

    bodies:
      - id: tim-uji
        kind: tim_pelaksana
        name: Tim Pelaksana
        members:
          - {name: Institut Teknologi Kalimantan, sector: academia}
        meetings:
          - date: 2024-05-22
            title: Rapat kerja
            attendance: 3
            attendees: [diskominfo, bappeda]
            members: [Institut Teknologi Kalimantan]
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.meetings import folded
from scmaster.diagnostics import Finding, Severity
from scmaster.model.governance import Body
from scmaster.model.wording import date_words

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find meetings to which fewer came than are named."""
    for body in case.dossier.of(Body).values():
        for meeting in body.meetings:
            named = len({*meeting.attendees} | {folded(name) for name in meeting.members})
            if meeting.attendance is not None and meeting.attendance < named:
                yield Finding(
                    meeting.span("attendance"),
                    f"rapat {body.id} pada {date_words(meeting.date)} dihadiri"
                    f" {meeting.attendance} orang, padahal {named} yang disebut hadir",
                    "samakan 'attendance', 'attendees', dan 'members' dengan daftar hadirnya",
                )
