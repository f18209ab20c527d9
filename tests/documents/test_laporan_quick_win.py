"""The report on quick wins: a sheet each, figures over time, risks, and what goes on."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from block_list import words
from small_city import IMPRINT, ROOT, outline, small

from scmaster import pipeline, render
from scmaster.assess.case import judged_by
from scmaster.documents import laporan_quick_win as document
from scmaster.model.masterplan import QuickWin
from scmaster.passages import continuity
from scmaster.passages.cells import Missing

HERE = Path(__file__).parent
KOTA = (HERE / "kota.yaml").read_text("utf-8")
RENCANA = (HERE / "rencana.yaml").read_text("utf-8")


@pytest.fixture(scope="module", params=["balikpapan", "samarinda"])
def case(request):
    folder = ROOT / "cities" / request.param
    return pipeline.understand_city(folder, ROOT, on=date(2026, 11, 23))


@pytest.fixture(scope="module")
def data():
    return told(small(KOTA, more=[RENCANA]))


def told(case):
    return document.compose(case, IMPRINT)


def test_the_composed_data(data, golden):
    golden("laporan-quick-win/data.txt", "\n".join(outline(data)) + "\n")


def test_without_quick_wins_there_is_no_report():
    assert document.lacks(small()) == "belum ada quick win yang tercatat"
    with pytest.raises(ValueError, match="quick win"):
        told(small())


def test_a_city_without_a_submission_has_quick_wins_all_the_same(case):
    bare = told(replace(case, submission=None))

    assert bare.sheets == told(case).sheets
    assert (bare.instrument, bare.questions) == ("", [])
    artifact, found = render.render("laporan-quick-win", bare, ROOT)
    assert found == []
    assert artifact.name == "laporan-quick-win.docx"


def test_every_quick_win_has_one_sheet_with_all_its_figures(case):
    every = case.dossier.of(QuickWin)
    sheets = told(case).sheets

    assert sorted(sheet.id for sheet in sheets) == sorted(every)
    for sheet in sheets:
        figures = [row for row in sheet.measures if len(row) > 1]
        assert len(figures) == len(every[sheet.id].measures)


def test_every_number_in_brackets_is_among_the_sources(case):
    data = told(case)
    artifact, _ = render.render("laporan-quick-win", data, ROOT)
    shown = words(artifact.content).partition("[JudulDepan] Lampiran Sumber")[0]
    cited = set(re.findall(r"\[\d+\]", shown))

    assert cited
    assert cited <= {row[0].text for row in data.sources}


def test_what_is_declared_stands_beside_what_is_known(balikpapan):
    assert "1 dari 22 terdokumentasi" in told(balikpapan).sentence


def test_the_instrument_asks_twelve_questions_about_quick_wins(case):
    rows = told(case).questions

    assert [row[0][0].split()[0] for row in rows] == [f"QW.{n:02}" for n in range(1, 13)]


def test_another_family_of_instruments_asks_nothing_about_them(balikpapan):
    made = told(judged_by(balikpapan, "spbe-permenpanrb-59-2020"))

    assert made.questions == []
    assert "59" in made.instrument


def test_figures_of_one_thing_stand_together_and_oldest_first(data):
    rows = data.sheets[1].measures

    assert [row[0] for row in rows] == [
        "Waktu tunggu",
        "Januari 2024",
        "Desember 2024",
        "2025",
        "Pasien daring",
        "Desember 2024",
    ]
    assert [row[2] for row in rows if len(row) > 1] == [
        "dilaporkan",
        "dilaporkan (dipakai)",
        "target",
        "dilaporkan",
    ]


def test_a_risk_stands_in_the_matrix_where_it_was_graded(data):
    sheet = data.sheets[1]

    assert sheet.matrix == [
        ("3 (tinggi)", "–", "R1", "–"),
        ("2 (sedang)", "–", "–", "–"),
        ("1 (rendah)", "–", "–", "R2"),
    ]
    assert sheet.ungraded == "Belum dinilai, jadi tidak masuk matriks: R3."
    assert [row[4] for row in sheet.risks[:2]] == ["6 dari 9 (tinggi)", "3 dari 9 (sedang)"]
    assert data.sheets[0].matrix == []


def test_what_is_left_after_mitigation_has_a_matrix_of_its_own(data):
    sheet = data.sheets[1]

    assert sheet.residual == [
        ("3 (tinggi)", "–", "–", "–"),
        ("2 (sedang)", "–", "–", "–"),
        ("1 (rendah)", "–", "R1", "–"),
    ]
    assert [row[6] for row in sheet.risks[:2]] == ["2 dari 9 (rendah)", Missing("belum dinilai")]


def test_all_quick_wins_share_one_matrix_and_the_numbers_of_the_register(data):
    assert data.risks.counts == [
        ("Tinggi", "2", "0"),
        ("Sedang", "1", "0"),
        ("Rendah", "0", "1"),
        ("Belum dinilai", "1", "3"),
    ]
    named = [cell[0] for row in data.risks.matrix for cell in row[1:] if cell[0] != "–"]
    assert named == ["R1", "R4", "R2"]
    assert [row[0] for row in data.sheets[2].risks] == ["R4"]


def test_new_and_continued_ones_are_counted_from_the_records(data):
    assert data.counts == [("2023", "1", "1", "0", "1"), ("2024", "2", "1", "1", "0")]
    assert data.chains[0][1:] == (["2024: Antrean puskesmas daring"], ["Antre Sehat"])


def test_quick_wins_that_go_on_in_a_circle_are_each_told_once():
    circle = """
quick_wins:
  - {id: qw-a, programme: prog-uji, year: 2023, continues_from: qw-b}
  - {id: qw-b, programme: prog-uji, year: 2024, continues_from: qw-a}
  - {id: qw-c, programme: prog-uji, year: 2024, continues_from: qw-c}
  - {id: qw-d, programme: prog-uji, year: 2024}
  - {id: qw-e, programme: prog-uji, year: 2025, continues_from: qw-d}
  - {id: qw-f, programme: prog-uji, year: 2025, continues_from: qw-d}
"""
    rows = continuity.table(small(circle))
    later = [row[1] if isinstance(row[1], list) else [] for row in rows]

    assert len(rows) + sum(map(len, later)) == 6
    assert max(map(len, later)) == 2


def test_what_each_lacks_and_from_whom(data):
    what = {row[0]: (row[1], row[2]) for row in data.lacking}

    assert what["Antrean puskesmas daring (2024)"] == (
        ["mitigasi sebagian risiko", "kemungkinan atau dampak sebagian risiko"],
        "Dinas Lingkungan Hidup",
    )
    assert "risiko dan mitigasinya" in what["Antrean puskesmas daring (2023)"][0]
