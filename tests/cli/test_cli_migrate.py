"""`migrate`: files of an earlier format, with today's names in them."""

import shutil
from pathlib import Path

import pytest
from kota_uji import CITY
from typer.testing import CliRunner

from scmaster.cli import adding, app

OLD = CITY + (
    "verifications:\n  - id: v-1   # papan nama\n    what: dlh\n    date: 2024-06-01\n"
    "    office: dlh\n    agrees: ya\n"
)
KOTA = "cities/kota-uji/kota.yaml"


def contents(folder):
    return {p: p.read_bytes() for p in sorted(Path(folder).rglob("*")) if p.is_file()}


def test_names_are_written_anew_and_the_format_is_said(workspace, write, run):
    write(OLD)
    assert "SCM119" in run("check", "kota-uji", "--brief").stdout
    result = run("migrate", "--yes")

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"{KOTA}:10: 'office' menjadi 'opd'",
        f"Ditulis: {KOTA}, scmaster.yaml.",
    ]
    assert (workspace / KOTA).read_text("utf-8") == OLD.replace("office", "opd")
    assert (workspace / "scmaster.yaml").read_text("utf-8") == "settings:\n  format: 2\n"
    assert "SCM119" not in run("check", "kota-uji", "--brief").stdout


def test_twice_changes_nothing_the_second_time(workspace, write, run):
    write(OLD)
    run("migrate", "--yes")
    before = contents(workspace)
    result = run("migrate", "--yes")

    assert result.stdout == "Semua berkas sudah berformat 2; tidak ada yang diubah.\n"
    assert contents(workspace) == before


def test_a_workspace_without_old_names_is_left_alone(workspace, run):
    before = contents(workspace)

    assert run("migrate", "--yes").exit_code == 0
    assert contents(workspace) == before


def test_a_dry_run_writes_nothing(workspace, write, run):
    write(OLD)
    before = contents(workspace)
    result = run("migrate", "--dry-run", "--yes")

    assert "'office' menjadi 'opd'" in result.stdout
    assert result.stdout.endswith("Tidak ditulis: 2 berkas.\n")
    assert contents(workspace) == before


@pytest.mark.parametrize(("said", "there"), [("y\n", True), ("\n", False)])
def test_at_a_terminal_it_asks(workspace, write, monkeypatch, said, there):
    write(OLD)
    monkeypatch.setattr(adding, "asks", lambda: True)
    result = CliRunner().invoke(app, ["migrate"], input=said)

    assert result.exit_code == 0
    assert ("office" not in (workspace / KOTA).read_text("utf-8")) is there


def test_without_a_terminal_it_wants_to_be_told(write, run):
    write(OLD)

    assert run("migrate").exit_code == 2


def test_one_city_leaves_the_others_and_the_settings_alone(workspace, write, run):
    write(OLD)
    shutil.copytree(workspace / "cities/kota-uji", workspace / "cities/lain")
    run("migrate", "lain", "--yes")

    assert "office" in (workspace / KOTA).read_text("utf-8")
    assert "office" not in (workspace / "cities/lain/kota.yaml").read_text("utf-8")
    assert not (workspace / "scmaster.yaml").exists()


def test_over_a_file_that_cannot_be_read_nothing_is_written(workspace, write, run):
    write(OLD)
    (workspace / "cities/kota-uji/rusak.yaml").write_text("opd: [\n", "utf-8")
    before = contents(workspace)
    result = run("migrate", "--yes")

    assert result.exit_code == 2
    assert "rusak.yaml tidak dapat diubah" in result.stderr
    assert contents(workspace) == before


def test_files_of_a_later_format_are_an_error_and_stay(workspace, write, run):
    write(OLD)
    (workspace / "scmaster.yaml").write_text("settings: {format: 3}\n", "utf-8")
    result = run("check", "kota-uji", "--brief")

    assert result.exit_code == 1
    assert "scmaster.yaml:1:20: error SCM959: berkas-berkas ini berformat 3" in result.stdout
    assert run("migrate", "--yes").exit_code == 2
    assert "perbarui scmaster" in run("migrate", "--yes").stderr


def test_a_new_workspace_says_its_format(workspace, run):
    run("new", "paser", "--name", "Kabupaten Paser", "--province", "Kaltim", "--code", "64.01")

    assert "format: 2" in (workspace / "scmaster.yaml").read_text("utf-8")
    assert run("check", "paser").exit_code == 0
