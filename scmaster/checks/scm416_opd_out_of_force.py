"""Perangkat daerah disebut pada waktu ia sudah tidak ada, atau belum ada.

Penggantian nama dan penggabungan itu biasa: Bappeda Litbang menjadi Bapperida. Yang
ditandatangani sebelum perubahan memakai nama lama, yang sesudahnya nama baru. Bila tertukar,
asesor menanyakan apakah dokumennya dibuat belakangan.

Salah:

    opd:
      - id: diskominfo
        name: Dinas Komunikasi dan Informatika
      - id: bappeda
        name: Badan Perencanaan Pembangunan Daerah
        valid_to: 2023-12-31
        successor: bapperida
      - id: bapperida
        name: Badan Perencanaan Pembangunan, Riset, dan Inovasi Daerah
        valid_from: 2024-01-01
    evidence:
      - id: ev-laporan
        title: Laporan kegiatan tahun 2024
        kind: laporan
        date: 2024-11-30
        opd: bappeda  # SCM416
        url: https://contoh.go.id/laporan-2024.pdf
      - id: ev-lama
        title: Laporan kegiatan tahun 2022
        kind: laporan
        date: 2022-11-30
        opd: bapperida  # SCM416
        url: https://contoh.go.id/laporan-2022.pdf
    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
        owner: bappeda  # SCM416
        lifecycle: running
    answers:
      - id: jawab-forum
        submission: evaluasi-2024
        question: OUT.04
        owner: bappeda  # SCM416
    bodies:
      - id: forum
        kind: forum
        name: Forum Smart City
        meetings:
          - date: 2024-02-01
            title: Rapat forum
            attendees: [diskominfo, bappeda]  # SCM416

Benar:

    opd:
      - id: diskominfo
        name: Dinas Komunikasi dan Informatika
      - id: bappeda
        name: Badan Perencanaan Pembangunan Daerah
        valid_to: 2023-12-31
        successor: bapperida
      - id: bapperida
        name: Badan Perencanaan Pembangunan, Riset, dan Inovasi Daerah
        valid_from: 2024-01-01
    evidence:
      - id: ev-laporan
        title: Laporan kegiatan tahun 2024
        kind: laporan
        date: 2024-11-30
        opd: bapperida
        url: https://contoh.go.id/laporan-2024.pdf
      - id: ev-lama
        title: Laporan kegiatan tahun 2022
        kind: laporan
        date: 2022-11-30
        opd: bappeda
        url: https://contoh.go.id/laporan-2022.pdf
    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
        owner: bappeda
        lifecycle: stopped
        planned_years: [2021, 2022]
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.evidence import period_of
from scmaster.diagnostics import Finding, Severity
from scmaster.link import Dossier, Use
from scmaster.model.city import Opd
from scmaster.model.evaluation import Answer, Recommendation, Submission
from scmaster.model.evidence import Evidence
from scmaster.model.governance import Body, Commitment
from scmaster.model.masterplan import Programme, QuickWin, Survey, Verification
from scmaster.model.values import PartialDate, Period
from scmaster.model.wording import date_words, period_words

SEVERITY = Severity.WARNING
ALIVE = {"planned", "building", "running"}


def check(case: Case) -> Iterator[Finding]:
    """Find offices named at a time when they were not there."""
    for opd in case.dossier.of(Opd).values():
        if opd.valid_from and opd.valid_to and opd.valid_to.last < opd.valid_from.first:
            continue  # one of the two is wrong, and is reported itself
        for use in case.dossier.uses.get(opd.id, []):
            time = _time(case, use)
            if time is None:
                continue
            if opd.valid_to is not None and time.first > opd.valid_to.last:
                gone = f"sudah tidak ada sejak {date_words(opd.valid_to)}"
                instead = opd.successor
            elif opd.valid_from is not None and time.last < opd.valid_from.first:
                gone = f"baru ada sejak {date_words(opd.valid_from)}"
                instead = _predecessor(case.dossier, opd)
            else:
                continue
            hint = f"mungkin yang dimaksud '{instead}'" if instead else "periksa tanggalnya"
            when = "belum selesai" if isinstance(use.user, Programme) else period_words(time)
            message = f"{use.user.id} ({when}) menyebut {opd.id} yang {gone}"
            yield Finding(use.span, message, hint)


def _predecessor(dossier: Dossier, opd: Opd) -> str | None:
    return next((o.id for o in dossier.of(Opd).values() if o.successor == opd.id), None)


def _time(case: Case, use: Use) -> Period | None:
    """Return when the record that names an office speaks of it."""
    record = use.user
    date: PartialDate | None = None
    match record:
        case Evidence() | Commitment() | Verification():
            date = record.date
        case Answer() | Survey():
            submission = case.dossier.get(Submission, record.submission)
            return period_of(submission) if submission else None
        case Body() if use.path[0] == "meetings":
            date = record.meetings[int(use.path[1])].date
        case Recommendation() if use.path[0] == "actions":
            date = record.actions[int(use.path[1])].date
        case QuickWin():
            date = PartialDate(record.year)
        case Programme() if record.lifecycle in ALIVE and record.ended is None:
            date = PartialDate(case.on.year, case.on.month, case.on.day)
    return Period(date, date) if date else None
