"""`new` and `schema`: a city begins without errors, and nothing that was there is touched."""

import json

import pytest
from kota_uji import CITY

ARGUMENTS = ("--name", "Kota Baru", "--province", "Kaltim", "--code", "64.99")


def test_a_new_city_checks_without_errors_and_builds_as_a_draft(workspace, run):
    made = run("new", "kota-baru", *ARGUMENTS)
    checked = run("check", "kota-baru", "--format", "json")

    assert (made.exit_code, made.stderr) == (0, "")
    assert checked.exit_code == 0
    assert json.loads(checked.stdout)["summary"]["error"] == 0
    assert "belum ada" in run("build", "kota-baru", "--page-numbers", "never").stdout
    assert sorted(p.name for p in (workspace / "cities").iterdir()) == ["kota-baru", "kota-uji"]


def test_every_file_leads_to_a_schema_that_is_there(workspace, run):
    run("new", "kota-baru", *ARGUMENTS)

    for path in (workspace / "cities/kota-baru").iterdir():
        first = path.read_text("utf-8").partition("\n")[0]
        prefix = "# yaml-language-server: $schema="
        assert first.startswith(prefix)
        assert json.loads((path.parent / first.removeprefix(prefix)).read_text("utf-8"))
    settings = json.loads((workspace / ".vscode/settings.json").read_text("utf-8"))
    assert all((workspace / name).is_file() for name in settings["yaml.schemas"])
    assert "cities/*/files/" in (workspace / ".gitignore").read_text("utf-8")


def test_the_examples_in_the_comments_can_be_used(workspace, run):
    """Whoever takes the sign of a comment away has records that can be read."""
    run("new", "kota-baru", *ARGUMENTS)
    for path in (workspace / "cities/kota-baru").iterdir():
        lines = path.read_text("utf-8").splitlines()
        opened = [
            line.replace("  # ", "  ", 1) if line.startswith("  # ") else line for line in lines
        ]
        path.write_text("\n".join(opened) + "\n", "utf-8")

    found = json.loads(run("check", "kota-baru", "--format", "json").stdout)["diagnostics"]
    errors = [d for d in found if d["severity"] == "error"]

    assert not [d for d in errors if d["code"] < "SCM200"]


def test_nothing_is_overwritten(workspace, run, files):
    (workspace / ".vscode").mkdir()
    for name in (".vscode/settings.json", ".gitignore"):
        (workspace / name).write_text("milik saya", "utf-8")
    run("new", "kota-baru", *ARGUMENTS)
    before = files(workspace)

    again = run("new", "kota-baru", *ARGUMENTS)
    other = run("new", "kota-lain", *ARGUMENTS)

    assert again.exit_code == 2
    assert "sudah ada" in again.stderr
    assert other.exit_code == 0
    assert {k: v for k, v in files(workspace).items() if "kota-lain" not in k} == before
    assert (workspace / ".gitignore").read_text("utf-8") == "milik saya"


@pytest.mark.parametrize(
    ("slug", "changed", "said"),
    [
        ("../luar", {}, "bukan nama folder"),
        ("Kota", {}, "bukan nama folder"),
        ("a b", {}, "bukan nama folder"),
        ("x" * 61, {}, "bukan nama folder"),
        ("kota-baru", {"--code": "6499"}, "bukan kode wilayah"),
        ("kota-baru", {"--name": " "}, "isi --name"),
        ("kota-baru", {"--province": "a\nb"}, "isi --province"),
        ("kota-baru", {"--kind": "desa"}, "pilihannya: kota, kabupaten"),
    ],
)
def test_a_wrong_command_line_writes_nothing(  # noqa: PLR0913, PLR0917  (fixtures)
    workspace, run, files, slug, changed, said
):
    before = files(workspace.parent)
    options = dict(zip(ARGUMENTS[::2], ARGUMENTS[1::2], strict=True)) | changed

    result = run("new", slug, *(word for pair in options.items() for word in pair))

    assert result.exit_code == 2
    assert said in result.stderr
    assert files(workspace.parent) == before


@pytest.mark.parametrize(
    "name", ['Kota "Baru": #1', "Kota 'Baru'", "Kota \\ Baru", "Kota Baru # x"]
)
def test_a_name_stands_in_the_file_as_it_was_given(run, name):
    run("new", "kota-baru", "--name", name, *ARGUMENTS[2:])

    assert json.loads(run("check", "kota-baru", "--format", "json").stdout)["summary"]["error"] == 0


def test_a_regency_is_one_by_its_name(workspace, run):
    run("new", "paser", "--name", "Kabupaten Paser", *ARGUMENTS[2:])

    assert "kind: kabupaten" in (workspace / "cities/paser/kota.yaml").read_text("utf-8")


def test_a_schema_offers_the_ids_of_the_workspace(workspace, run, write):
    write(CITY)

    made = run("schema", "--out", workspace / "lain")

    said = json.loads((workspace / "lain/city.schema.json").read_text("utf-8"))
    assert made.exit_code == 0
    assert said["$defs"]["ids-opd"]["enum"] == ["dlh"]
    assert said["$defs"]["ids-question"]["enum"] == ["UJI.01", "UJI.02"]
    assert not (workspace / "schema").exists()
