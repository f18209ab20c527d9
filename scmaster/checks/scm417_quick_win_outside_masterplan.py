"""Tahun quick win di luar masa berlaku masterplannya.

Quick win adalah janji masterplan untuk tahun tertentu. Yang tahunnya di luar masa berlaku
tidak berdasar pada masterplan itu, atau salah satu tahunnya keliru.

Salah:

    quick_wins:
      - id: qw-uji
        programme: prog-uji
        year: 2031  # SCM417

Benar:

    quick_wins:
      - id: qw-uji
        programme: prog-uji
        year: 2024
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.masterplan import Masterplan, Programme, QuickWin
from scmaster.model.wording import period_words

SEVERITY = Severity.WARNING
FAMILIES = ("komdigi", "other")


def check(case: Case) -> Iterator[Finding]:
    """Find quick wins of a year for which their masterplan does not hold."""
    for quick_win in case.dossier.of(QuickWin).values():
        programme = case.dossier.get(Programme, quick_win.programme)
        named = quick_win.masterplan or (programme.masterplan if programme else None)
        masterplan = case.dossier.get(Masterplan, named)
        period = masterplan.period if masterplan else None
        if masterplan is None or period is None:
            continue
        if not period.first.year <= quick_win.year <= period.last.year:
            yield Finding(
                quick_win.span("year"),
                f"quick win {quick_win.id} tahun {quick_win.year} di luar masa berlaku"
                f" {masterplan.id} ({period_words(period)})",
                "periksa tahunnya, atau sebut masterplan yang memuatnya",
                (Related(masterplan.span("period"), "masa berlaku masterplan"),),
            )
