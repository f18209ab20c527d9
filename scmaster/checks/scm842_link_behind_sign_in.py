"""Tautan meminta izin atau masuk lebih dahulu.

Dokumen di Google Drive, SharePoint, atau OneDrive yang belum dibagikan hanya terbuka bagi
pemiliknya. Di layar pemilik tautannya tampak baik; di layar asesor yang tampak halaman masuk.

Salah:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        url: https://contoh.go.id/laporan.pdf  # SCM842
    # berkas
    links:
      ev-laporan:
        url: "https://contoh.go.id/laporan.pdf"
        state: permission
        reason: meminta masuk di accounts.google.com

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

Ubah setelan berbaginya menjadi "siapa saja yang memiliki tautan", sebagai pelihat. Situs yang
menjawab HTTP 403 kadang hanya menolak program; buka sendiri tanpa masuk sebelum mengganti
tautannya. Jangan membuka eviden di atas klasifikasi biasa; ganti `url` dengan `file`.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.links import day_words, found
from scmaster.diagnostics import Finding, Severity

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Look for addresses that asked who was there when they were last asked."""
    for entry, link in found(case, "permission"):
        message = f"tautan {entry.id} perlu izin pada {day_words(link.seen)}: {link.reason}"
        yield Finding(
            entry.span("url"),
            message,
            "buka tanpa masuk ke akun; bila berkas bersama, bagikan kepada semua pemilik tautan",
        )
