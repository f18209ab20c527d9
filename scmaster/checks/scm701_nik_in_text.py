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

import re
from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity

SEVERITY = Severity.ERROR

NIK = re.compile(
    r"(?<![0-9A-Fa-f])(?<![0-9][.,-])"
    r"(?:[0-9]{16}|[0-9]{4}(?:([ .-])[0-9]{4})(?:\1[0-9]{4}){2}"
    r"|[0-9]{6}([ .-])[0-9]{6}\2[0-9]{4}|[0-9]{2}([ .-])[0-9]{2}\3[0-9]{2}\3[0-9]{6}\3[0-9]{4})"
    r"(?![0-9A-Fa-f])(?![.,-][0-9])"
)
"""Sixteen digits, together or in the groups in which people write them."""

PROVINCES = frozenset(
    {*range(11, 20), 21, *range(31, 37), *range(51, 54)}
    | {*range(61, 66), *range(71, 77), 81, 82, *range(91, 98)}
)
WOMEN = 40
"""A woman's day of birth is written 40 higher."""


def check(case: Case) -> Iterator[Finding]:
    """Find texts that hold a number built like a NIK; the number is not repeated."""
    for record, path, text in case.texts:
        if any(_plausible(match.group()) for match in NIK.finditer(text)):
            yield Finding(
                record.span(*path),
                f"{record.id} memuat angka yang menyerupai NIK atau nomor kartu keluarga",
                "hapus nomornya, juga dari riwayat git bila sudah tercatat",
            )


def _plausible(written: str) -> bool:
    """Tell whether the digits name a province, and a day of birth that a calendar may have."""
    digits = re.sub(r"\D", "", written)
    day, month = int(digits[6:8]), int(digits[8:10])
    day -= WOMEN if day > WOMEN else 0
    real = int(digits[:2]) in PROVINCES and digits[2:4] != "00" and digits[4:6] != "00"
    return real and 1 <= day <= 31 and 1 <= month <= 12 and digits[12:] != "0000"  # noqa: PLR2004  (a calendar)
