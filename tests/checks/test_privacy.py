"""The many forms in which people write what must not be written; a page shows only a few."""

from datetime import date

import pytest

from scmaster import pipeline
from scmaster.diagnostics import Span

CITY = """\
city:
  id: uji
  name: Kota Uji
  kind: kota
  province: Kalimantan Timur
  region_code: "64.99"
sources:
  - id: sumber-uji
    title: Catatan
    tier: document
    note: >-
      {text}
"""


def said(text):
    city = [("kota.yaml", CITY.format(text=text).encode())]
    case = pipeline.understand(city, [], [], Span("uji", 1, 1), on=date(2025, 1, 15))
    return [d for d in case.diagnostics if d.code.startswith("SCM7")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("SCM701", "NIK6471051203900001"),
        ("SCM701", "6471051203900001, 6471055203900002"),
        ("SCM701", "6471 0512 0390 0001"),
        ("SCM701", "647105-120390-0001"),
        ("SCM701", "64.71.05.120390.0001"),
        ("SCM702", "081234567890"),
        ("SCM702", "0812 3456 7890."),
        ("SCM702", "hubungi (0812-3456-789)"),
        ("SCM702", "+62812-3456-7890"),
        ("SCM702", "+62 812 3456 7890"),
        ("SCM702", "6281234567890"),
        ("SCM702", "+62 542 123456"),
        ("SCM702", "https://api.whatsapp.com/send?phone=6281234567890"),
        ("SCM702", "kirim ke https://wa.me/6281234567890 sekarang"),
        ("SCM703", "password: rahasia"),
        ("SCM703", "kata sandi adalah cerdas"),
        ("SCM703", "username: admin, password: admin"),
        ("SCM703", "pwd=12345678"),
        ("SCM703", "sandi Balikpapan#2024 untuk asesor"),
        ("SCM703", "PIN: 2024"),
        ("SCM703", "token: ghp_0123456789abcdefABCDEF"),
        ("SCM703", "https://tamu:tamu@contoh.go.id/"),
        ("SCM703", "-----BEGIN RSA PRIVATE KEY-----"),
        ("SCM707", "NIP. 19691015 199003 1 007"),
        ("SCM707", "196910151990031007"),
        ("SCM707", "19950101 202421 2 001"),
    ],
)
def test_found(code, text):
    found = said(text)

    assert [d.code for d in found] == [code]
    assert (found[0].span.line, found[0].span.column) == (11, 11)


@pytest.mark.parametrize(
    "text",
    [
        "2024-11-06 2024-12-03",
        "0.6471051203900001",
        "3.6471051203900001",
        "9971051203900001",
        "6471053503900001",
        "6471051213900001",
        "64710512039000012",
        "a6471051203900001f6471051203900001",
        "kode kegiatan 2.16.03.2.02.0035 dan kode wilayah 64.71",
        "Rp1.234.567.890.123.456",
        "nomor 800/0812/2024 dan 081/1234/DISKOMINFO/2024",
        "layanan 112, 119, dan 1500-123",
        "kantor (0542) 421500",
        "luas 0,8123456789 dan 0.8123456789",
        "https://contoh.go.id/2024/11/06/081234567890/berita",
        "https://contoh.go.id/?id=6281234567890",
        "lihat https://contoh.go.id/081234567890 pada 2024",
        "Pekan Imunisasi Nasional, PIN 2024",
        "Badan Siber dan Sandi Negara; Persandian; jabatan sandiman",
        "kata sandi diganti tiap 90 hari",
        "kata sandi: ditanyakan kepada Diskominfo",
        "token listrik dan api unggun",
        "196913151990031007",
        "surat B-1384/DJAI/AI.01.04/12/2023 tanggal 4 Desember 2023",
    ],
)
def test_left_alone(text):
    assert said(text) == []


def test_the_number_is_not_repeated():
    for text in ("6471051203900001", "081234567890", "kata sandi: cerdas24"):
        (found,) = said(text)
        secret = text.split()[-1]
        assert secret not in found.message + found.hint
