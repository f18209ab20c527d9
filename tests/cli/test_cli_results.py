"""`results`: what the ministry has printed goes in as it is, and a slip in copying it does not."""

from decimal import Decimal

import openpyxl
import pytest
from kota_dinilai import IKN, written

from scmaster import pipeline
from scmaster.link import questions
from scmaster.source import reader

KNOWN = pipeline.frameworks(None)[0]
FIRST, HEAD = 5, 3
"""Rows of a sheet, counted from 1."""
STATUS = {"Sumber nilai": "Resmi (surat kementerian)"}


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """A workspace that is judged by what is shipped."""
    monkeypatch.chdir(written(tmp_path / "ruang kerja"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735689600")
    return tmp_path / "ruang kerja"


@pytest.fixture
def city(workspace):
    return workspace / "cities" / "kota-uji" / "kota.yaml"


@pytest.fixture
def filled(run, workspace):
    """Make a form and fill in cells: sheet, key of the row, title of the column."""

    def fill(values, name="hasil.xlsx"):
        made = run("results", "form", "kota-uji", "--out", name)
        assert made.exit_code == 0, made.output
        change(workspace / name, values)
        return workspace / name

    return fill


def change(path, values):
    book = openpyxl.load_workbook(path)
    for title, rows in values.items():
        sheet = book[title]
        columns = {str(cell.value).removesuffix(" *"): cell.column for cell in sheet[HEAD]}
        keys = {sheet.cell(row, 1).value: row for row in range(FIRST, sheet.max_row + 1)}
        for key, cells in rows.items():
            for column, value in cells.items():
                sheet.cell(keys[key], columns[column]).value = value
    book.save(path)


def take(run, path, *words):
    return run("results", "import", "kota-uji", path, *(words or ("--yes",)))


def comma(value):
    return str(value).replace(".", ",")


def printed(row, **final):
    """What a form says that a published row is copied into."""
    told = {"Nilai akhir": comma(row.final), **STATUS, **final}
    scores = {score.node: {"Nilai": comma(score.score)} for score in row.scores}
    return {"Hasil Akhir": {"akhir": told}, "Nilai Dimensi": scores}


def records(path):
    return reader.read(path.read_bytes(), "a.yaml")[0].plain()


# -- official results -------------------------------------------------------------------------

OFFICIAL = [
    "komdigi-2023-kota-balikpapan",
    "komdigi-2023-kota-samarinda",
    "komdigi-2023-kota-bandung",
    "komdigi-2023-kab-kutai-barat",
    "komdigi-2022-kota-kediri",
    "komdigi-2024-kota-jambi",
]


@pytest.mark.parametrize("name", OFFICIAL)
def test_official_results_are_taken_and_with_a_slip_of_five_hundredths_refused(  # noqa: PLR0913, PLR0917
    name, run, filled, city, workspace, files
):
    row = KNOWN.published[name]
    city.write_text(city.read_text("utf-8").replace(IKN, row.instrument), "utf-8")
    slip = comma(row.final + Decimal("0.05"))
    path = filled(printed(row, **{"Nilai akhir": slip}))
    before = files(workspace)
    refused = take(run, path)

    assert refused.exit_code == 1
    assert f"lembar Hasil Akhir, sel C5: nilai akhir pada hasil-2023 tertulis {slip}" in (
        " ".join(refused.output.split())
    )
    assert files(workspace) == before

    change(path, printed(row))
    accepted = take(run, path)

    assert accepted.exit_code == 0, accepted.output
    (made,) = records(city)["results"]
    assert {s["node"]: Decimal(s["score"]) for s in made["scores"]} == {
        score.node: score.score for score in row.scores
    }
    assert Decimal(made["final"]) == row.final
    assert made["status"] == "official"


def malang():
    """What Kabupaten Malang was given in 2022: 59 questions, and the totals that were printed."""
    row = KNOWN.published["komdigi-2022-kab-malang"]
    seen = {
        question.id: {"Nilai soal": comma(observed.score)}
        for question in questions(KNOWN.instruments[row.instrument]).values()
        for observed in question.observed
        if (observed.city, observed.year) == ("Kabupaten Malang", 2022)
    }
    assert len(seen) == 59
    return row, printed(row) | {"Nilai Soal": seen}


@pytest.mark.parametrize(
    ("sheet", "key", "column", "cell"),
    [
        ("Nilai Dimensi", "output", "Nilai", "lembar Nilai Dimensi, sel D6"),
        ("Nilai Dimensi", "quick_win", "Nilai", "lembar Nilai Dimensi, sel D9"),
        ("Hasil Akhir", "akhir", "Nilai akhir", "lembar Hasil Akhir, sel C5"),
    ],
)
def test_from_items_to_the_final_score_every_total_has_to_follow(  # noqa: PLR0913, PLR0917
    sheet, key, column, cell, run, filled, city
):
    row, values = malang()
    city.write_text(city.read_text("utf-8").replace(IKN, row.instrument), "utf-8")
    path = filled(values)
    right = values[sheet][key][column]
    change(
        path, {sheet: {key: {column: comma(Decimal(right.replace(",", ".")) + Decimal("0.05"))}}}
    )
    refused = take(run, path)

    assert (refused.exit_code, "SCM510" in refused.output) == (1, True)
    assert cell in refused.output
    assert "results" not in records(city)

    change(path, values)
    accepted = take(run, path)

    assert accepted.exit_code == 0, accepted.output
    assert len(records(city)["results"][0]["scores"]) == 5 + 59


# -- what keeps a form from being taken -------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"Hasil Akhir": {"akhir": {**STATUS, "Nilai akhir": "34,1"}}}, "SCM526"),
        ({"Nilai Dimensi": {"impact": {"Nilai": "0,5"}}, "Hasil Akhir": {"akhir": STATUS}}, ""),
        ({"Nilai Dimensi": {"impact": {"Nilai": "4,01"}}, "Hasil Akhir": {"akhir": STATUS}}, "526"),
        (
            {
                "Nilai Soal": {"BAS.01": {"Nilai soal": "3,60", "Asesor 1": "4", "Asesor 2": 3}},
                "Hasil Akhir": {"akhir": STATUS},
            },
            "SCM532",
        ),
        (
            {"Nilai Soal": {"BAS.01": {"Asesor 1": "5"}}, "Hasil Akhir": {"akhir": STATUS}},
            "SCM908",
        ),
        ({"Hasil Akhir": {"akhir": {"Nilai akhir": "3,41"}}}, "sumber nilai belum dipilih"),
        ({"Hasil Akhir": {"akhir": {**STATUS, "Nomor surat": "B-1"}}}, "diisi bersama"),
        ({"Hasil Akhir": {"akhir": {**STATUS, "Nilai akhir": "tiga"}}}, "SCM906"),
        (
            {"Kekuatan": {"kuat-1": {"Lembaga asesor": "ITB"}}, "Hasil Akhir": {"akhir": STATUS}},
            "catatannya",
        ),
        ({"Rekomendasi": {"rek-1": {"Nomor": 1}}}, "isi rekomendasinya"),
        (
            {
                "Rekomendasi": {
                    "rek-1": {"Nomor": 1, "Rekomendasi": "A."},
                    "rek-2": {"Nomor": "1", "Rekomendasi": "B."},
                }
            },
            "dipakai dua kali",
        ),
        (
            {"Rekomendasi": {"rek-1": {"Rekomendasi": "A.", "Soal terkait": "BAS.99"}}},
            "soal 'BAS.99' tidak ada",
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_cell_and_nothing_is_written(  # noqa: PLR0913, PLR0917
    values, said, run, filled, workspace, files
):
    path = filled(values)
    before = files(workspace)
    result = take(run, path)

    if said:
        assert result.exit_code == 1
        assert said in " ".join(result.output.split())
        assert (
            "hasil.xlsx:5:" in result.output
            or "hasil.xlsx:6:" in result.output
            or ("hasil.xlsx:8:" in result.output)
        )
        assert files(workspace) == before
    else:
        assert result.exit_code == 0  # between nought, of the absent, and the lowest score


def test_a_question_that_the_instrument_does_not_have(run, filled, city, workspace, files):
    """A form of the early cohort, brought in after the submission was given another instrument."""
    city.write_text(city.read_text("utf-8").replace(IKN, "komdigi-2022-early-phase"), "utf-8")
    values = {"Nilai Soal": {"IMP22.01": {"Nilai soal": "2,25"}}, "Hasil Akhir": {"akhir": STATUS}}
    path = filled(values)
    city.write_text(city.read_text("utf-8").replace("komdigi-2022-early-phase", IKN), "utf-8")
    before = files(workspace)
    result = take(run, path)

    assert result.exit_code == 1
    assert "'IMP22.01' bukan bagian instrumen pengajuan ini" in result.output
    assert files(workspace) == before


def test_an_improvement_that_is_not_the_difference_of_two_years(run, filled, city):
    text = city.read_text("utf-8")
    text += (
        "results: [{id: hasil-2022, submission: evaluasi-2022, status: official, final: 3.10}]\n"
    )
    head = "submissions:\n"
    text = text.replace(
        head, f"{head}  - {{id: evaluasi-2022, year: 2022, stage: tahap_2, state: final}}\n"
    )
    city.write_text(text, "utf-8")
    row = KNOWN.published["komdigi-2023-kota-balikpapan"]
    path = filled(printed(row, Peningkatan="-0,31"))
    refused = take(run, path)

    assert (refused.exit_code, "SCM512" in refused.output) == (1, True)
    assert "lembar Hasil Akhir, sel D5" in refused.output

    change(path, {"Hasil Akhir": {"akhir": {"Peningkatan": "0,31"}}})
    assert take(run, path).exit_code == 0


def test_files_that_are_no_form_of_this_submission(run, filled, workspace, city):
    path = filled({})
    (workspace / "lain.xlsx").write_bytes(b"PK\x03\x04bukan")
    assert "SCM900" in take(run, workspace / "lain.xlsx").output

    openpyxl.Workbook().save(workspace / "kosong.xlsx")
    assert "bukan formulir dari 'scmaster results form'" in " ".join(
        take(run, workspace / "kosong.xlsx").output.split()
    )
    assert run("survey", "template", "kota-uji", "--sub-pillar", "gov-service", "--out", "s.xlsx")
    assert "bukan formulir hasil" in take(run, workspace / "s.xlsx").output

    city.write_text(city.read_text("utf-8").replace("id: kota-uji", "id: kota-lain"), "utf-8")
    assert "formulir ini milik kota 'kota-uji'" in take(run, path).output


def test_without_an_instrument_there_is_no_form(run, city):
    city.write_text(city.read_text("utf-8").replace(f", instrument: {IKN}", ""), "utf-8")
    result = run("results", "form", "kota-uji", "--submission", "evaluasi-2023")

    assert result.exit_code == 2
    assert "instrumen pengajuan evaluasi-2023 belum diketahui" in result.output


# -- what is written --------------------------------------------------------------------------

WHOLE = {
    "Hasil Akhir": {
        "akhir": {
            **STATUS,
            "Nilai akhir": "3,41",
            "Peringkat": 12,
            "Dari berapa daerah": "66",
            "Nomor surat": "B-1384/DJAI/AI.01.04/12/2023",
            "Tanggal surat": "4 Desember 2023",
        }
    },
    "Nilai Soal": {"BAS.01": {"Nilai soal": "3,67", "Asesor 1": 4, "Asesor 2": "3", "Asesor 3": 4}},
    "Kekuatan": {"kuat-1": {"Catatan asesor": "Komitmen kuat.", "Lembaga asesor": "ITB"}},
    "Kelemahan": {"lemah-3": {"Catatan asesor": "Forum jarang bertemu."}},
    "Rekomendasi": {
        "rek-1": {"Rekomendasi": "Aktifkan Dewan.", "Soal terkait": "BAS.02, OUT.02"},
        "rek-2": {
            "Nomor": 7,
            "Rekomendasi": "Perluas layanan.",
            "Pilar": "smart living",
            "Penanggung jawab": "Dinas Penanaman Modal",
            "Tenggat": "2024",
        },
    },
}


def test_everything_of_a_form_in_the_citys_yaml(run, filled, city, golden):
    before = city.read_text("utf-8")
    result = take(run, filled(WHOLE))

    assert result.exit_code == 0, result.output
    after = city.read_text("utf-8")
    assert after.startswith(before)
    golden("cli/hasil.yaml", after.removeprefix(before))
    golden("cli/hasil.txt", result.output)


def test_the_same_form_changes_nothing_the_second_time(run, filled, workspace, files):
    path = filled(WHOLE)
    take(run, path)
    before = files(workspace)
    result = take(run, path)

    assert result.exit_code == 0
    assert "tidak ada yang berubah" in result.output
    assert files(workspace) == before


def test_an_untouched_form_changes_nothing(run, filled, workspace, files):
    path = filled({})
    before = files(workspace)

    assert take(run, path).exit_code == 0
    assert files(workspace) == before


def test_a_new_form_shows_what_is_on_record_and_other_figures_need_a_word(run, filled, city):
    take(run, filled(WHOLE))
    path = filled({}, "lagi.xlsx")
    sheet = openpyxl.load_workbook(path)["Nilai Soal"]
    assert [cell.value for cell in sheet[FIRST]][3:7] == ["3,67", "4", "3", "4"]

    change(path, {"Nilai Soal": {"BAS.01": {"Asesor 2": 4, "Nilai soal": "4"}}})
    change(path, {"Kekuatan": {"kuat-1": {"Catatan asesor": "SPBE naik."}}})
    refused = take(run, path)
    assert refused.exit_code == 1
    assert "ganti dengan --update" in refused.output

    before = city.read_text("utf-8").splitlines()
    assert take(run, path, "--yes", "--update").exit_code == 0
    after = city.read_text("utf-8").splitlines()
    assert [line for line in before if line not in after] == [
        "        score: 3.67",
        "        scores: [4, 3, 4]",
    ]
    assert [line for line in after if line not in before] == [
        "        score: 4.00",
        "        scores: [4, 4, 4]",
        "      - text: SPBE naik.",
    ]


def test_a_recommendation_of_another_text_under_the_same_number(run, filled, city):
    take(run, filled(WHOLE))
    path = filled({"Rekomendasi": {"rek-1": {"Nomor": 7, "Rekomendasi": "Lain sama sekali."}}})

    assert take(run, path).exit_code == 1
    assert take(run, path, "--yes", "--update").exit_code == 0
    assert [r["text"] for r in records(city)["recommendations"]] == [
        "Aktifkan Dewan.",
        "Lain sama sekali.",
    ]


def test_what_is_confirmed_by_another_source_is_a_record_of_its_own(run, filled, city):
    text = city.read_text("utf-8") + (
        "results:\n  - {id: kabar, submission: evaluasi-2023, status: reported, final: 3.41,"
        " scores: [{node: impact, score: 3.31}]}\n"
    )
    city.write_text(text, "utf-8")
    path = filled({"Hasil Akhir": {"akhir": {**STATUS, "Peringkat": 12}}})
    result = take(run, path)

    assert result.exit_code == 0, result.output
    assert city.read_text("utf-8").startswith(text)
    assert records(city)["results"][1] == {
        "id": "hasil-2023",
        "submission": "evaluasi-2023",
        "status": "official",
        "scores": [{"node": "impact", "score": "3.31"}],
        "final": "3.41",
        "rank": "12",
    }


def test_a_cell_that_is_emptied_leaves_the_record(run, filled, city):
    take(run, filled(WHOLE))
    before = city.read_text("utf-8")
    path = filled({"Hasil Akhir": {"akhir": {"Nilai akhir": None}}}, "lagi.xlsx")
    result = take(run, path)

    assert result.exit_code == 0
    assert "dikosongkan; nilai yang sudah tercatat (3.41) tetap" in " ".join(result.output.split())
    assert city.read_text("utf-8") == before


def test_dry_run_and_no_terminal_write_nothing(run, filled, workspace, files):
    path = filled(WHOLE)
    before = files(workspace)

    assert take(run, path, "--dry-run").exit_code == 0
    assert run("results", "import", "kota-uji", path).exit_code == 2
    assert files(workspace) == before


def test_only_what_is_to_be_filled_in_is_open(filled):
    book = openpyxl.load_workbook(filled({}))

    assert book.sheetnames[:7] == [
        "Petunjuk",
        "Hasil Akhir",
        "Nilai Dimensi",
        "Nilai Soal",
        "Kekuatan",
        "Kelemahan",
        "Rekomendasi",
    ]
    for sheet in book.worksheets[1:7]:
        assert sheet.protection.sheet
        titles = [cell.value for cell in sheet[HEAD]]
        locked = [bool(cell.protection.locked) for cell in sheet[FIRST]]
        read = {"Kode", "Dimensi", "Bobot", "Pertanyaan"}
        assert locked == [title in read for title in titles], sheet.title
    assert book["Nilai Soal"].max_row == 4 + 117


def test_the_number_of_assessors_is_asked_for(run, workspace):
    run("results", "form", "kota-uji", "--assessors", "2", "--out", "a.xlsx")
    sheet = openpyxl.load_workbook(workspace / "a.xlsx")["Nilai Soal"]

    assert [cell.value for cell in sheet[HEAD]][4:] == ["Asesor 1", "Asesor 2"]
