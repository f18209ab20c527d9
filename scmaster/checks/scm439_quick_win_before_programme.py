"""Quick win dari tahun sebelum programnya dimulai.

Quick win mempercepat layanan yang sudah ada. Bila tahunnya mendahului programnya, salah satu
tahun keliru, atau quick win itu milik program lain.

Salah:

    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
        started: 2023-05
    quick_wins:
      - id: qw-uji
        programme: prog-uji
        year: 2021  # SCM439

Benar:

    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
        started: 2023-05
    quick_wins:
      - id: qw-uji
        programme: prog-uji
        year: 2023
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.masterplan import Programme, QuickWin
from scmaster.model.wording import date_words

SEVERITY = Severity.WARNING
FAMILIES = ("komdigi", "other")


def check(case: Case) -> Iterator[Finding]:
    """Find quick wins of a programme that was not there yet."""
    for quick_win in case.dossier.of(QuickWin).values():
        programme = case.dossier.get(Programme, quick_win.programme)
        started = programme.started if programme else None
        if programme is None or started is None or started.first > case.on:
            continue
        if quick_win.year < started.year:
            yield Finding(
                quick_win.span("year"),
                f"quick win {quick_win.id} tahun {quick_win.year} mendahului {programme.id}"
                f" yang dimulai {date_words(started)}",
                "periksa kedua tahunnya, atau sebut program yang benar",
                (Related(programme.span("started"), "mulai program"),),
            )
