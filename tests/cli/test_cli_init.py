"""`init`: a repository of a city's own, from nothing."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def empty(tmp_path, monkeypatch):
    folder = tmp_path / "repositori"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_an_empty_folder_becomes_a_workspace_in_which_a_city_can_be_begun(run, empty, files):
    assert run("init").exit_code == 0
    made = set(files(empty))

    assert {"scmaster.yaml", "README.md", ".gitignore", ".vscode/settings.json"} <= made
    assert {".github/workflows/scmaster.yml", "schema/settings.schema.json"} <= made
    assert (empty / "cities").is_dir()

    words = ("--name", "Kota Bontang", "--province", "Kalimantan Timur", "--code", "64.74")
    assert run("new", "bontang", *words).exit_code == 0
    checked = run("check")
    assert (checked.exit_code, checked.stdout.strip()) == (0, "Tidak ada temuan.")


def test_what_is_there_stays_as_it_is(run, empty, files):
    (empty / "README.md").write_text("punya kami\n", "utf-8")
    run("init")
    before = files(empty)
    again = run("init")

    assert before == files(empty)
    assert again.exit_code == 0
    assert (empty / "README.md").read_text("utf-8") == "punya kami\n"
    assert "Sudah ada, tidak diubah: README.md" in again.stdout


def test_another_folder_may_be_named(run, empty):
    run("init", "kota kita", "--ci", "none")

    assert (empty / "kota kita" / "scmaster.yaml").is_file()
    assert not (empty / "kota kita" / ".github").exists()
    assert not (empty / "scmaster.yaml").exists()


def test_a_file_is_no_folder(run, empty):
    (empty / "berkas").write_text("", "utf-8")
    result = run("init", "berkas")

    assert result.exit_code == 2
    assert "bukan folder" in result.stderr


def test_on_gitlab_the_file_is_the_one_we_keep(run, empty):
    run("init", "--ci", "gitlab")

    ours = (ROOT / ".gitlab" / "scmaster.gitlab-ci.yml").read_text("utf-8")
    assert (empty / ".gitlab-ci.yml").read_text("utf-8") == ours


def test_the_workflow_keeps_to_its_schema_and_pins_what_we_pin(run, empty):
    import subprocess
    import sys

    run("init")
    path = empty / ".github" / "workflows" / "scmaster.yml"
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]
    for schema in ("vendor.github-workflows", "custom.github-workflows-require-timeout"):
        done = subprocess.run([*command, schema, str(path)], capture_output=True, check=False)
        assert done.returncode == 0, done.stdout
    text = path.read_text("utf-8")
    ours = (ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8")
    for pinned in re.findall(r"uses: (\S+ # \S+)", text):
        assert pinned in ours
    (job,) = yaml.safe_load(text)["jobs"].values()
    assert not [step for step in job["steps"] if "${{" in step.get("run", "")]


def test_the_settings_that_are_shown_are_ones_there_are(run, empty):
    """Uncommented, the examples load."""
    run("init")
    path = empty / "scmaster.yaml"
    text = re.sub(r"(?m)^  # (?=[a-z ]+[:-])|^  #   (?= *[-a-z])", "  ", path.read_text("utf-8"))
    path.write_text(text, "utf-8")
    run("new", "bontang", "--name", "Kota Bontang", "--province", "X", "--code", "64.74")
    result = run("check", "--brief")

    assert "severity: error" in text
    assert not [line for line in result.stdout.splitlines() if " SCM1" in line], result.stdout
