"""`compare` lays cities side by side, says what is unknown, and counts nobody twice."""

import json

import pytest
from kota_uji import CITY

PUBLISHED = """\
published:
  - id: terbit-kota-uji
    instrument: uji-2024
    year: 2024
    city: Kota Uji
    status: official
    scores: [{node: baseline, score: 1.10}]
    final: 1.10
  - id: terbit-kab-lain
    instrument: uji-2024
    year: 2024
    city: Kabupaten Lain
    status: reported
    scores: [{node: baseline, score: 3.50}]
    final: 3.50
    improvement: 0.25
  - id: terbit-kota-jauh
    instrument: uji-2024
    year: 2024
    city: Kota Jauh
    status: official
    final: 2.00
"""
OWN = """\
results:
  - id: hasil-2024
    submission: ev-2024
    status: official
    scores: [{node: baseline, score: 3.00}]
    final: 3.00
    improvement: -0.20
    sources: [surat]
sources:
  - {id: surat, title: Surat hasil, tier: document}
"""
OTHER = """\
city: {id: kab-lain, name: Kab. Lain, kind: kabupaten, province: Kaltim, region_code: "64.72"}
submissions:
  - {id: ev-2023, year: 2023, stage: tunggal, state: draft}
results:
  - {id: hasil-2023, submission: ev-2023, status: reported, final: 2.90, rank: 7}
"""


@pytest.fixture
def cities(workspace, write):
    """Two cities: one with a result of its own, one that only the table knows in 2024."""
    (workspace / "pillars" / "terbit.yaml").write_text(PUBLISHED, "utf-8")
    write(CITY + OWN)
    other = workspace / "cities" / "kab-lain"
    other.mkdir()
    (other / "kota.yaml").write_text(OTHER, "utf-8")
    return workspace


WIDE = {"COLUMNS": "100"}


def rows(text):
    """Return the cells of every row, by its label; the last table wins."""
    lines = [line.strip("│┃ ").split("│") for line in text.splitlines() if "│" in line]
    return {cells[0].strip(): [cell.strip() for cell in cells[1:]] for cells in lines}


def table(text, title):
    return rows(text.partition(title)[2].partition("└")[0])


def test_side_by_side_by_year(run, cities):  # noqa: ARG001
    result = run("compare", "kota-uji", "kab-lain", env=WIDE)

    assert (result.exit_code, result.stderr) == (0, "")
    assert table(result.stdout, "Hasil 2024") == {
        "Dimensi Awal": ["3,00 (2/2)", "3,50 (1/2)"],
        "Nilai akhir": ["3,00 (2/3)", "3,50 (1/3)"],
        "Peningkatan": ["−0,20", "+0,25"],
        "Sifat nilai": ["resmi", "menurut pemberitaan"],
    }
    assert table(result.stdout, "Hasil 2023") == {
        "Nilai akhir": ["tidak diketahui", "2,90"],
        "Peringkat yang disebut": ["tidak diketahui", "7"],
        "Sifat nilai": ["tidak diketahui", "menurut pemberitaan"],
    }


def test_a_rank_says_that_it_is_one_among_the_known(run, cities):  # noqa: ARG001
    said = " ".join(run("compare", "kota-uji", env=WIDE).stdout.split())

    assert "peringkat 2 dari 3 yang diketahui (nilai akhir 2,00 sampai 3,50)" in said
    assert "bukan peringkat nasional" in said


def test_the_simulation_is_called_one(run, cities):  # noqa: ARG001
    text = run("compare", "kota-uji", "kab-lain", env=WIDE).stdout

    assert table(text, "Simulasi pengajuan sekarang") == {
        "Dimensi Awal": ["1,00 / 1,00", "–"],
        "Nilai akhir": ["1,00 / 1,00", "–"],
    }
    assert "Kab. Lain: tidak ada pengajuan untuk disimulasikan." in text
    assert "Simulasi: nilai resmi diberikan oleh asesor." in text


def test_one_year_alone(run, cities):  # noqa: ARG001
    text = run("compare", "kota-uji", "kab-lain", "--year", "2023", env=WIDE).stdout

    assert "Hasil 2023" in text
    assert "2024" not in text
    assert "Simulasi" not in text
    refused = run("compare", "kota-uji", "kab-lain", "--year", "1999")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr == (
        "Galat: tidak ada evaluasi tahun 1999 pada kota-kota itu. Yang ada: 2023, 2024.\n"
    )


def test_a_year_with_a_cycle_and_no_figure_is_named_and_can_be_asked_for(run, cities, write):
    write(CITY)
    (cities / "pillars" / "terbit.yaml").unlink()
    text = run("compare", "kota-uji").stdout

    assert "Siklus tanpa nilai yang diketahui: 2024." in text
    alone = run("compare", "kota-uji", "--year", "2024").stdout
    assert table(alone, "Hasil 2024") == {"Nilai akhir": ["tidak diketahui"]}


@pytest.mark.parametrize("columns", [60, 80, 100])
def test_it_fits_the_width_however_many_cities(run, cities, columns):
    for number in range(3):
        folder = cities / "cities" / f"kota-{number}"
        folder.mkdir()
        text = CITY.replace("name: Kota Uji", f"name: Kabupaten Kutai Kartanegara {number}")
        (folder / "kota.yaml").write_text(text + OWN, "utf-8")
    slugs = ["kota-uji", "kab-lain", "kota-0", "kota-1", "kota-2"]
    text = run("compare", *slugs, env={"COLUMNS": str(columns)}).stdout

    assert max(map(len, text.splitlines())) <= columns
    assert "…" not in text
    assert text.count("Hasil 2024") > 1


def test_for_programs_the_figures_are_exact(run, cities):  # noqa: ARG001
    made = json.loads(run("compare", "kota-uji", "kab-lain", "--format", "json").stdout)
    (year,) = [each for each in made["years"] if each["year"] == 2024]

    assert made["cities"][1] == {"id": "kab-lain", "name": "Kab. Lain"}
    assert year["final"]["cities"]["kota-uji"] == {
        "score": "3.00",
        "asked": True,
        "rank_among_known": 2,
        "known": 3,
    }
    assert year["cities"]["kab-lain"]["submission"] is None
    assert made["simulated"]["kab-lain"] is None
    assert made["simulated"]["kota-uji"]["final"] == {"claimed": "1", "provable": "1"}


def test_a_city_with_errors_is_shown_and_said(run, cities, write):  # noqa: ARG001
    write(CITY + OWN.replace("submission: ev-2024", "submission: ev-2042"))
    result = run("compare", "kota-uji", "kab-lain", env=WIDE)

    assert result.exit_code == 1
    assert "Berkas kota 'kota-uji' memuat galat: scmaster check kota-uji." in result.stderr
    assert table(result.stdout, "Hasil 2024")["Nilai akhir"] == ["1,10 (3/3)", "3,50 (1/3)"]


def test_a_city_named_twice_stands_once(run, cities):  # noqa: ARG001
    text = run("compare", "kota-uji", "cities/kota-uji", env=WIDE).stdout

    assert table(text, "Hasil 2024")["Nilai akhir"] == ["3,00 (2/3)"]
