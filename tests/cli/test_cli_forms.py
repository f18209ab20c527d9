"""Official forms on the command line: listed, filled, and refused with exit code 1."""

import shutil
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[1] / "render" / "workspace" / "templates" / "contoh-borang"


@pytest.fixture
def form(workspace):
    """The sample form in the workspace, for the instrument of its city."""
    home = workspace / "templates" / "contoh-borang"
    shutil.copytree(SAMPLE, home)
    path = home / "form.yaml"
    path.write_text(path.read_text("utf-8").replace("[komdigi]", "[other]"), "utf-8")
    return path


def test_forms_are_listed_with_their_edition(run, form):
    assert form.exists()
    assert "Borang resmi:\n  contoh-borang  " in run("list").stdout


def test_without_a_form_none_is_spoken_of(run):
    assert "Borang" not in run("list").stdout


def test_a_form_is_written_beside_the_documents(run, form, workspace):
    result = run("build", "kota-uji", "--document", "contoh-borang")

    assert result.exit_code == 0, result.output
    assert (workspace / "build" / "kota-uji" / "contoh-borang.docx").is_file()
    assert "SCM665" in result.output
    assert str(form.relative_to(workspace)) in result.output


def test_a_city_may_have_a_form_of_its_own(run, form, workspace):
    own = workspace / "cities" / "kota-uji" / "templates"
    own.mkdir()
    form.parent.rename(own / "contoh-borang")

    assert run("check", "kota-uji", "--brief").exit_code == 0  # it holds no records
    assert run("build", "kota-uji", "--document", "contoh-borang").exit_code == 0


def test_another_edition_is_refused(run, form, workspace):
    (form.parent / "contoh-borang.docx").write_bytes(b"lain")
    result = run("build", "kota-uji", "--document", "contoh-borang")

    assert result.exit_code == 1
    assert "SCM662" in result.output
    assert not (workspace / "build").exists()


def test_a_misspelt_form_is_a_wrong_command(run, form):
    assert form.exists()
    result = run("build", "kota-uji", "--document", "contoh-boran")

    assert result.exit_code == 2
    assert "contoh-borang" in result.output


def test_a_form_yaml_that_cannot_be_read_is_told(run, form):
    form.write_text("form: [", "utf-8")
    result = run("build", "kota-uji", "--document", "contoh-borang")

    assert result.exit_code == 1
    assert "templates/contoh-borang/form.yaml:1:7: galat SCM027" in result.output
    assert "form.yaml belum terbaca" in run("list").stdout
