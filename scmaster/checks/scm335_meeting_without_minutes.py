"""Rapat pada periode yang dievaluasi tanpa notulen.

Rapat dibuktikan dengan notulen dan daftar hadir, bukan dengan berita atau foto. Yang
diperiksa hanya rapat pada periode pengajuan, karena rapat itulah yang ditanyakan.

Salah:

    bodies:
      - id: dewan-uji
        kind: dewan
        name: Dewan Smart City
        meetings:
          - date: 2024-05-22  # SCM335
            title: Rapat kerja
            attendance: 40

Benar:

    bodies:
      - id: dewan-uji
        kind: dewan
        name: Dewan Smart City
        meetings:
          - date: 2024-05-22
            title: Rapat kerja
            attendance: 40
            minutes: ev-laporan
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
    """Find meetings of the period that have taken place and left no minutes."""
    if case.submission is None:
        return
    period = period_of(case.submission)
    for body in case.dossier.of(Body).values():
        for meeting in within(body, period, case.on):
            if meeting.minutes is None and meeting.date.first <= case.on:
                yield Finding(
                    meeting.span("date"),
                    f"rapat {body.id} pada {date_words(meeting.date)} belum mempunyai notulen",
                    "catat notulennya sebagai eviden, lalu sebutkan id-nya di 'minutes'",
                )
