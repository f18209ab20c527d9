"""Forum Smart City tidak bertemu selama 12 bulan.

Forum yang tidak bertemu berkala dicatat asesor sebagai kelemahan: suara perguruan tinggi,
dunia usaha, dan warga tidak masuk. Dihitung mundur 12 bulan dari akhir periode pengajuan,
atau dari hari pemeriksaan bila periodenya masih berjalan. Bila pertanyaan instrumen tentang
forum sudah dijawab lewat rapatnya, jawaban itulah yang diperiksa.

Salah:

    bodies:
      - id: forum-uji  # SCM328
        kind: forum
        name: Forum Smart City
        meetings:
          - {date: 2023-11-20, title: Pertemuan forum}

Benar:

    bodies:
      - id: forum-uji
        kind: forum
        name: Forum Smart City
        meetings:
          - {date: 2024-03-20, title: Pertemuan forum}

Salah (belum pernah):

    bodies:
      - id: forum-uji  # SCM328
        kind: forum
        name: Forum Smart City
"""

from collections.abc import Iterator
from datetime import date, timedelta

from scmaster.assess.case import Case
from scmaster.assess.evidence import period_of
from scmaster.assess.meetings import answered
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.indonesian import day
from scmaster.model.governance import Body
from scmaster.model.wording import date_words

SEVERITY = Severity.WARNING
FAMILIES = ("komdigi", "other")
A_YEAR = timedelta(days=365)


def check(case: Case) -> Iterator[Finding]:
    """Find forums without a meeting in the year before the end of the period."""
    if case.submission is None:
        return
    until = min(case.on, period_of(case.submission).last)
    for body in case.dossier.of(Body).values():
        if body.kind != "forum" or answered(case, body.kind) or _met(body, until):
            continue
        earlier = [meeting for meeting in body.meetings if meeting.date.first <= until]
        last = max(earlier, key=lambda meeting: meeting.date.last, default=None)
        when = f"sejak {date_words(last.date)}" if last else "dan belum pernah tercatat bertemu"
        yield Finding(
            body.span("id"),
            f"forum {body.id} tidak bertemu dalam 12 bulan sampai {day(until)}, {when}",
            "catat pertemuannya di 'meetings', atau jadwalkan sebelum wawancara",
            (Related(last.span("date"), "pertemuan terakhir"),) if last else (),
        )


def _met(body: Body, until: date) -> bool:
    start = until - A_YEAR
    return any(start <= m.date.last and m.date.first <= until for m in body.meetings)
