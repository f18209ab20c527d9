"""Hari yang ditulis tidak cocok dengan tanggalnya.

Berita sering memuat "Senin (19/5/2021)" padahal tanggal itu hari Rabu: salah satunya keliru.
Asesor yang membuka undangan atau notulennya melihat tanggal lain daripada yang dilaporkan.
Cocokkan dahulu dengan sumber lain, lalu perbaiki atau tulis keraguannya di catatan tanpa
menyebut hari.

Salah:

    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
        summary: Diluncurkan Senin (19/5/2021) di Balai Kota.  # SCM407
        note: Rapat pada Jum'at, 6 Nopember 2024.  # SCM407

Benar:

    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
        summary: Diluncurkan Rabu (19/5/2021) di Balai Kota.
        note: Rapat pada Rabu, 6 November 2024, dan pelatihan Selasa-Rabu, 9-10 Juli 2019.
"""

import re
from collections.abc import Iterator
from datetime import date

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import MONTHS, WEEKDAYS, day

SEVERITY = (Severity.WARNING, Severity.ERROR)

DATE = re.compile(
    r"\b(?P<weekday>Senin|Selasa|Rabu|Kamis|Jum['’`]?at|Sabtu|Minggu|Ahad)"
    r"(?P<between>[\s,(]+(?:tanggal\s+|tgl\.?\s+)?)"
    r"(?P<day>\d{1,2})(?:\s+(?P<word>[A-Za-z]{3,9})\.?\s+|[/.-](?P<month>\d{1,2})[/.-])"
    r"(?P<year>\d{4})\b",
    re.IGNORECASE,
)
OTHER_WORDS = {"nopember": 11, "pebruari": 2, "agt": 8, "sept": 9, "nop": 11, "peb": 2}
MONTH_OF = {name.casefold(): number for number, name in enumerate(MONTHS, start=1)}
MONTH_OF |= {name[:3]: number for name, number in MONTH_OF.items()} | OTHER_WORDS


def check(case: Case) -> Iterator[Finding]:
    """Find a weekday beside a date on which it did not fall."""
    for record, path, text in case.texts:
        for match in DATE.finditer(text):
            problem = "" if _is_week(match) else _problem(match)
            if problem:
                hint = "cocokkan dengan sumber lain, lalu perbaiki hari atau tanggalnya"
                yield Finding(record.span(*path), problem, hint)


def _is_week(match: re.Match[str]) -> bool:
    """Tell whether "minggu 2 Mei 2024" may mean a week of the month."""
    sunday = match["weekday"].casefold() == "minggu"
    told = match["between"].strip() or match.string[: match.start()].rstrip().endswith("ari")
    return sunday and not told


def _problem(match: re.Match[str]) -> str:
    month = int(match["month"]) if match["month"] else MONTH_OF.get(match["word"].casefold(), 0)
    if not month:
        return ""
    try:
        when = date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return f"'{match[0]}' menyebut tanggal yang tidak ada di kalender"
    written = re.sub(r"\W", "", match["weekday"]).capitalize().replace("Ahad", "Minggu")
    right = WEEKDAYS[when.weekday()]
    return "" if written == right else f"{day(when)} jatuh pada hari {right}, bukan {written}"
