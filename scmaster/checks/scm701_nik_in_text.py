"""Nomor induk kependudukan tertulis di berkas.

NIK dan nomor kartu keluarga adalah data pribadi (UU 27/2022). Berkas kota tersimpan di git
dengan seluruh riwayatnya dan dicetak di dokumen, sehingga sekali masuk sulit ditarik kembali.
Sebut jumlah orangnya, bukan nomornya.

Salah:

    evidence:
      - id: ev-hadir
        title: Daftar hadir rapat Dewan
        kind: daftar_hadir
        date: 2024-05-04
        url: https://contoh.go.id/hadir.pdf
        note: Peserta pertama NIK 6499015203900001.  # SCM701

Salah (dengan pemisah, di dalam catatan lain):

    bodies:
      - id: dewan-uji
        kind: dewan
        name: Dewan Kota Cerdas
        members:
          - name: Ketua RT, 6499.0152.0390.0001  # SCM701
            sector: community

Benar:

    evidence:
      - id: ev-hadir
        title: Daftar hadir rapat Dewan
        kind: daftar_hadir
        number: "6499015299900001"
        date: 2024-05-04
        url: https://contoh.go.id/hadir.pdf
        sha256: 6499015203900001649901520390000164990152039000016499015203900001
        note: 24 peserta; kode kegiatan 2.16.03.2.02.0035.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.personal_data import Kind, holds
from scmaster.diagnostics import Finding, Severity

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Find texts that hold a number built like a NIK; the number is not repeated."""
    for record, path, text in case.texts:
        if holds(text, Kind.NIK):
            yield Finding(
                record.span(*path),
                f"{record.id} memuat angka yang menyerupai NIK atau nomor kartu keluarga",
                "hapus nomornya, juga dari riwayat git bila sudah tercatat",
            )
