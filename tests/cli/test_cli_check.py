"""`check` says what is wrong, ends with the right code, and changes nothing."""

import json
import re

import pytest
from kota_uji import CITY, WARNED, WRONG


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (CITY, [], 0),
        (CITY, ["--strict"], 0),
        (WARNED, [], 0),
        (WARNED, ["--strict"], 1),
        (WRONG, [], 1),
        (WRONG, ["--strict"], 1),
        ("halo", [], 1),
        ("", [], 1),
    ],
)
def test_exit_codes(run, write, text, options, code):
    write(text)

    assert run("check", "kota-uji", *options).exit_code == code


def test_a_clean_city_passes_even_the_strict_check(run, workspace):
    """Nothing at all to say: then `--strict` has nothing to count."""
    text = CITY.partition("submissions")[0]
    (workspace / "cities/kota-uji/kota.yaml").write_text(text, "utf-8")
    result = run("check", "kota-uji", "--strict")

    assert (result.exit_code, result.stdout) == (0, "Tidak ada temuan.\n")


@pytest.mark.parametrize("text", [CITY, WRONG, "a: [", ""])
def test_nothing_is_written(run, write, workspace, files, text):
    write(text)
    before = files(workspace)
    for form in ("text", "brief", "json"):
        run("check", "kota-uji", "--format", form)
    run("status", "kota-uji")
    run("list")
    run("explain", "SCM101")

    assert files(workspace) == before


def test_in_text(run, write):
    write(WRONG)
    result = run("check", "kota-uji")

    assert "cities/kota-uji/kota.yaml:1:68: galat SCM102" in result.stdout
    assert "isian 'walikota' tidak dikenal di sini" in result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize("options", [["--brief"], ["--format", "brief"]])
def test_in_brief(run, write, options):
    write(WRONG)
    lines = run("check", "kota-uji", *options).stdout.splitlines()

    assert all(
        re.match(r"cities/kota-uji/kota\.yaml:\d+:\d+: \w+ SCM\d{3}: ", row) for row in lines
    )


def test_in_json(run, write):
    write(WRONG)
    content = json.loads(run("check", "kota-uji", "--format", "json").stdout)

    assert content["summary"]["error"] == 1


def test_every_city_without_an_argument(run, workspace):
    (workspace / "cities" / "lain").mkdir()
    (workspace / "cities" / "lain" / "a.yaml").write_text("opd: [", "utf-8")
    result = run("check", "--brief")

    assert result.exit_code == 1
    assert "cities/lain/a.yaml:1:" in result.stdout
    assert "cities/kota-uji/" in result.stdout


def test_a_slip_in_pillars_is_said_once_for_all_cities(run, workspace):
    (workspace / "cities" / "lain").mkdir()
    (workspace / "cities" / "lain" / "a.yaml").write_text(CITY, "utf-8")
    (workspace / "pillars" / "b.yaml").write_text("pilar: []", "utf-8")
    result = run("check", "--brief")

    assert result.stdout.count("pillars/b.yaml:1:1: error SCM100") == 1


def test_another_submission_may_be_asked_for(run, write):
    write(CITY + "answers: [{id: j, submission: ev-2024, question: UJI.01}]\n")

    assert run("check", "kota-uji", "--submission", "ev-2024").exit_code == 0


def test_a_file_of_pillars_that_cannot_be_read_is_told(run, workspace):
    (workspace / "pillars" / "lain.yaml").symlink_to(workspace.parent / "rahasia.yaml")
    (workspace.parent / "rahasia.yaml").write_text("pillars: []\n", "utf-8")
    result = run("check", "kota-uji", "--brief")

    assert result.exit_code == 1
    assert "pillars/lain.yaml:1:1: error SCM015" in result.stdout
