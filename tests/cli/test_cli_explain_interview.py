"""A question of the interview explained: why it is asked, what answers it, and for one city."""

from typing import get_args

import pytest
from kota_uji import CITY, PILLARS

from scmaster.catalogue.interview import PARTS
from scmaster.model.interview import Part

BANK = """\
interview_questions:
  - id: ask-wifi
    text: Di mana titik Wi-Fi gratis?
    why: Titik tanpa sinyal pernah menjadi rekomendasi.
    family: komdigi
    theme: connectivity
    asked: [{city: Kota A, year: 2024, text: Asesor menanyakannya., source: s}]
    office: Diskominfo
    answered_by: {questions: [UJI.01], parts: [council, surveys], words: [Wi-Fi]}
    needs: [Peta titik tanpa sinyal., Daftar titik.]
    status: secondary
complaints:
  - id: connectivity
    name: Titik tanpa sinyal
    text: Belum terjangkau.
    family: komdigi
    status: inferred
    examples: [{city: Kota A, year: 2024, text: Bukit., source: s}]
sources: [{id: s, title: Laporan asesor, tier: document}]
"""
RECORDS = """\
programmes:
  - {id: prog-wifi, name: Wi-Fi gratis, lifecycle: running,
     measures: [{name: Titik, value: 362, unit: titik, as_of: 2025}]}
"""


@pytest.fixture
def explained(run, workspace, write):
    (workspace / "pillars" / "uji.yaml").write_text(PILLARS + BANK, "utf-8")
    write(CITY + RECORDS)

    def explain(*arguments):
        result = run("explain", *arguments, env={"COLUMNS": "80"})
        assert (result.exit_code, result.stderr) == (0, "")
        assert max(map(len, result.stdout.splitlines())) <= 80
        return " ".join(result.stdout.split())

    return explain


@pytest.mark.parametrize("name", ["ask-wifi", "ASK_WIFI"])
def test_a_question_of_the_interview_by_its_id(explained, name):
    shown = explained(name)

    assert shown.startswith("ask-wifi Pertanyaan Di mana titik Wi-Fi gratis?")
    for words in (
        "Keluhan connectivity (Titik tanpa sinyal)",
        "Pernah ditanyakan Kota A 2024: Asesor menanyakannya. (Laporan asesor)",
        "Penjawab Diskominfo",
        "jawaban atas pertanyaan instrumen UJI.01",
        "data tentang rapat Dewan dan survei dampak",
        "angka, program, indikator, dan rencana yang menyebut Wi-Fi",
        "Yang dibawa Peta titik tanpa sinyal. Daftar titik.",
        "Kepastian pernah ditanyakan",
    ):
        assert words in shown


def test_what_a_city_has_to_answer_it(explained):
    own = explained("ask-wifi", "--city", "kota-uji").partition("ask-wifi di Kota Uji")[2]

    assert "Keadaan ada bahan, belum terbukti" in own
    assert "Program Wi-Fi gratis (berjalan) (sumber belum dicatat)" in own
    assert "Wi-Fi gratis, Titik: 362 titik (dilaporkan, keadaan 2025)" in own
    assert "Belum terbukti UJI.01" in own


def test_a_city_without_an_answer(explained, write):
    write(CITY)

    own = explained("ask-wifi", "--city", "kota-uji").partition("ask-wifi di Kota Uji")[2]
    assert own.strip() == "Keadaan belum ada jawaban Belum terbukti UJI.01"


@pytest.mark.usefixtures("explained")
def test_a_mistyped_one(run):
    result = run("explain", "ask-wify")

    assert result.exit_code == 2
    assert "Maksudnya 'ask-wifi'?" in result.stderr


def test_every_part_has_a_name_for_readers():
    assert set(PARTS) == set(get_args(Part))
