"""Nomor rekening bank dalam teks.

Nomor rekening tidak membuktikan program apa pun, dan yang membacanya dapat menyalahgunakannya.

Salah:

    evidence:
      - id: ev-laporan
        title: Laporan penyaluran bantuan
        kind: laporan
        date: 2024-05-04
        url: https://contoh.go.id/laporan.pdf
        note: "Nomor rekening Bank Contoh: 012-345-678-901"  # SCM708

Benar:

    evidence:
      - id: ev-laporan
        title: Laporan penyaluran bantuan
        kind: laporan
        date: 2024-05-04
        url: https://contoh.go.id/laporan.pdf
        note: Kode rekening belanja 5.1.02.01.01.0024; bantuan disalurkan lewat rekening penerima.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.personal_data import Kind, holds
from scmaster.diagnostics import Finding, Severity

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Find texts that hold a bank account; the number is not repeated."""
    for record, path, text in case.texts:
        if holds(text, Kind.ACCOUNT):
            yield Finding(
                record.span(*path),
                f"{record.id} memuat nomor rekening bank",
                "hapus nomornya, juga dari riwayat git bila sudah tercatat",
            )
