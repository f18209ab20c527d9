"""A corpus of what official papers hold: what must be found in them, and what must not."""

from itertools import product

import pytest

from scmaster.assess import personal_data
from scmaster.assess.personal_data import Kind, found

MUST_BE_FOUND = [
    (Kind.NIK, "NIK : 6471051203900001"),
    (Kind.NIK, "Penerima 6471 0552 0390 0001 (istri)"),
    (Kind.NIK, "KTP 647105-120390-0001"),
    (Kind.NIK, "No. KK 6471051203900007, alamat Jalan Sudirman"),
    (Kind.PHONE, "Narahubung: Sari (0812-3456-7890)"),
    (Kind.PHONE, "WA +62 812 3456 7890"),
    (Kind.PHONE, "hubungi 081234567890."),
    (Kind.PHONE, "https://wa.me/6281234567890"),
    (Kind.SECRET, "user: admin, kata sandi: Cerdas2024"),
    (Kind.SECRET, "surel dinas@contoh.go.id password: rahasia123"),
    (Kind.SECRET, "PIN: 482913"),
    (Kind.SECRET, "token: ghp_0123456789abcdefABCDEF"),
    (Kind.NIP, "NIP. 19691015 199003 1 007"),
    (Kind.NIP, "NIP 199501012024212001"),
    (Kind.ACCOUNT, "Nomor rekening Bank Contoh: 012-345-678-901"),
    (Kind.ACCOUNT, "No. Rek. 0123456789 a.n. Bendahara"),
    (Kind.ACCOUNT, "rekening giro 001 23 4567890"),
    (Kind.ACCOUNT, "Rekening: 1234567890123"),
]
MUST_BE_LEFT = [
    "Nomor 800/0812/2024 tanggal 6 November 2024",
    "B-1384/DJAI/AI.01.04/12/2023",
    "Nomor 470/1234/5678/9012/Disdukcapil",
    "kode kegiatan 2.16.03.2.02.0035",
    "kode rekening 5.1.02.01.01.0024",
    "rekening belanja 5.1.02.02.01.0003 sebesar Rp154.600.000,00",
    "Nomor rekening 5.1.02.01.01.0024 pada DPA",
    "Rp1.234.567.890.123.456",
    "9971051203900001",
    "6471053503900001 bukan tanggal",
    "6471051213900001 bukan bulan",
    "telepon kantor (0542) 421500",
    "layanan darurat 112, 119, 1500-123",
    "Pekan Imunisasi Nasional, PIN 2024",
    "kata sandi diganti tiap 90 hari",
    "kata sandi: diberikan saat visitasi",
    "Badan Siber dan Sandi Negara",
    "token listrik",
    "2021-2026 dan 2025-2029",
    "ISBN 978-602-1234-56-7",
    "koordinat -1,237927 dan 116,852853",
    "sha256 6499015203900001649901520390000164990152039000016499015203900001",
    "https://contoh.go.id/2024/11/06/081234567890/berita",
    "penyaluran lewat rekening penerima pada 2024",
]


@pytest.mark.parametrize(("kind", "text"), MUST_BE_FOUND)
def test_it_is_found(kind, text):
    assert kind in {hit.kind for hit in found(text)}


@pytest.mark.parametrize("text", MUST_BE_LEFT)
def test_it_is_left_alone(text):
    assert list(found(text)) == []


@pytest.mark.parametrize(("kind", "text"), MUST_BE_FOUND)
def test_it_is_never_shown_whole(kind, text):
    for hit in found(text, kind):
        assert hit.written not in hit.masked
        assert sum(sign != "•" for sign in hit.masked) <= 4


def odd(text):
    """The same in letters that a pattern without case takes for s, k and i."""
    return [text, text.upper(), text.translate(str.maketrans("ski", "\u017f\u212a\u0131"))]


def test_the_quick_look_misses_nothing_that_the_patterns_find():
    texts = [text for _, text in MUST_BE_FOUND] + MUST_BE_LEFT
    texts += [f"{one} {other}" for one, other in product(texts[:12], texts[10:22])]
    texts += [
        "https://a:rahasia@contoh.go.id",
        "-----BEGIN RSA PRIVATE KEY-----",
        "sig=abcd1234efgh5",
    ]
    seen = set()
    for text in (changed for each in texts for changed in odd(each)):
        for kind, finder in personal_data._FINDERS.items():
            hits = [(hit.start, hit.written) for hit in found(text, kind)]
            assert hits == list(finder(text)), (kind, text)
            seen |= {kind} if hits else set()
    assert seen == set(Kind)
