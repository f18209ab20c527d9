"""Quick win melanjutkan quick win dari tahun yang sama atau sesudahnya.

Kesinambungan dinilai dari tahun ke tahun: yang dilanjutkan harus lebih dahulu. Jumlah quick
win lanjutan dan quick win baru dihitung dari isian ini.

Salah:

    quick_wins:
      - id: qw-2023
        programme: prog-uji
        year: 2023
        continues_from: qw-2024  # SCM430
      - id: qw-2024
        programme: prog-uji
        year: 2024

Benar:

    quick_wins:
      - id: qw-2023
        programme: prog-uji
        year: 2023
      - id: qw-2024
        programme: prog-uji
        year: 2024
        continues_from: qw-2023
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.masterplan import QuickWin

SEVERITY = Severity.ERROR
FAMILIES = ("komdigi", "other")


def check(case: Case) -> Iterator[Finding]:
    """Find quick wins that follow one not before them."""
    for quick_win in case.dossier.of(QuickWin).values():
        before = case.dossier.get(QuickWin, quick_win.continues_from)
        if before is None or before is quick_win or before.year < quick_win.year:
            continue
        yield Finding(
            quick_win.span("continues_from"),
            f"quick win {quick_win.id} tahun {quick_win.year} melanjutkan {before.id}"
            f" tahun {before.year}",
            "yang dilanjutkan harus dari tahun sebelumnya; periksa tahun keduanya",
            (Related(before.span("year"), "tahun yang dilanjutkan"),),
        )
