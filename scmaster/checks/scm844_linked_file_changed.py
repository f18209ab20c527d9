"""Isi di balik tautan berubah.

Yang dibuka asesor bukan lagi yang dahulu dibaca ketika klaimnya ditulis: halaman dan angkanya dapat
berbeda, atau berkas yang disimpan kota sudah tertinggal.

Salah:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        url: https://contoh.go.id/laporan.pdf  # SCM844
    # berkas
    links:
      ev-laporan:
        url: "https://contoh.go.id/laporan.pdf"
        state: changed
        reason: isinya berubah sejak 1 Juni 2024

Benar:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        url: https://contoh.go.id/laporan.pdf
    # berkas
    links:
      ev-laporan:
        url: "https://contoh.go.id/laporan.pdf"
        state: ok

Baca lagi dokumennya. Bila masih membuktikan hal yang sama, terima dengan `scmaster evidence links
--accept`; bila berkas yang disimpan yang tertinggal, perbarui berkas itu dan kunci lagi.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.links import day_words, found
from scmaster.diagnostics import Finding, Severity

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Look for addresses whose file is another than before, or than the one kept."""
    for entry, link in found(case, "changed"):
        message = f"tautan {entry.id}, pada {day_words(link.seen)}: {link.reason}"
        yield Finding(
            entry.span("url"),
            message,
            "baca lagi dokumennya; bila benar, terima dengan 'scmaster evidence links --accept'",
        )
