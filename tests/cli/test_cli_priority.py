"""`scmaster priority`: the programmes by the declared scale, in 80 columns and for programs."""

import json

import pytest
from kota_uji import CITY, PILLARS

SCALE = """\
priorities:
  - id: skala-kota
    name: Skala Kota Uji
    basis: source
    note: Ditetapkan Bappeda.
    criteria:
      - {id: benefit, name: Manfaat, weight: 60, text: Siapa., computed: Rata-rata.}
      - {id: budget, name: Anggaran, weight: 40, text: Dana., computed: Satu atau nol.}
"""
PROGRAMMES = """\
programmes:
  - {id: prog-jam, name: Jam Macet dan Rekayasa Lalu Lintas di Seluruh Simpang Kota pada Jam Pulang}
  - id: prog-air
    name: Air Bersih
    owner: dlh
    beneficiaries: Warga
    budget: [{year: 2024, amount: 1000000, funding: apbd}]
  - {id: prog-dulu, name: Yang Dulu, lifecycle: stopped}
"""


@pytest.fixture
def ranked(workspace, write):
    (workspace / "pillars" / "uji.yaml").write_text(PILLARS + SCALE, "utf-8")
    write(CITY + PROGRAMMES)


@pytest.mark.usefixtures("ranked")
def test_the_programmes_with_what_each_criterion_adds(run):
    result = run("priority", "kota-uji")
    lines = result.stdout.splitlines()

    assert result.exit_code == 0
    assert lines[0] == "Prioritas program Kota Uji · ev-2024"
    assert lines[1] == "Bobot: Manfaat 60, Anggaran 40."
    assert lines[4].split() == ["1.", "Air", "Bersih", "60–100", "60%"]
    assert lines[5].strip() == "Manfaat 20–60 · Anggaran 40"
    assert lines[6].startswith("  2. Jam Macet dan Rekayasa")
    assert "Manfaat ? · Anggaran ?" in result.stdout
    assert "Skala Kota Uji (menurut sumber)" in result.stdout
    assert "Tidak diurutkan karena dihentikan: Yang Dulu." in " ".join(lines)
    assert max(map(len, lines)) <= 80


@pytest.mark.usefixtures("ranked")
def test_one_programme_with_its_reasons(run):
    said = run("priority", "kota-uji", "--programme", "prog-air").stdout

    assert "Pemilik: Dinas Lingkungan Hidup" in said
    assert "Anggaran 40: didanai pada 2024" in said
    assert "Jam Macet" not in said


@pytest.mark.usefixtures("ranked")
def test_for_programs_everything_is_there(run):
    said = json.loads(run("priority", "kota-uji", "--format", "json").stdout)
    first, second = said["programmes"]

    assert said["scale"]["basis"] == "source"
    assert (first["id"], first["rank"], first["low"], first["high"]) == ("prog-air", 1, "60", "100")
    assert first["parts"]["budget"] == {
        "value": "1",
        "known": "1",
        "reasons": ["didanai pada 2024"],
    }
    assert first["parts"]["benefit"]["known"] == "0.333333"
    assert second["parts"]["budget"]["value"] is None
    assert said["not_ranked"] == ["prog-dulu"]


@pytest.mark.usefixtures("ranked")
def test_a_mistyped_programme_is_suggested(run):
    result = run("priority", "kota-uji", "--programme", "prog-aer")

    assert result.exit_code == 2
    assert "program 'prog-aer' tidak ada dalam urutan. Maksudnya 'prog-air'?" in result.stderr


def test_without_a_scale_there_is_nothing_to_rank_by(run, write):
    write(CITY + PROGRAMMES)
    result = run("priority", "kota-uji")

    assert result.exit_code == 2
    assert "skala prioritas belum dinyatakan" in result.stderr


@pytest.mark.usefixtures("ranked")
def test_a_criterion_is_explained_as_the_scale_has_it(run):
    said = run("explain", "Benefit").stdout

    assert said.startswith("benefit · Manfaat\n")
    assert "60%" in said
    assert "Ditetapkan Bappeda." in said


@pytest.mark.usefixtures("ranked")
def test_a_criterion_that_the_scale_leaves_out_is_none(run):
    assert run("explain", "readiness").exit_code == 2
    assert "Maksudnya 'budget'?" in run("explain", "budgett").stderr


def test_a_city_with_errors_is_ranked_and_said_to_have_them(run, write, workspace):
    (workspace / "pillars" / "uji.yaml").write_text(PILLARS + SCALE, "utf-8")
    write(CITY + PROGRAMMES + "  - {id: prog-x, nama: Salah}\n")
    result = run("priority", "kota-uji")

    assert result.exit_code == 1
    assert "Air Bersih" in result.stdout
    assert "memuat galat" in result.stderr
