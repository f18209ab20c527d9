"""Quick win tanpa identifikasi risiko.

Dimensi quick win menanyakan dua hal tersendiri: risiko yang dikenali dan rencana
mitigasinya (formulir manajemen risiko kementerian). Quick win tanpa risiko kehilangan
kedua butir itu sekaligus. Yang diperiksa adalah quick win tahun evaluasi; bila belum ada,
yang terakhir sebelum itu.

Salah:

    quick_wins:
      - id: qw-izin-2024  # SCM314
        programme: prog-uji
        year: 2024

Benar:

    quick_wins:
      - id: qw-izin-2024
        programme: prog-uji
        year: 2024
        risks:
          - text: Pemohon tidak memiliki akun
            likelihood: 2
            mitigation: Petugas mendampingi di loket
            owner: diskominfo

Benar (quick win lama tidak ditanyakan lagi):

    quick_wins:
      - id: qw-izin-2022
        programme: prog-uji
        year: 2022
      - id: qw-izin-2024
        programme: prog-uji
        year: 2024
        risks:
          - {text: Gangguan jaringan, likelihood: 1, mitigation: Jalur cadangan, owner: diskominfo}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.quick_wins import judged
from scmaster.diagnostics import Finding, Severity

SEVERITY = (Severity.WARNING, Severity.ERROR)
FAMILIES = ("komdigi", "other")


def check(case: Case) -> Iterator[Finding]:
    """Find quick wins, among those judged, that name no risk."""
    for quick_win in judged(case):
        if not quick_win.risks:
            yield Finding(
                quick_win.span("id"),
                f"quick win {quick_win.id} belum menyebut satu risiko pun",
                "isi 'risks': risiko, penyebab, kemungkinan 1-3, mitigasi, dan pemiliknya",
            )
