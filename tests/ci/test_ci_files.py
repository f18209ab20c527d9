"""What CI servers read is what they can read, and asks for no more than it needs."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from pre_commit.clientlib import load_config, load_manifest
from typer.testing import CliRunner

from scmaster.cli import app

ROOT = Path(__file__).parent.parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
ACTION = ROOT / ".github" / "actions" / "city" / "action.yml"
GITLAB = ROOT / ".gitlab" / "scmaster.gitlab-ci.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
PAGE = ROOT / "docs" / "ci.md"
SCHEMAS = (
    [(path, "vendor.github-workflows") for path in WORKFLOWS]
    + [(path, "custom.github-workflows-require-timeout") for path in WORKFLOWS]
    + [(ACTION, "vendor.github-actions"), (GITLAB, "vendor.gitlab-ci")]
)


def lint(path, schema):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("path", "schema"), SCHEMAS, ids=lambda value: getattr(value, "name", value)
)
def test_it_keeps_to_its_schema(path, schema):
    done = lint(path, schema)

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("path", "schema", "word", "slip"),
    [
        (WORKFLOWS[0], "vendor.github-workflows", "runs-on:", "run-on:"),
        (WORKFLOWS[0], "custom.github-workflows-require-timeout", "timeout-minutes:", "x-minutes:"),
        (ACTION, "vendor.github-actions", "using: composite", "using: bash"),
        (GITLAB, "vendor.gitlab-ci", "script:", "skrip:"),
    ],
)
def test_each_schema_bites(tmp_path, path, schema, word, slip):
    wrong = tmp_path / path.name
    wrong.write_text(path.read_text("utf-8").replace(word, slip), "utf-8")

    assert lint(wrong, schema).returncode == 1


def steps(content):
    jobs = content["jobs"].values() if "jobs" in content else [content["runs"]]
    return [step for job in jobs for step in job.get("steps", [])]


GITHUB = [(path, yaml.safe_load(path.read_text("utf-8"))) for path in [*WORKFLOWS, ACTION]]


@pytest.mark.parametrize(("path", "content"), GITHUB, ids=[path.name for path, _ in GITHUB])
def test_an_action_is_pinned_to_a_commit_and_no_shell_reads_what_others_write(path, content):
    assert steps(content)
    for step in steps(content):
        used = step.get("uses", "")
        assert not used or used.startswith("./") or re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", used)
        assert "${{" not in step.get("run", ""), "as env: what is put into a script is run"
    assert "secrets." not in path.read_text("utf-8")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_read_and_no_more_unless_a_job_says_what(path):
    content = yaml.safe_load(path.read_text("utf-8"))

    assert content["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in content[True], "'on' is true in YAML 1.1"
    for step in steps(content):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


def test_this_repository_is_tested_on_three_systems():
    jobs = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text("utf-8"))["jobs"]

    for job in ("tests", "wheel"):
        systems = {name.partition("-")[0] for name in jobs[job]["strategy"]["matrix"]["os"]}
        assert systems == {"ubuntu", "macos", "windows"}
    assert any("actions/city" in step.get("uses", "") for step in jobs["example"]["steps"])


def test_the_inputs_of_the_action_are_all_used_and_described():
    text, (_, content) = ACTION.read_text("utf-8"), GITHUB[-1]

    for name, about in content["inputs"].items():
        assert f"inputs.{name} " in text, name
        assert about["description"].endswith(".")


def test_pre_commit_takes_the_hook():
    (hook,) = load_manifest(HOOKS)

    assert (hook["id"], hook["language"], hook["pass_filenames"]) == (
        "scmaster-check",
        "python",
        True,
    )
    assert hook["require_serial"], "else a city with many files is checked several times at once"


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("cities/balikpapan/jawaban.yaml", True),
        ("cities/balikpapan/opd/dlh.yml", True),
        ("ruang/cities/samarinda/kota.yaml", True),
        ("cities/baca.yaml", False),
        ("cities/balikpapan/README.md", False),
        ("pillars/pilar-2017.yaml", False),
    ],
)
def test_the_hook_looks_at_the_files_of_cities(name, wanted):
    (hook,) = load_manifest(HOOKS)

    assert bool(re.search(hook["files"], name)) is wanted


def test_the_hook_runs_a_command_there_is():
    (hook,) = load_manifest(HOOKS)
    _, *words = hook["entry"].split()
    name = str(ROOT / "cities" / "balikpapan" / "jawaban.yaml")
    result = CliRunner().invoke(app, [*words, name])

    assert result.exit_code == 0, result.output
    assert "balikpapan" in result.stdout
    assert "samarinda/" not in result.stdout


# -- what docs/ci.md tells people to copy -----------------------------------------------------


def examples():
    """Return the YAML blocks of the page, with the names that people fill in filled in."""
    text = PAGE.read_text("utf-8").replace("PEMILIK", "kota").replace("COMMIT", "a" * 40)
    return re.findall(r"^```yaml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(
    ("number", "schema"), [(0, "vendor.github-workflows"), (1, "vendor.gitlab-ci")]
)
def test_the_example_keeps_to_its_schema(tmp_path, number, schema):
    example = tmp_path / "contoh.yml"
    example.write_text(examples()[number], "utf-8")
    done = lint(example, schema)

    assert done.returncode == 0, done.stdout


def test_the_example_pins_what_we_pin_ourselves():
    text = examples()[0]
    (pinned,) = re.findall(r"actions/checkout@\w{40} # \S+", text)

    assert pinned in WORKFLOWS[0].read_text("utf-8")
    assert "/scmaster/.github/actions/city@" in text
    assert (ROOT / ".github/actions/city/action.yml").is_file()


def test_the_example_for_pre_commit_is_one(tmp_path):
    config = tmp_path / ".pre-commit-config.yaml"
    config.write_text(examples()[2], "utf-8")
    (repo,) = load_config(config)["repos"]

    assert [hook["id"] for hook in repo["hooks"]] == [h["id"] for h in load_manifest(HOOKS)]


def test_the_page_names_every_input_of_the_action_with_its_default():
    _, content = GITHUB[-1]
    rows = re.findall(r"^\| `([a-z][\w-]*)` \| (\S+) \|", PAGE.read_text("utf-8"), re.MULTILINE)
    defaults = {name: f'`"{about["default"]}"`' for name, about in content["inputs"].items()}

    assert dict(rows) == defaults | {"cities": "kosong"}
