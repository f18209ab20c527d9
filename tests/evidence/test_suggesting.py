"""What a document seems to say of itself."""

import pytest

from scmaster.assess.originals import Contents
from scmaster.evidence.suggesting import Suggestion, suggested

LETTER = "Nomor : 000.7/12/DISKOMINFO\nBalikpapan, 18 Juni 2024"
RULE = """\
PERATURAN WALI KOTA
NOMOR 14 TAHUN 2022
Mengingat: UU Nomor 23 Tahun 2014 tanggal 2 Oktober 2014
Ditetapkan di Balikpapan
pada tanggal 5 Agustus 2022
"""


@pytest.mark.parametrize(
    ("text", "number", "date"),
    [
        (LETTER, "000.7/12/DISKOMINFO", "2024-06-18"),
        (RULE, "14 Tahun 2022", "2022-08-05"),
        ("Rapat tertanggal 1 Mei 2023\nTanggal: 18 Juni 2024", "", "2024-06-18"),
        ("Nomor urut dan nomor lain\n31 Februari 2024", "", ""),
        ("Rapat 3 Maret 2024", "", "2024-03-03"),
        ("", "", ""),
    ],
)
def test_finds_number_and_date(text, number, date):
    assert suggested(Contents(pages=(text,))) == Suggestion(number, date)
