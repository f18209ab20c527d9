"""Quick win direncanakan lebih dari dua belas bulan.

Quick win adalah hasil cepat yang dirasakan masyarakat dalam satu tahun. Yang lebih lama
adalah program jangka pendek atau menengah; pecah menjadi quick win tahunan yang
bersambung dengan continues_from.

Salah:

    quick_wins:
      - id: qw-uji
        programme: prog-uji
        year: 2024
        horizon_months: 18  # SCM418

Benar:

    quick_wins:
      - id: qw-uji
        programme: prog-uji
        year: 2024
        horizon_months: 12
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.model.masterplan import QuickWin

SEVERITY = Severity.WARNING
FAMILIES = ("komdigi", "other")
A_YEAR = 12


def check(case: Case) -> Iterator[Finding]:
    """Find quick wins that are not quick."""
    for quick_win in case.dossier.of(QuickWin).values():
        months = quick_win.horizon_months or 0
        if months > A_YEAR:
            yield Finding(
                quick_win.span("horizon_months"),
                f"quick win {quick_win.id} berlangsung {months} bulan, lebih dari setahun",
                "pecah menjadi quick win tahunan yang bersambung dengan 'continues_from'",
            )
