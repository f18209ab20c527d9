"""Nomor induk pegawai tertulis di berkas.

NIP memuat tanggal lahir pegawainya. Nomor itu wajar di blok tanda tangan sebuah dokumen, tetapi
tidak di catatan yang beredar bersama dokumen kota. Sebut jabatannya.

Salah:

    evidence:
      - id: ev-laporan
        title: Laporan kegiatan
        kind: laporan
        date: 2024-05-04
        url: https://contoh.go.id/laporan.pdf
        narrator: Kepala bidang, NIP 19691015 199003 1 007  # SCM707
        note: Disusun oleh 197001012000032001.  # SCM707

Benar:

    evidence:
      - id: ev-laporan
        title: Laporan kegiatan
        kind: laporan
        number: "196913451990031007"
        date: 2024-05-04
        url: https://contoh.go.id/laporan.pdf
        narrator: Kepala Bidang Aplikasi
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.personal_data import Kind, holds
from scmaster.diagnostics import Finding, Severity

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find texts that hold a civil servant's number; the number is not repeated."""
    for record, path, text in case.texts:
        if holds(text, Kind.NIP):
            yield Finding(
                record.span(*path),
                f"{record.id} memuat nomor induk pegawai",
                "ganti dengan jabatannya",
            )
