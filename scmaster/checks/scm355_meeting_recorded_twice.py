"""Satu rapat dicatat dua kali pada lembaga yang sama.

Rapat yang tercatat dua kali menggandakan kehadiran dan membuat lembaga tampak lebih giat
daripada yang sebenarnya. Rapat bersama memang dicatat pada setiap lembaga yang bertemu, masing-
masing satu kali.

Salah:

    bodies:
      - id: forum-uji
        kind: forum
        name: Forum Smart City
        meetings:
          - {date: 2024-05-22, title: Pertemuan forum}
          - {date: 2024-05-22, title: pertemuan  forum}  # SCM355

Benar:

    bodies:
      - id: forum-uji
        kind: forum
        name: Forum Smart City
        meetings:
          - {date: 2024-05-22, title: Pertemuan forum}
          - {date: 2024-08-22, title: Pertemuan forum}
      - id: tim-uji
        kind: tim_pelaksana
        name: Tim Pelaksana
        meetings:
          - {date: 2024-05-22, title: Pertemuan forum}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.meetings import occasion
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.governance import Body, Meeting
from scmaster.model.wording import date_words

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find meetings of one body that are the same."""
    for body in case.dossier.of(Body).values():
        first: dict[tuple[str, str], Meeting] = {}
        for meeting in body.meetings:
            known = first.setdefault(occasion(meeting), meeting)
            if known is not meeting:
                yield Finding(
                    meeting.span("date"),
                    f"rapat {body.id} pada {date_words(meeting.date)} dicatat dua kali",
                    "hapus salah satunya, dan satukan keterangannya",
                    (Related(known.span("date"), "pertama kali di sini"),),
                )
