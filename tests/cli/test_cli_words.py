"""The command line speaks Indonesian, finds its city, and is quick to help."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from kota_uji import CITY

from scmaster.cli import app

COMMANDS = ["", *sorted(str(command.name) for command in app.registered_commands)]
ENGLISH = re.compile(
    r"(?i)\b(usage|options?|arguments?|commands?|required|default|show|message|exit|install\b"
    r"|completion for|missing|invalid|error|no such|try|got|unexpected|is a|not)\b"
)
SHELL_WORDS = {"--show-completion", "--install-completion", "--default"}


def test_all_commands_are_looked_at():
    assert {"", "build", "check", "status", "explain", "list"} <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("columns", ["20", "50", "65", "80", "200"])
@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help_has_no_english_left(run, command, columns, flag):
    result = run(*command.split(), flag, env={"COLUMNS": columns, "TERMINAL_WIDTH": columns})
    text = result.stdout
    for word in SHELL_WORDS:
        text = text.replace(word, "")

    assert result.exit_code == 0
    assert text.startswith("Pemakaian: ")
    assert ENGLISH.findall(text) == []


def test_english_would_be_seen():
    typers = "Usage: x [OPTIONS]\nOptions:\n  --help  Show this message and exit.  [default: 1]"

    assert len(ENGLISH.findall(typers)) >= 5


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("buidl kota-uji", "tidak ada perintah 'buidl'. Maksudnya 'build'?"),
        ("zzz", "tidak ada perintah 'zzz'."),
        ("--", "perintah belum disebut."),
        ("build", "'KOTA' belum disebut."),
        ("status", "'KOTA' belum disebut."),
        ("explain", "'KODE|SOAL|KELUHAN|KRITERIA' belum disebut."),
        ("build kota-uji lain", "ada argumen berlebih: lain."),
        ("list a b", "ada argumen berlebih: a b."),
        ("check --strik", "tidak ada opsi --strik. Maksudnya --strict?"),
        ("check --zzz", "tidak ada opsi --zzz."),
        (
            "check --format pdf",
            (
                "isi '--format' tidak sah; pilihannya: text, brief, json, github, sarif, junit,"
                " gitlab."
            ),
        ),
        ("check --format", "opsi --format memerlukan isi, atau tidak memakainya."),
        ("check --strict=ya", "opsi --strict memerlukan isi, atau tidak memakainya."),
        ("check kota-uij", "kota 'kota-uij' tidak ada. Maksudnya 'kota-uji'?"),
        ("check zzz", "kota 'zzz' tidak ada. Yang ada: kota-uji."),
        ("build cities/zzz", "kota 'cities/zzz' tidak ada."),
        ("status ../../zzz", "kota '../../zzz' tidak ada."),
        ("check kota-uji zzz", "kota 'zzz' tidak ada."),
        ("check kota-uji --submission ev-1", "pengajuan 'ev-1' tidak ada di kota 'kota-uji'."),
        ("build kota-uji --submission ev-1", "pengajuan 'ev-1' tidak ada di kota 'kota-uji'."),
        ("status kota-uji --submission ev-1", "pengajuan 'ev-1' tidak ada di kota 'kota-uji'."),
        ("build kota-uji --document zzz", "tidak ada dokumen 'zzz'. Yang ada: berita-acara"),
        (
            "explain SCM999",
            "tidak ada kode, soal, keluhan, atau kriteria 'SCM999'. Maksudnya 'SCM",
        ),
        ("explain UJI.3", "tidak ada kode, soal, keluhan, atau kriteria 'UJI.3'. Maksudnya 'UJI.0"),
        ("explain UJI.01 --submission ev-2024", "--submission hanya berarti bersama --city KOTA."),
        ("explain UJI.01 --city zzz", "kota 'zzz' tidak ada. Yang ada: kota-uji."),
        ("explain zzz", "tidak ada kode, soal, keluhan, atau kriteria 'zzz'."),
    ],
)
def test_a_wrong_command_line_is_one_indonesian_line(run, arguments, said):
    result = run(*arguments.split())

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"Galat: {said}")
    assert result.stderr.count("\n") == 1
    assert ENGLISH.findall(result.stderr.replace("--help", "")) == []


def test_no_command_at_all_is_the_help(run):
    result = run()

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Pemakaian: ")


def test_without_any_city(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for arguments, said in [
        (["check"], "belum ada kota di cities/"),
        (["check", "a"], "Belum ada kota di cities/"),
    ]:
        result = run(*arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert said in result.stderr


def test_the_version(run):
    result = run("--version")

    assert result.exit_code == 0
    assert re.fullmatch(r"scmaster \d+\.\d+\.\d+\n", result.stdout)


# -- finding the city -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "name"),
    [
        (".", "kota-uji"),
        ("cities", "kota-uji"),
        ("cities/kota-uji", "kota-uji"),
        ("cities/kota-uji", "."),
        ("cities/kota-uji/dalam/sekali", "kota-uji"),
        (".", "cities/kota-uji"),
        (".", "cities/kota-uji/"),
        ("pillars", "../cities/kota-uji"),
        ("/", "{workspace}/cities/kota-uji"),
    ],
)
def test_a_city_is_found_from_anywhere_and_with_its_own_pillars(
    run, workspace, monkeypatch, start, name
):
    (workspace / "cities/kota-uji/dalam/sekali").mkdir(parents=True)
    monkeypatch.chdir(workspace / start)
    result = run("check", name.format(workspace=workspace), "--brief")

    assert result.exit_code == 0, result.output
    assert "SCM206" not in result.stdout


def test_a_city_outside_any_workspace(run, tmp_path):
    """Its path is enough; the pillars are those of where we stand."""
    (tmp_path / "lain").mkdir()
    (tmp_path / "lain" / "kota.yaml").write_text(CITY, "utf-8")

    assert run("check", tmp_path / "lain").exit_code == 0


def test_places_are_named_from_where_one_stands(run, workspace, monkeypatch):
    monkeypatch.chdir(workspace / "cities" / "kota-uji")
    (workspace / "cities/kota-uji/kota.yaml").write_text("a: 1", "utf-8")
    for name in ("kota-uji", "."):
        places = re.findall(r"(?m)^(.+?):\d+:\d+: ", run("check", name, "--brief").stdout)

        assert places
        assert all(Path(place).exists() for place in places)


# -- the other commands -----------------------------------------------------------------------


def test_explain_a_code_in_any_case(run):
    for name in ("SCM101", "scm101"):
        assert run("explain", name).stdout.startswith("SCM101 · isian\n\n")
    assert "peringatan selama draf, galat bila final" in run("explain", "SCM301").stdout


def test_explain_a_question_with_its_instrument(run):
    shown = run("explain", "uji.01").stdout

    assert shown.startswith("UJI.01\n")
    for words in ("Instrumen uji", "Dimensi Awal (bobot 100%), 2 soal", "Apakah ada?", "resmi"):
        assert words in shown


def test_list(run):
    shown = run("list").stdout

    assert re.search(r"Kota:\n  kota-uji\nInstrumen:\n  uji-2024 +Instrumen uji\n", shown)
    assert "laporan-evaluasi" in shown


def test_status_says_what_is_missing(run):
    result = run("status", "kota-uji")

    assert result.exit_code == 0
    assert re.search(r"Dimensi Awal +│ +2 │ +0 │", result.stdout)
    assert "belum dijawab: 2 soal (UJI.01, UJI.02)" in result.stdout


def test_status_of_a_city_without_an_instrument(run, write):
    write(CITY.partition("submissions")[0])
    result = run("status", "kota-uji")

    assert result.exit_code == 2
    assert "belum punya pengajuan dengan instrumen yang dikenal" in result.stderr


# -- help waits for nothing -------------------------------------------------------------------

HEAVY = {"pydantic", "jinja2", "yaml", "docx", "rich", "babel", "lxml", "markdown_it"}
BY_TYPER = {"pydantic"}
"""What typer imports itself as soon as a command has an argument."""


@pytest.mark.parametrize(
    ("arguments", "imported"),
    [
        (["--help"], set()),
        (["build", "--help"], set()),
        (["check", "--help"], set()),
        (["status", "--help"], set()),
        (["-h"], set()),
        (["--version"], set()),
        (["status", "kota-uji"], {"yaml", "rich", "babel"}),
    ],
)
def test_help_imports_nothing_heavy(workspace, arguments, imported):
    """The last case shows that the others can see."""
    program = (
        "import atexit, sys; from scmaster.cli import app;"
        "atexit.register(lambda: print('|', *sys.modules)); app(sys.argv[1:])"
    )
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, cwd=workspace, check=False)
    modules = set(done.stdout.rpartition("|")[2].split())

    assert "typer" in modules
    assert (HEAVY - BY_TYPER) & modules >= imported
    if not imported:
        assert (HEAVY - (BY_TYPER if arguments[0] in COMMANDS else set())) & modules == set()
