"""What a page cannot show of the rules that read words, and of a city without a cycle."""

import importlib
import json

import pytest
from test_pages import understand

WHOLE = importlib.import_module("scmaster.checks.scm406_whole_without_coverage").WHOLE


def said(code, text):
    quoted = json.dumps(text, ensure_ascii=False)
    case = understand(f"programmes:\n  - id: prog-uji\n    name: Layanan\n    note: {quoted}\n")
    return [d.message for d in case.diagnostics if d.code == code]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Senin (19/5/2021)", "Rabu"),
        ("senin, 19-05-2021", "Rabu"),
        ("SENIN 19 MEI 2021", "Rabu"),
        ("Jum'at tanggal 19 Mei 2021", "Rabu"),
        ("Ahad, 9 Nopember 2024", "Sabtu"),
        ("hari Minggu 6 Nov. 2024", "Rabu"),
        ("Selasa,\n 28 Pebruari 2024", "Rabu"),
        ("Kamis, 30 Februari 2024", "tidak ada di kalender"),
        ("Kamis, 1/13/2024", "tidak ada di kalender"),
    ],
)
def test_wrong_weekdays(text, right):
    (message,) = said("SCM407", text)
    assert right in message


@pytest.mark.parametrize(
    "text",
    [
        "Rabu (19/5/2021) dan Rabu, 6 November 2024",
        "Jumat, 8 November 2024; Jum’at 8/11/2024",
        "Ahad, 10 November 2024",
        "Sabtu-Minggu, 9-10 November 2024",
        "minggu 2 Mei 2024",
        "Senin, 5 orang 2024",
        "Senin 19 Mei",
        "https://contoh.go.id/senin-19-5-2021",
    ],
)
def test_weekdays_that_fit_or_are_none(text):
    assert said("SCM407", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Seluruh kelurahan",
        "di semua kecamatan",
        "semuanya terhubung",
        "setiap warga",
        "capaian 100%",
        "100 persen sekolah",
        "seratus persen",
        "tiap-tiap RT",
    ],
)
def test_words_of_a_whole(text):
    assert WHOLE.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "secara keseluruhan",
        "menyeluruh",
        "setiap bulan",
        "setiap hari kerja",
        "belum semua",
        "tidak seluruhnya",
        "bukan setiap",
        "1.100 persen",
        "2100%",
        "0,100 persen",
        "bersemuka",
        "semua pihak",
    ],
)
def test_harmless_words(text):
    assert not WHOLE.search(text)


CLAIM = """\
submissions:
  - {id: evaluasi-2024, year: 2024, stage: tunggal, instrument: uji-2024, state: draft}
  - {id: evaluasi-2023, year: 2023, stage: tunggal, instrument: uji-2024, state: final}
evidence:
  - id: ev-berita
    title: Berita rapat forum seluruh kota
    kind: berita
    period: 2023
    url: https://contoh.go.id/berita
claims:
  - id: klaim-lama
    evidence: ev-berita
    supports: [OUT.04]
    submission: CYCLE
    role: primary
    statement: Seluruh kelurahan hadir.
"""
OF_A_CYCLE = {"SCM406", "SCM408", "SCM411"}


@pytest.mark.parametrize(
    ("cycle", "codes"), [("evaluasi-2024", OF_A_CYCLE), ("evaluasi-2023", set())]
)
def test_what_was_handed_in_before_is_history(cycle, codes):
    case = understand(CLAIM.replace("CYCLE", cycle))
    assert {d.code for d in case.diagnostics} & OF_A_CYCLE == codes


def test_a_city_without_a_cycle_is_checked_all_the_same():
    case = understand("submissions: []\nanswers: []\n")
    assert case.submission is None
    assert not {d.code for d in case.diagnostics} & {"SCM408", "SCM419", "SCM425", "SCM431"}
