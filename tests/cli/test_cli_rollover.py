"""`rollover`: the next submission, in a file of its own, and what needs new proof."""

import json
import os
import shutil
from pathlib import Path

import pytest
from kota_uji import CITY
from typer.testing import CliRunner

from scmaster.cli import app

ROOT = Path(__file__).parent.parent.parent
DAY = "1795392000"  # 23 November 2026
RECORDS = """\
evidence:
  - {id: ev-a, title: Perwali, kind: perwali, number: "8", date: 2022, legal_status: enacted,
     url: "https://a.go.id/8.pdf"}
  - {id: ev-b, title: Laporan, kind: laporan, period: 2024, url: "https://a.go.id/b.pdf", opd: dlh}
claims:
  - {id: kl-a, evidence: ev-a, supports: [UJI.01], submission: ev-2024, role: primary, pages: "2"}
  - {id: kl-b, evidence: ev-b, supports: [UJI.02], submission: ev-2024, role: primary, pages: "3"}
answers:
  - {id: jw-1, submission: ev-2024, question: UJI.01, fact: Ada., analysis: Baik., owner: dlh}
  - {id: jw-2, submission: ev-2024, question: UJI.02, fact: Jalan., analysis: Baik., owner: dlh}
"""
NEW = "cities/kota-uji/siklus/ev-2025.yaml"


@pytest.fixture
def city(workspace, write, monkeypatch):
    write(CITY + RECORDS)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    monkeypatch.setenv("COLUMNS", "80")
    return workspace


@pytest.fixture
def cities(tmp_path, monkeypatch):
    """The real cities, to write into, and a way to run a command beside them."""
    shutil.copytree(ROOT / "cities", tmp_path / "cities")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    monkeypatch.setenv("COLUMNS", "80")

    def invoke(*arguments):
        result = CliRunner().invoke(app, [str(a) for a in arguments])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke


def contents(folder):
    return {p: p.read_bytes() for p in sorted(Path(folder).rglob("*")) if p.is_file()}


# -- the small city ---------------------------------------------------------------------------


def test_one_file_is_written_and_no_other_is_touched(city, run):
    before = contents(city)
    result = run("rollover", "kota-uji", "2025", "--yes")
    after = contents(city)

    assert result.exit_code == 0
    assert [p.relative_to(city).as_posix() for p in after.keys() - before.keys()] == [NEW]
    assert {p: after[p] for p in before} == before


@pytest.mark.usefixtures("city")
def test_what_is_said(run, golden):
    result = run("rollover", "kota-uji", "2025", "--yes")

    assert max(map(len, result.stdout.splitlines())) <= 80
    golden("rollover.txt", result.stdout)


def test_twice_changes_nothing_the_second_time(city, run):
    run("rollover", "kota-uji", "2025", "--yes")
    before = contents(city)
    result = run("rollover", "kota-uji", "2025", "--yes")

    assert result.exit_code == 2
    assert "pengajuan 2025 sudah ada: ev-2025" in result.stderr
    assert contents(city) == before


def test_a_dry_run_writes_nothing(city, run):
    before = contents(city)
    result = run("rollover", "kota-uji", "2025", "--dry-run", "--yes")

    assert result.exit_code == 0
    assert f"Tidak ditulis: {NEW}" in " ".join(result.stdout.split())
    assert contents(city) == before


def test_without_a_terminal_it_wants_to_be_told(city, run):
    before = contents(city)
    result = run("rollover", "kota-uji", "2025")

    assert result.exit_code == 2
    assert "--yes atau --dry-run" in result.stderr
    assert contents(city) == before


@pytest.mark.parametrize(("said", "there"), [("y\n", True), ("n\n", False), ("\n", False)])
def test_at_a_terminal_it_asks(city, monkeypatch, said, there):
    from scmaster.cli import adding

    monkeypatch.setattr(adding, "asks", lambda: True)
    result = CliRunner().invoke(app, ["rollover", "kota-uji", "2025"], input=said)

    assert result.exit_code == 0
    assert (city / NEW).exists() is there


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["2023"], "2023 tidak sesudah pengajuan ev-2024 (2024)"),
        (["2024"], "pengajuan 2024 sudah ada: ev-2024"),
        (["2024", "--stage", "tahap_2"], "pengajuan 2024 sudah ada: ev-2024"),
        (["2025", "--instrument", "uji-2025"], "Maksudnya 'uji-2024'?"),
        (["2025", "--submission", "ev-2023"], "pengajuan 'ev-2023' tidak ada"),
        (["tahun-depan"], "'tahun-depan' bukan tahun"),
        (["3000"], "'3000' bukan tahun"),
        (["2025", "--stage", "tahap_3"], "--stage"),
    ],
)
def test_what_cannot_be_is_refused(city, run, arguments, told):
    before = contents(city)
    result = run("rollover", "kota-uji", *arguments, "--yes")

    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())
    assert contents(city) == before


def test_a_city_without_a_submission_is_told_so(run, write):
    write("city: {id: kota-uji, name: Kota Uji, kind: kota, province: K, region_code: '64.71'}\n")

    assert "belum punya pengajuan" in run("rollover", "kota-uji", "2025", "--yes").stderr


def test_over_a_record_that_cannot_be_read_nothing_is_written(workspace, run, write):
    write(CITY + RECORDS + "programmes: [{id: prog-a, nama: A}]\n")
    result = run("rollover", "kota-uji", "2025", "--yes")

    assert result.exit_code == 1
    assert "SCM102" in result.stdout
    assert not (workspace / NEW).exists()


def test_a_file_of_that_name_is_left_alone(city, run):
    path = city / NEW
    path.parent.mkdir()
    path.write_text("sources: []\n", "utf-8")
    result = run("rollover", "kota-uji", "2025", "--yes")

    assert result.exit_code == 2
    assert path.read_text("utf-8") == "sources: []\n"


def test_nothing_is_written_outside_the_city(city, run, tmp_path):
    (tmp_path / "lain").mkdir()
    (city / NEW).parent.symlink_to(tmp_path / "lain")
    result = run("rollover", "kota-uji", "2025", "--yes")

    assert result.exit_code == 1  # such a link is a finding of its own
    assert list((tmp_path / "lain").iterdir()) == []


def test_a_file_where_the_folder_should_be_is_left_alone(city, run):
    (city / NEW).parent.write_text("x", "utf-8")
    result = run("rollover", "kota-uji", "2025", "--yes")

    assert result.exit_code == 2
    assert "bukan folder" in result.stderr


def test_the_default_submission_changes_only_where_it_is_asked(city, run):
    before = (city / "cities/kota-uji/kota.yaml").read_text("utf-8")
    result = run("rollover", "kota-uji", "2025", "--yes", "--default")
    after = (city / "cities/kota-uji/kota.yaml").read_text("utf-8")
    words = " ".join(after.split()).replace(", default_submission: ev-2025", "")

    assert result.exit_code == 0
    assert words == " ".join(before.split())
    assert "Pengajuan bawaan sekarang ev-2025" in " ".join(result.stdout.split())
    assert "ev-2025" in run("score", "kota-uji", "--format", "json").stdout


@pytest.mark.usefixtures("city")
def test_json_says_the_same(run):
    told = json.loads(run("rollover", "kota-uji", "2025", "--yes", "--format", "json").stdout)

    assert (told["from"], told["to"], told["file"], told["written"]) == (
        "ev-2024",
        "ev-2025",
        NEW,
        True,
    )
    (office,) = told["offices"]
    assert (office["name"], office["opd"]) == ("Dinas Lingkungan Hidup", "dlh")
    assert [(q["id"], q["proof"]) for q in office["questions"]] == [
        ("UJI.01", "kept"),
        ("UJI.02", "renew"),
    ]
    assert office["questions"][1]["evidence"] == [
        {"id": "ev-b", "claim": "kl-b", "fate": "renew", "why": "other-period", "until": None}
    ]


def test_the_copy_answers_once_its_mark_is_gone(city, run):
    run("rollover", "kota-uji", "2025", "--yes")
    path = city / NEW

    def answered():
        told = run("score", "kota-uji", "--submission", "ev-2025", "--format", "json")
        found = run("check", "kota-uji", "--submission", "ev-2025", "--brief").stdout
        return told.exit_code, found.count("SCM950"), "2 dari 2 pertanyaan belum dijawab" in found

    assert answered() == (0, 2, True)
    text = path.read_text("utf-8")
    path.write_text(text.replace("    carried_from: jw-1\n", ""), "utf-8")
    assert answered() == (0, 1, False)


# -- the real cities --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "arguments", "new"),
    [
        ("balikpapan", ["2026"], "evaluasi-2026"),
        (
            "balikpapan",
            ["2026", "--submission", "spbe-2022", "--instrument", "pemdi-permenpanrb-8-2026"],
            "pemdi-2026",
        ),
        (
            "samarinda",
            ["2026", "--stage", "tunggal", "--instrument", "komdigi-2022-early-phase"],
            "evaluasi-2026",
        ),
    ],
)
def test_the_new_submission_is_one_to_go_on_with(cities, name, arguments, new):
    before = contents(f"cities/{name}")
    result = cities("rollover", name, *arguments, "--yes")
    path = Path(f"cities/{name}/siklus/{new}.yaml")

    assert result.exit_code == 0
    assert contents(f"cities/{name}").keys() - before.keys() == {path}
    assert {p: p.read_bytes() for p in before} == before
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert cities("check", name, "--submission", new).exit_code == 0
    assert cities("status", name, "--submission", new).exit_code == 0
    assert cities("next", name, "--submission", new).exit_code == 0


def test_last_year_is_not_printed_as_this_year(cities):
    cities("rollover", "balikpapan", "2026", "--yes")
    result = cities(
        "build",
        "balikpapan",
        "--submission",
        "evaluasi-2026",
        "--document",
        "laporan-evaluasi",
        "--format",
        "html",
        "--draft",
        "--out",
        "out",
    )
    printed = " ".join(Path("out/laporan-evaluasi.html").read_text("utf-8").split())

    assert result.exit_code == 0
    assert "belum dijawab" in printed
    assert "mengadakan diskusi kelompok terarah Smart City bersama Bappeda" not in printed


@pytest.mark.skipif(os.name == "nt", reason="paths are written otherwise")
def test_what_balikpapan_is_told(cities, golden):
    golden("rollover-balikpapan.txt", cities("rollover", "balikpapan", "2026", "--dry-run").stdout)
