"""Kata sandi, PIN, atau token tertulis di berkas.

Siapa pun yang membaca berkas kota dapat masuk ke aplikasinya, dan riwayat git menyimpannya
selamanya. Kata sandi yang sudah tertulis harus diganti, bukan hanya dihapus.

Salah:

    evidence:
      - id: ev-aplikasi
        title: Tangkapan layar aplikasi
        kind: tangkapan_layar
        date: 2024-05-04
        url: https://contoh.go.id/berkas?access_token=9f8e7d6c5b4a3210  # SCM703
        note: "Masuk sebagai asesor, kata sandi: BalikpapanCerdas24"  # SCM703
    submissions:
      - id: evaluasi-2024
        year: 2024
        stage: tahap_2
        instrument: uji-2024
        state: draft
        channel: Dasbor, https://asesor:cerdas24@contoh.go.id  # SCM703
        note: Ruang rapat daring, PIN 123456.  # SCM703

Benar:

    evidence:
      - id: ev-aplikasi
        title: Panduan kata sandi yang kuat
        kind: tangkapan_layar
        date: 2024-05-04
        url: https://contoh.go.id/berkas?halaman=2
        note: "Kata sandi: diberikan langsung kepada asesor saat visitasi. PIN berubah tiap hari."
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.personal_data import Kind, holds
from scmaster.diagnostics import Finding, Severity

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Find texts that open something; what they say is not repeated."""
    for record, path, text in case.texts:
        if holds(text, Kind.SECRET):
            yield Finding(
                record.span(*path),
                f"{record.id} memuat kata sandi, PIN, atau token",
                "hapus dari berkas dan ganti kata sandinya; sampaikan lewat jalur lain",
            )
