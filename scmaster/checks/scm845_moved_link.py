"""Tautan pindah alamat untuk seterusnya.

Situsnya masih meneruskan alamat lama ke yang baru. Penerusan seperti itu biasanya dihapus setelah
beberapa waktu, dan tautannya lalu mati.

Salah:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        url: https://contoh.go.id/laporan.pdf  # SCM845
    # berkas
    links:
      ev-laporan:
        url: "https://contoh.go.id/laporan.pdf"
        state: moved
        final: "https://contoh.go.id/berkas/laporan.pdf"

Benar:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        url: https://contoh.go.id/berkas/laporan.pdf
    # berkas
    links:
      ev-laporan:
        url: "https://contoh.go.id/berkas/laporan.pdf"
        state: ok

Ganti `url` dengan alamat barunya.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.links import day_words, found
from scmaster.diagnostics import Finding, Severity

SEVERITY = Severity.NOTE


def check(case: Case) -> Iterator[Finding]:
    """Look for addresses that led to another one for good."""
    for entry, link in found(case, "moved"):
        message = f"tautan {entry.id} pindah untuk seterusnya (diperiksa {day_words(link.seen)})"
        yield Finding(
            entry.span("url"),
            message,
            f"ganti menjadi {link.final}" if link.final else "buka, lalu salin alamat barunya",
        )
