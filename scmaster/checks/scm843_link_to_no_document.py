"""Tautan eviden membuka halaman web, bukan dokumennya.

Asesor menolak halaman portal sebagai bukti: dokumennya harus dicari lagi di sana, dan isi halaman
dapat berganti. Untuk jenis eviden yang berupa dokumen, tautkan langsung ke berkasnya.

Salah:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        url: https://contoh.go.id/laporan  # SCM843
    # berkas
    links:
      ev-laporan:
        url: "https://contoh.go.id/laporan"
        state: not_document
        reason: "yang terbuka halaman web, bukan berkas"

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

Halaman Google Drive, SharePoint, atau OneDrive yang memperlihatkan berkasnya tidak dihitung. Bila
halaman itu memang evidennya, beri jenis yang sesuai, misalnya `tautan` atau `statistik_layanan`.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.links import day_words, found
from scmaster.diagnostics import Finding, Severity

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Look for addresses that gave something else than a file that is wanted."""
    for entry, link in found(case, "not_document"):
        message = f"tautan {entry.id} bukan dokumen pada {day_words(link.seen)}: {link.reason}"
        yield Finding(entry.span("url"), message, "tautkan langsung ke berkasnya, atau isi 'file'")
