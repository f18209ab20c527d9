"""Rapat bernotulen tanpa jumlah hadir atau daftar yang hadir.

Notulen tanpa daftar hadir tidak menunjukkan siapa yang terlibat, padahal itulah yang dinilai:
keterlibatan perangkat daerah dan pihak luar. Yang diperiksa rapat pada periode pengajuan.

Salah:

    bodies:
      - id: dewan-uji
        kind: dewan
        name: Dewan Smart City
        meetings:
          - date: 2024-05-22  # SCM345
            title: Rapat kerja
            minutes: ev-laporan

Benar:

    bodies:
      - id: dewan-uji
        kind: dewan
        name: Dewan Smart City
        meetings:
          - date: 2024-05-22
            title: Rapat kerja
            minutes: ev-laporan
            attendance: 42
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.evidence import period_of
from scmaster.assess.meetings import within
from scmaster.diagnostics import Finding, Severity
from scmaster.model.governance import Body
from scmaster.model.wording import date_words

SEVERITY = Severity.WARNING
FAMILIES = ("komdigi", "other")


def check(case: Case) -> Iterator[Finding]:
    """Find meetings with minutes of which nobody can say who was there."""
    for body in case.dossier.of(Body).values():
        period = period_of(case.submission) if case.submission else None
        for meeting in within(body, period, case.on) if period else body.meetings:
            named = meeting.attendees or meeting.members
            if meeting.minutes and meeting.attendance is None and not named:
                yield Finding(
                    meeting.span("date"),
                    f"rapat {body.id} pada {date_words(meeting.date)} tidak mencatat yang hadir",
                    "isi 'attendance' dengan jumlahnya, atau sebut yang hadir di 'attendees'",
                )
