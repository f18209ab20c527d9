"""Quick win tanpa ukuran dampak yang sudah tercapai.

Quick win dipaparkan dengan statistik dampaknya: berapa warga dilayani, berapa lama
dihemat. Target dan rencana bukan dampak. Yang dihitung: angka pada quick win itu, dan
capaian indikator yang mengukurnya. Yang diperiksa adalah quick win tahun evaluasi; bila
belum ada, yang terakhir sebelum itu.

Salah:

    quick_wins:
      - id: qw-izin-2024  # SCM315
        programme: prog-uji
        year: 2024
        measures:
          - {name: Izin terbit, value: 900, as_of: 2024, status: target, source: sumber-uji}

Benar:

    quick_wins:
      - id: qw-izin-2024
        programme: prog-uji
        year: 2024
        measures:
          - {name: Izin terbit, value: 812, as_of: 2024-10, source: sumber-uji}

Benar (melalui indikator):

    quick_wins:
      - id: qw-izin-2024
        programme: prog-uji
        year: 2024
    indicators:
      - id: ind-izin
        name: Izin terbit
        unit: izin
        owner: diskominfo
        belongs_to: [qw-izin-2024]
        actuals:
          - {value: 812, as_of: 2024-10, source: sumber-uji}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.measures import achieved, measured
from scmaster.assess.quick_wins import judged
from scmaster.diagnostics import Finding, Severity

SEVERITY = (Severity.WARNING, Severity.ERROR)
FAMILIES = ("komdigi", "other")


def check(case: Case) -> Iterator[Finding]:
    """Find quick wins, among those judged, without a figure of what they brought."""
    for quick_win in judged(case):
        own = any(achieved(measure) for measure in quick_win.measures)
        if not own and not measured(case.dossier, quick_win.id):
            yield Finding(
                quick_win.span("id"),
                f"quick win {quick_win.id} belum mempunyai ukuran dampak yang tercapai",
                "isi 'measures' dengan angka nyata, tanggal, dan sumbernya",
            )
