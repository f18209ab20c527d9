"""The follow-up of recommendations: all of them, with the claims that differ, and their sum."""

from pathlib import Path

from small_city import IMPRINT, ROOT, outline, small

from scmaster import render
from scmaster.documents import tindak_lanjut_rekomendasi as document
from scmaster.passages.cells import Missing

KOTA = (Path(__file__).parent / "kota.yaml").read_text("utf-8")


def test_the_composed_data(golden):
    data = document.compose(small(KOTA), IMPRINT)

    golden("tindak-lanjut-rekomendasi/data.txt", "\n".join(outline(data)) + "\n")


def test_twelve_and_seven_are_nineteen(balikpapan):
    data = document.compose(balikpapan, IMPRINT)
    of_2022 = next(cycle for cycle in data.cycles if cycle.name == "2022")

    assert "12 + 7 = 19 rekomendasi" in data.totals.sentence
    assert [row[0] for row in of_2022.rows] == [str(number) for number in range(1, 13)]
    unknown = [row for row in of_2022.rows if isinstance(row[1], Missing)]
    assert [row[0] for row in unknown] == ["9", "10", "11", "12"]


def test_both_claims_of_status_are_printed_with_who_and_when(balikpapan):
    data = document.compose(balikpapan, IMPRINT)
    status = "\n".join(str(line) for cycle in data.cycles for row in cycle.rows for line in row)

    assert "10 November 2023" in status
    assert "18 November 2023" in status


def test_a_city_without_recommendations_is_told_so():
    assert document.lacks(small()) == "belum ada rekomendasi yang tercatat"


def test_it_is_rendered(balikpapan):
    data = document.compose(balikpapan, IMPRINT)
    artifact, found = render.render("tindak-lanjut-rekomendasi", data, ROOT)

    assert found == []
    assert artifact.name == "tindak-lanjut-rekomendasi.docx"
