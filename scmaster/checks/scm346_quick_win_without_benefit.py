"""Quick win tanpa layanan yang ditingkatkan atau tanpa manfaat bagi warga.

Quick win bukan pembangunan baru, melainkan layanan yang sudah ada dan dipertajam sehingga
manfaatnya segera terasa. Kedua hal itu ditanyakan: layanan apa, dan apa bedanya bagi warga.
Yang diperiksa adalah quick win tahun evaluasi; bila belum ada, yang terakhir sebelum itu.

Salah:

    quick_wins:
      - id: qw-izin-2024  # SCM346
        programme: prog-uji
        year: 2024
        existing_service: Loket perizinan

Benar:

    quick_wins:
      - id: qw-izin-2024
        programme: prog-uji
        year: 2024
        existing_service: Loket perizinan
        public_benefit: Warga tidak perlu datang dua kali ke loket.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.quick_wins import judged
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import listing

SEVERITY = Severity.WARNING
FAMILIES = ("komdigi", "other")


def check(case: Case) -> Iterator[Finding]:
    """Find quick wins, among those judged, that do not say what got better for whom."""
    for quick_win in judged(case):
        known = {
            "layanan yang ditingkatkan": quick_win.existing_service,
            "manfaat bagi masyarakat": quick_win.public_benefit,
        }
        missing = [name for name, value in known.items() if value is None]
        if missing:
            yield Finding(
                quick_win.span("id"),
                f"quick win {quick_win.id} belum menyebut {listing(missing)}",
                "isi 'existing_service' dan 'public_benefit', masing-masing satu kalimat",
            )
