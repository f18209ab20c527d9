"""Tautan eviden atau sumber tidak terbuka.

Asesor membuka tautannya satu per satu. Tautan yang mati sama saja dengan tidak ada eviden,
sekalipun dokumennya ada. Tautan ke jaringan dalam hanya terbuka di kantor sendiri.

Salah:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        url: https://contoh.go.id/laporan.pdf  # SCM841
    # berkas
    links:
      ev-laporan:
        url: "https://contoh.go.id/laporan.pdf"
        state: dead
        reason: HTTP 404

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

Yang dibaca adalah hasil terakhir `scmaster evidence links`, pada tanggal yang disebut; `check`
tidak pernah membuka jaringan. Sesudah tautannya diganti atau situsnya pulih, periksa lagi.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.links import day_words, found
from scmaster.diagnostics import Finding, Severity

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Look for addresses that did not open when they were last asked."""
    for entry, link in found(case, "dead", "internal"):
        message = f"tautan {entry.id} tidak terbuka pada {day_words(link.seen)}: {link.reason}"
        yield Finding(
            entry.span("url"),
            message,
            "ganti tautannya, lalu periksa lagi dengan 'scmaster evidence links'",
        )
