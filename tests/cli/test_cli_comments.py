"""`comments`: what reviewers left in a document, told at the line, and filed where asked."""

import json
import shutil
from pathlib import Path

import pytest
from handed_back import changed, commented, forgetful, through_google, tracked, unpacked
from kota_uji import CITY
from typer.testing import CliRunner

from scmaster.cli import app, comments
from scmaster.source import reader

ANSWERED = CITY + (
    "answers:\n"
    "  - id: jaw-uji-01\n"
    "    submission: ev-2024\n"
    "    question: UJI.01\n"
    "    fact: Ada sejak 2020.\n"
    "    analysis: Cukup.\n"
)
FACT = ANSWERED.split("\n").index("    fact: Ada sejak 2020.") + 1
PLACE = f"cities/kota-uji/kota.yaml:{FACT}:11"
LATER = f"cities/kota-uji/kota.yaml:{FACT + 1}:11"
ASKED = "Tahun berapa tepatnya?"


@pytest.fixture
def report(run, write, workspace):
    """The report of a city with one answer."""
    write(ANSWERED)
    made = run(
        "build", "kota-uji", "--document", "laporan-evaluasi", "--draft", "--page-numbers", "never"
    )
    path = workspace / "build" / "kota-uji" / "laporan-evaluasi.docx"
    assert path.is_file(), made.output
    return path


@pytest.fixture
def returned(report, workspace):
    """Put remarks into the report, and say where it lies."""

    def make(*changes):
        content = report.read_bytes()
        for change in changes:
            content = change(content)
        path = workspace / "kembali.docx"
        path.write_bytes(content)
        return path

    return make


def remark(*told):
    return lambda content: commented(content, *told)


def recommendations(path):
    return reader.read(path.read_bytes(), "a.yaml")[0].plain().get("recommendations", [])


def test_a_comment_is_told_at_the_line_of_its_claim(run, returned):
    result = run("comments", "kota-uji", returned(remark((1, ASKED))))

    assert result.exit_code == 0
    assert f"{PLACE}: peringatan SCM943" in result.stdout
    assert "komentar penelaah 1 (20 November 2026) pada K1" in result.stdout
    assert ASKED in result.stdout
    assert "fact: Ada sejak 2020." in result.stdout
    assert "Budi" not in result.output


def test_it_is_told_where_the_claim_stands_today(run, returned, write):
    path = returned(remark((1, ASKED)))
    write("# baris baru\n" + ANSWERED)

    assert f"{LATER}: peringatan SCM943" in run("comments", "kota-uji", path).stdout


def test_of_a_claim_that_is_gone_the_place_in_the_document_is_told(run, returned, write):
    path = returned(remark((1, ASKED)))
    write(CITY)
    said = " ".join(run("comments", "kota-uji", path).stdout.split())

    assert "kembali.docx:" in said
    assert "catatannya tidak ada lagi di data kota" in said


def test_a_comment_on_a_question_without_an_answer_names_the_question(run, returned):
    result = run("comments", "kota-uji", returned(remark(("UJI.02", "Mengapa kosong?"))))

    assert "pada UJI.02" in result.stdout
    assert "kembali.docx:" in result.stdout


def test_tracked_words_of_a_claim_are_a_warning(run, returned):
    result = run(
        "comments",
        "kota-uji",
        returned(lambda c: tracked(c, 1, "Ada sejak 2019.")),
        "--format",
        "json",
    )
    (found,) = json.loads(result.stdout)["diagnostics"]

    assert (found["code"], found["severity"]) == ("SCM945", "warning")
    assert "“Ada sejak 2020.” menjadi “Ada sejak 2019.”" in found["message"]
    assert found["file"] == "cities/kota-uji/kota.yaml"
    assert found["line"] == FACT


def test_a_document_without_remarks_has_no_findings(run, returned):
    assert "Tidak ada temuan." in run("comments", "kota-uji", returned()).stdout


def test_where_its_notes_are_lost_the_numbers_are_those_of_the_document_made_again(run, returned):
    result = run(
        "comments", "kota-uji", returned(remark((1, ASKED)), forgetful), "--format", "brief"
    )

    assert "SCM942" in result.stdout
    assert f"{PLACE}: warning SCM943" in result.stdout


def test_where_google_took_the_bookmarks_too_the_printed_numbers_count(run, returned):
    path = returned(remark((1, ASKED)), through_google)
    result = run("comments", "kota-uji", path, "--format", "brief")

    assert 'w:name="Klaim' not in unpacked(path.read_bytes())["word/document.xml"].decode()
    assert f"{PLACE}: warning SCM943" in result.stdout


def test_personal_data_in_a_comment_is_masked(run, returned):
    result = run("comments", "kota-uji", returned(remark((1, "Hubungi 0812-3456-7890."))))

    assert "0812-3456-7890" not in result.output
    assert "08••••••••••90" in result.stdout


# -- filing


def test_importing_files_a_recommendation_and_nothing_else(run, returned, workspace, files):
    path = returned(remark((1, ASKED), ("UJI.02", "Mengapa kosong?")))
    before = files(workspace / "cities")
    result = run("comments", "kota-uji", path, "--import", "--yes")
    made = workspace / "cities/kota-uji/rekomendasi.yaml"
    first, second = recommendations(made)

    assert result.exit_code == 0
    assert {k: v for k, v in files(workspace / "cities").items() if k in before} == before
    assert first == {
        "id": first["id"],
        "submission": "ev-2024",
        "number": "1",
        "text": ASKED,
        "questions": ["UJI.01"],
        "status": "open",
        "note": first["note"],
    }
    assert first["id"].startswith("rek-ev-2024-")
    assert (second["number"], second["questions"]) == ("2", ["UJI.02"])
    assert "Budi" not in made.read_text("utf-8")
    assert not [
        line
        for line in run("check", "kota-uji", "--brief").stdout.splitlines()
        if "rekomendasi.yaml" in line and ": error " in line
    ]


def test_importing_twice_changes_nothing_the_second_time(run, returned, workspace, files):
    path = returned(remark((1, ASKED)))
    run("comments", "kota-uji", path, "--import", "--yes")
    before = files(workspace / "cities")
    result = run("comments", "kota-uji", path, "--import", "--yes")

    assert files(workspace / "cities") == before
    assert "Sudah tersimpan: 1 komentar." in result.stdout
    assert "Tidak ada komentar baru" in result.stdout


def test_a_second_document_goes_on_counting(run, returned, workspace):
    run("comments", "kota-uji", returned(remark((1, ASKED))), "--import", "--yes")
    run("comments", "kota-uji", returned(remark((1, "Siapa?"))), "--import", "--yes")
    made = recommendations(workspace / "cities/kota-uji/rekomendasi.yaml")

    assert [(r["number"], r["text"]) for r in made] == [("1", ASKED), ("2", "Siapa?")]


def test_a_declared_number_that_is_exceeded_is_pointed_to(run, returned, write):
    path = returned(remark((1, ASKED)))
    write(ANSWERED.replace("state: draft", "state: draft, declared_recommendations: 0"))
    result = run("comments", "kota-uji", path, "--import", "--yes")

    assert "menyatakan 0 rekomendasi" in result.stdout


def test_a_dry_run_writes_nothing(run, returned, workspace, files):
    path = returned(remark((1, ASKED)))
    before = files(workspace)
    result = run("comments", "kota-uji", path, "--import", "--dry-run")

    assert files(workspace) == before
    assert f"1. {ASKED} [UJI.01]" in result.stdout


def test_what_holds_personal_data_is_not_filed(run, returned, workspace):
    path = returned(remark((1, "Hubungi 0812-3456-7890."), ("UJI.02", "Mengapa kosong?")))
    result = run("comments", "kota-uji", path, "--import", "--yes")
    (one,) = recommendations(workspace / "cities/kota-uji/rekomendasi.yaml")

    assert one["text"] == "Mengapa kosong?"
    assert "Tidak disimpan, karena memuat nomor telepon" in result.stdout


def test_nothing_is_filed_without_a_word(run, returned, workspace, files):
    path = returned(remark((1, ASKED)))
    before = files(workspace)
    result = run("comments", "kota-uji", path, "--import")

    assert result.exit_code == 2
    assert "tambahkan --yes atau --dry-run" in result.stderr
    assert files(workspace) == before


@pytest.mark.parametrize(("said", "written"), [("y\n", True), ("ya\n", True), ("\n", False)])
def test_a_person_at_a_terminal_is_asked(returned, workspace, monkeypatch, said, written):
    monkeypatch.setattr(comments, "asks", lambda: True)
    path = returned(remark((1, ASKED)))
    result = CliRunner().invoke(app, ["comments", "kota-uji", str(path), "--import"], input=said)

    assert (result.exit_code == 0) is written
    assert (workspace / "cities/kota-uji/rekomendasi.yaml").is_file() is written


def test_filing_waits_until_every_record_can_be_read(run, returned, write, workspace, files):
    path = returned(remark((1, ASKED)))
    write(ANSWERED.replace("Kaltim", "Kaltim, walikota: A"))
    before = files(workspace)
    result = run("comments", "kota-uji", path, "--import", "--yes")

    assert result.exit_code == 1
    assert files(workspace) == before


def test_a_submission_that_is_not_there_must_be_named(run, returned, write, workspace):
    path = returned(remark(("UJI.02", ASKED)))
    write(ANSWERED.replace("ev-2024", "ev-lain"))
    result = run("comments", "kota-uji", path, "--import", "--yes")

    assert result.exit_code == 2
    assert "pengajuan 'ev-2024' tidak ada" in result.stderr
    named = ("--submission", "ev-lain")
    assert run("comments", "kota-uji", path, "--import", "--yes", *named).exit_code == 0
    (one,) = recommendations(workspace / "cities/kota-uji/rekomendasi.yaml")
    assert one["submission"] == "ev-lain"


def test_a_report_for_a_program_is_not_mixed_with_the_filing(run, returned):
    path = returned(remark((1, ASKED)))
    result = run("comments", "kota-uji", path, "--import", "--yes", "--format", "json")

    assert len(json.loads(result.stdout)["diagnostics"]) == 1
    assert "Tersimpan di cities/kota-uji/rekomendasi.yaml." in result.stderr


# -- what is no document of ours


def test_what_is_no_docx_is_a_finding(run, workspace):
    (workspace / "a.docx").write_bytes(b"bukan zip")
    result = run("comments", "kota-uji", "a.docx")

    assert result.exit_code == 1
    assert "a.docx:1:1: galat SCM940" in result.stdout


def test_a_docx_of_somebody_else_is_a_finding(run, workspace):
    import docx

    docx.Document().save(str(workspace / "lain.docx"))
    result = run("comments", "kota-uji", "lain.docx")

    assert result.exit_code == 1
    assert "SCM941" in result.stdout


def test_a_document_of_another_city_is_a_finding(run, returned, workspace):
    path = returned(remark((1, ASKED)))
    other = workspace / "cities/kota-lain"
    other.mkdir()
    text = ANSWERED.replace("id: kota-uji, name: Kota Uji", "id: kota-lain, name: Kota Lain")
    (other / "kota.yaml").write_text(text, "utf-8")
    result = run("comments", "kota-lain", path, "--import", "--yes")

    assert result.exit_code == 1
    assert "tentang kota 'kota-uji', bukan 'kota-lain'" in result.stdout


def test_a_file_that_is_not_there_is_a_wrong_command_line(run):
    result = run("comments", "kota-uji", "tidak-ada.docx")

    assert result.exit_code == 2
    assert "berkas 'tidak-ada.docx' tidak ada" in result.stderr


# -- official forms

SAMPLE = Path(__file__).parents[1] / "render" / "workspace" / "templates" / "contoh-borang"


@pytest.fixture
def form(run, write, workspace):
    """The sample form, filled: its legal basis with what answers a question."""
    write(ANSWERED)
    home = workspace / "templates" / "contoh-borang"
    shutil.copytree(SAMPLE, home)
    told = (home / "form.yaml").read_text("utf-8").replace("[komdigi]", "[other]")
    told = told.replace("value: masterplan.regulation", "value: 'answers[\"UJI.01\"].fact'")
    (home / "form.yaml").write_text(told, "utf-8")
    result = run("build", "kota-uji", "--document", "contoh-borang")
    assert result.exit_code == 0, result.output
    return workspace / "build/kota-uji/contoh-borang.docx"


def test_a_comment_in_an_official_form_leads_to_what_fills_its_control(run, form, workspace):
    content = commented(form.read_bytes(), ("Ada sejak 2020.", ASKED), ("Kaltim", "Salah ketik?"))
    form.write_bytes(content)
    result = run("comments", "kota-uji", form, "--import", "--yes", "--format", "brief")
    first, second = recommendations(workspace / "cities/kota-uji/rekomendasi.yaml")

    assert "SCM942" not in result.stdout
    assert f"kota.yaml:{FACT - 3}:9: warning SCM943" in result.stdout
    assert "pada isian dasar_hukum (UJI.01)" in result.stdout
    assert "templates/contoh-borang/form.yaml:" in result.stdout
    assert "pada isian provinsi" in result.stdout
    told = {r["text"]: r.get("questions") for r in (first, second)}
    assert told == {ASKED: ["UJI.01"], "Salah ketik?": None}


def test_a_form_of_another_city_is_a_finding(run, form, workspace):
    other = workspace / "cities/kota-lain"
    other.mkdir()
    text = ANSWERED.replace("id: kota-uji, name: Kota Uji", "id: kota-lain, name: Kota Lain")
    (other / "kota.yaml").write_text(text, "utf-8")
    result = run("comments", "kota-lain", form)

    assert result.exit_code == 1
    assert "SCM941" in result.stdout


def test_what_was_typed_over_in_a_form_is_told(run, form):
    assert "Tidak ada temuan." in run("compare-docx", "kota-uji", form).stdout
    form.write_bytes(changed(form.read_bytes(), lambda b: b.replace("sejak 2020", "sejak 2015")))
    result = run("compare-docx", "kota-uji", form, "--format", "brief")

    assert "SCM948" in result.stdout
    assert "dalam berkas “Ada sejak 2015.”" in result.stdout
