"""`survey`: a file of respondents becomes one record, and nobody in it can be found anywhere."""

import csv
import random

import openpyxl
import pytest
from kota_dinilai import written
from typer.testing import CliRunner

from scmaster.cli import adding, app

SAID = ("--programme", "prog-izin", "--sub-pillar", "gov-service")
NAMES = ["Budi Rahasia", "0812-3456-7890", "6471011234560001", "budi@contoh.id", "Jalan Melati 5"]
HEAD = ["Timestamp", "Nama Lengkap", "No. HP", "NIK", "Email", "Alamat"]
STATEMENTS = [
    "Layanan publik dapat diakses secara daring",
    "Layanan publik transparan dan prosedurnya jelas",
    "Layanan publik makin cepat dan murah",
]


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """A workspace that is judged by what is shipped."""
    monkeypatch.chdir(written(tmp_path / "ruang kerja"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735689600")
    return tmp_path / "ruang kerja"


@pytest.fixture
def city(workspace):
    return workspace / "cities" / "kota-uji"


@pytest.fixture
def respondents(workspace):
    """Write a file as Google Forms gives it out."""

    def write(answers, name="jawaban.csv", encoding="utf-8", delimiter=","):
        path = workspace / name
        with path.open("w", newline="", encoding=encoding) as file:
            out = csv.writer(file, delimiter=delimiter)
            out.writerow([*HEAD, *STATEMENTS, "Saran"])
            for number, answer in enumerate(answers):
                person = [f"{part} {number}" for part in NAMES]
                out.writerow(["2023/09/11 10:00:00", *person, *answer, "Terima kasih, Budi, café"])
        return path

    return write


def fifty(seed=1):
    chosen = random.Random(seed)  # noqa: S311  (figures of a test)
    return [[chosen.choice([2, 3, 3, 4]) for _ in range(3)] for _ in range(50)]


@pytest.fixture
def take(run):
    def invoke(file, *words, said=SAID):
        return run("survey", "import", "kota-uji", file, *said, *words)

    return invoke


RECORD = """\
surveys:
  - id: survei-gov-service-bbd2fd
    submission: evaluasi-2023
    programme: prog-izin
    sub_pillar: gov-service
    owner: dpmptsp
    date: 2023-09-11
    respondents: 2
    respondent_group: pemohon-izin
    users: 1200
    statements:
      - number: 1
        mean: 4.00
        distribution: [0, 0, 0, 0, 2]
      - number: 2
        mean: 2.50
        distribution: [0, 0, 1, 1, 0]
      - number: 3
        mean: 0.50
        distribution: [1, 1, 0, 0, 0]
"""


def test_a_file_becomes_a_record_of_sums(take, respondents, city):
    said = ("--date", "2023-09-11", "--users", "1200", "--group", "pemohon-izin")
    result = take(respondents([[4, 3, 1], [4, 2, 0]]), *said, "--yes")

    assert result.exit_code == 0, result.output
    assert (city / "isian" / "dpmptsp.yaml").read_text("utf-8") == RECORD


def test_nobody_in_the_file_is_written_or_shown_anywhere(take, respondents, workspace):
    answers = [*fifty(), ["0812-3456-7890", 1, "Budi Rahasia"], ["", 1, 1]]
    file = respondents(answers)
    result = take(file, "--yes")
    file.unlink()
    written_down = [p.read_bytes().decode() for p in workspace.rglob("*") if p.is_file()]

    assert result.exit_code == 0
    assert "50 responden dihitung, 2 baris tidak dihitung." in result.output
    for text in [result.output, *written_down]:
        for part in [*NAMES, "Budi", "Melati", "0812", "64710", "Terima kasih"]:
            assert part not in text


def test_what_is_on_screen(take, respondents, golden):
    answers = [*fifty(), [4, "empat", 4]]
    result = take(respondents(answers), "--users", "40", "--dry-run")

    golden("cli/survei.txt", result.output)


def test_the_same_file_changes_nothing_the_second_time(take, respondents, workspace, files):
    take(respondents(fifty()), "--yes")
    before = files(workspace)
    result = take(workspace / "jawaban.csv", "--yes")

    assert result.exit_code == 0
    assert "tidak ada yang berubah" in result.output
    assert files(workspace) == before


def test_other_figures_replace_those_on_record_only_when_that_is_said(
    take, respondents, workspace, files, city
):
    take(respondents(fifty()), "--yes", "--users", "900")
    before = files(workspace)
    other = respondents([*fifty()[1:], [0, 0, 0]])
    changed = files(workspace)
    refused = take(other, "--yes")

    assert refused.exit_code == 1
    assert "ganti dengan --update" in refused.output
    assert files(workspace) == changed
    assert before != changed

    agreed = take(other, "--yes", "--update")
    text = (city / "isian" / "dpmptsp.yaml").read_text("utf-8")

    assert agreed.exit_code == 0
    assert "distribution: [1, " in text
    assert "users: 900" in text  # what the file does not say stays


def test_what_is_only_added_to_a_record_needs_no_word(take, respondents, city):
    take(respondents(fifty()), "--yes", "--opd", "diskominfo")
    result = take(respondents(fifty()), "--yes", "--users", "900")
    text = (city / "isian" / "diskominfo.yaml").read_text("utf-8")

    assert result.exit_code == 0
    assert "users: 900" in text
    assert "owner: diskominfo" in text  # the owner of the programme asked nobody


def test_dry_run_writes_nothing(take, respondents, workspace, files):
    file = respondents(fifty())
    before = files(workspace)

    assert take(file, "--dry-run").exit_code == 0
    assert files(workspace) == before


def test_nobody_is_asked_where_there_is_no_terminal(take, respondents):
    result = take(respondents(fifty()))

    assert result.exit_code == 2
    assert "--yes" in result.output


@pytest.mark.parametrize(("said", "there"), [("y\n", True), ("t\n", False), ("\n", False)])
def test_at_a_terminal_it_is_asked(said, there, respondents, city, monkeypatch):
    monkeypatch.setattr(adding, "asks", lambda: True)
    words = ["survey", "import", "kota-uji", str(respondents(fifty())), *SAID]
    result = CliRunner().invoke(app, words, input=said)

    assert "Tulis ke cities/kota-uji/isian/dpmptsp.yaml? [y/T]" in result.output
    assert (city / "isian").exists() == there
    assert result.exit_code == (0 if there else 1)


@pytest.mark.parametrize(
    ("encoding", "delimiter"), [("utf-8-sig", ";"), ("cp1252", ";"), ("utf-16", "\t")]
)
def test_files_as_spreadsheets_save_them(take, respondents, city, encoding, delimiter):
    result = take(respondents(fifty(), encoding=encoding, delimiter=delimiter), "--yes")

    assert result.exit_code == 0, result.output
    assert "respondents: 50" in (city / "isian" / "dpmptsp.yaml").read_text("utf-8")


def test_flags_are_those_of_the_rules_on_recorded_surveys(take, respondents):
    zeros = [[0, 3, 4]] * 15 + [[3, 2, 1]] * 5
    result = take(respondents(zeros), "--users", "10", "--dry-run")

    for code in ("SCM519", "SCM521", "SCM523", "SCM528"):
        assert code in result.output
    assert "SCM522" not in result.output
    assert "SCM522" in take(respondents([[4, 4, 4]] * 50), "--dry-run").output


def test_a_file_that_was_taken_in_for_another_service_is_recognised(take, respondents):
    file = respondents(fifty())
    take(file, "--yes")
    said = ("--programme", "prog-lapor", "--sub-pillar", "gov-policy", "--opd", "diskominfo")
    result = take(file, "--columns", "G,H,I", "--dry-run", said=said)

    assert "SCM926" in result.output
    assert "survei-gov-service-bbd2fd" in result.output


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--programme", "prog-izim", "--sub-pillar", "gov-service"), "Maksudnya 'prog-izin'?"),
        (("--programme", "prog-izin", "--sub-pillar", "gov-servis"), "Maksudnya 'gov-service'?"),
        (("--programme", "prog-lapor", "--sub-pillar", "gov-service"), "--opd"),
        ((*SAID, "--opd", "dpmpts"), "Maksudnya 'dpmptsp'?"),
        ((*SAID, "--evidence", "ev-x"), "eviden 'ev-x' tidak ada"),
        ((*SAID, "--users", "banyak"), "'banyak' bukan bilangan bulat"),
        ((*SAID, "--date", "kemarin"), "'kemarin'"),
        ((*SAID, "--group", "warga: a"), "warga: a"),
        ((*SAID, "--submission", "evaluasi-2024"), "pengajuan 'evaluasi-2024' tidak ada"),
    ],
)
def test_a_slip_on_the_command_line_is_told_before_anything_is_read(
    take, workspace, words, complaint
):
    result = take(workspace / "tidak-ada.csv", "--yes", said=words)

    assert result.exit_code == 2
    assert complaint in result.output


def test_a_file_that_is_none_and_one_without_answers(take, workspace, respondents):
    assert take(workspace / "tidak-ada.csv", "--yes").exit_code == 2
    (workspace / "rusak.xlsx").write_bytes(b"PK\x03\x04bukan")
    broken = take(workspace / "rusak.xlsx", "--yes")
    assert (broken.exit_code, "SCM900" in broken.output) == (1, True)
    nothing = take(respondents([["a", "b", "c"]]), "--yes")
    assert (nothing.exit_code, "tidak ada yang ditulis" in nothing.output) == (1, True)


# -- the sheet that is handed out -------------------------------------------------------------


def test_the_sheet_that_is_handed_out_comes_back_as_it_was_filled_in(run, take, workspace, city):
    assert run("survey", "template", "kota-uji", "--sub-pillar", "gov-service").exit_code == 0
    path = workspace / "build" / "kota-uji" / "survei-gov-service.xlsx"
    filled = openpyxl.load_workbook(path)
    sheet = filled["Jawaban"]
    for row, answers in enumerate([(4, 3, "1"), ("4", "2", 0)], start=5):
        for column, answer in enumerate(answers, start=2):
            sheet.cell(row, column).value = answer
    filled.save(path)
    said = ("--date", "2023-09-11", "--users", "1200", "--group", "pemohon-izin")
    result = take(path, *said, "--yes")

    assert result.exit_code == 0, result.output
    assert (city / "isian" / "dpmptsp.yaml").read_text("utf-8") == RECORD
    assert "SCM90" not in result.output  # its own hidden sheets are nobody's fault


def test_the_sheet_has_the_statements_and_asks_for_nobodys_name(run, workspace):
    run("survey", "template", "kota-uji", "--sub-pillar", "gov-service", "--out", "a.xlsx")
    sheet = openpyxl.load_workbook(workspace / "a.xlsx")["Jawaban"]

    assert [cell.value for cell in sheet[3]] == [
        "Kode",
        *(f"Pernyataan {n}: {text}." for n, text in enumerate(STATEMENTS, start=1)),
    ]
    assert sheet.max_row == 4 + 60
    choices = {str(each.sqref): each.type for each in sheet.data_validations.dataValidation}
    assert {choices[f"{column}5:{column}64"] for column in "BCD"} == {"list"}


def test_the_sheet_of_another_submission_is_not_taken(run, take, workspace):
    run("survey", "template", "kota-uji", "--sub-pillar", "gov-service", "--out", "a.xlsx")
    file = workspace / "cities" / "kota-uji" / "kota.yaml"
    file.write_text(file.read_text("utf-8").replace("evaluasi-2023", "evaluasi-23"), "utf-8")
    result = take(workspace / "a.xlsx", "--yes")

    assert result.exit_code == 2
    assert "dibuat untuk kota 'kota-uji', pengajuan 'evaluasi-2023'" in result.output


def test_the_sheet_as_text(run, workspace):
    run("survey", "template", "kota-uji", "--sub-pillar", "gov-service", "--out", "a.csv")

    assert (workspace / "a.csv").read_bytes().decode("utf-8-sig") == (
        f"Kode;{';'.join(f'Pernyataan {n}: {t}.' for n, t in enumerate(STATEMENTS, start=1))}\r\n"
    )


def test_where_the_instrument_is_silent_the_statements_are_only_numbered(run, workspace):
    (workspace / "cities" / "kota-uji" / "kota.yaml").write_text(
        (workspace / "cities" / "kota-uji" / "kota.yaml")
        .read_text("utf-8")
        .replace("komdigi-2023-kppn-ikn", "komdigi-2024"),
        "utf-8",
    )
    run("survey", "template", "kota-uji", "--sub-pillar", "gov-service", "--out", "a.csv")

    assert (workspace / "a.csv").read_bytes().decode("utf-8-sig") == (
        "Kode;Pernyataan 1;Pernyataan 2;Pernyataan 3\r\n"
    )


def test_the_sheet_is_written_as_xlsx_or_csv_only(run):
    words = ("survey", "template", "kota-uji", "--sub-pillar", "gov-service", "--out", "a.ods")

    assert run(*words).exit_code == 2
