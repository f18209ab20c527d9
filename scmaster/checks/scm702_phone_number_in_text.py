"""Nomor telepon tertulis di berkas.

Nomor telepon genggam menunjuk orangnya, jadi termasuk data pribadi (UU 27/2022). Asesor
menghubungi kota lewat saluran resmi; cukup sebut jabatannya. Nomor layanan singkat seperti 112
dan nomor kantor dengan kode wilayah dalam negeri tidak dipersoalkan.

Salah:

    evidence:
      - id: ev-laporan
        title: Laporan kegiatan
        kind: laporan
        date: 2024-05-04
        url: https://contoh.go.id/laporan.pdf
        narrator: Kepala bidang, 0812-3456-7890  # SCM702
        note: Atau +62 (542) 123-4567.  # SCM702

Salah (di dalam tautan percakapan):

    evidence:
      - id: ev-laporan
        title: Laporan kegiatan
        kind: laporan
        date: 2024-05-04
        url: https://wa.me/6281234567890  # SCM702

Benar:

    evidence:
      - id: ev-laporan
        title: Laporan kegiatan, nomor 800/0812/2024
        kind: laporan
        number: 081/123.4567/2024
        date: 2024-05-04
        url: https://contoh.go.id/2024/05/04/0812345678/laporan.pdf
        narrator: Kepala bidang layanan darurat 112
        note: Anggaran Rp628.123.456.789 dan Rp 628.123.456.789 untuk tahun 2024.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.personal_data import Kind, holds
from scmaster.diagnostics import Finding, Severity

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Find texts that hold a telephone number; the number is not repeated."""
    for record, path, text in case.texts:
        if holds(text, Kind.PHONE):
            yield Finding(
                record.span(*path),
                f"{record.id} memuat nomor telepon",
                "ganti dengan jabatan atau saluran resmi; nomor perorangan tidak dicatat",
            )
