"""`check` for machines: the right form, to the right place, with names that hold anywhere."""

import json
import subprocess
from pathlib import Path

import pytest
from kota_uji import CITY, WARNED, WRONG
from lxml import etree
from test_cli_diff import CHANGED

FORMS = ["text", "brief", "json", "github", "sarif", "junit", "gitlab"]


@pytest.fixture
def repository(workspace):
    """The workspace as a folder of a larger repository: its root is the folder above."""
    subprocess.run(["git", "init", "--quiet", workspace.parent], check=True)  # noqa: S607
    return workspace


def test_on_github_the_annotations_are_the_default(run, write):
    write(WRONG)
    shown = run("check", "kota-uji", env={"GITHUB_ACTIONS": "true"}).stdout.splitlines()

    assert shown[0].startswith("::error file=cities/kota-uji/kota.yaml,line=1,col=68,")
    assert shown[-1].startswith("1 galat, ")


def test_the_annotations_of_a_pull_request(run, write, golden):
    """The one whose comment is in the tests of `diff`."""
    write(CHANGED)
    shown = run("check", "cities/kota-uji/kota.yaml", env={"GITHUB_ACTIONS": "true"}).stdout

    golden("report/pull-request.txt", shown)


def test_what_is_asked_for_wins_over_the_default(run, write):
    write(WRONG)
    on_github = {"GITHUB_ACTIONS": "true"}

    assert "::error" not in run("check", "kota-uji", "--brief", env=on_github).stdout
    assert "::error" not in run("check", "kota-uji", "--format", "text", env=on_github).stdout


@pytest.mark.parametrize("form", FORMS)
def test_a_file_holds_what_the_screen_would_show(run, write, workspace, form):
    write(WARNED)
    shown = run("check", "kota-uji", "--format", form).stdout
    told = run("check", "kota-uji", "--format", form, "--output", "hasil/laporan.txt")
    kept = (workspace / "hasil" / "laporan.txt").read_text("utf-8")

    assert shown.startswith(kept)
    assert kept
    assert told.stdout.endswith(f"laporan ditulis ke {Path('hasil/laporan.txt')}\n")


@pytest.mark.parametrize("form", FORMS)
def test_the_exit_code_does_not_depend_on_the_form(run, write, form):
    for text, code in ((CITY, 0), (WARNED, 0), (WRONG, 1)):
        write(text)
        assert run("check", "kota-uji", "--format", form).exit_code == code
        assert run("check", "kota-uji", "--format", form, "--output", "a.txt").exit_code == code


def test_a_city_s_own_file_is_never_written_over(run, workspace):
    own = workspace / "cities" / "kota-uji" / "kota.yaml"
    result = run("check", "kota-uji", "--output", own)

    assert result.exit_code == 2
    assert own.read_text("utf-8") == CITY


@pytest.mark.parametrize("output", ["cities", "cities/kota-uji/kota.yaml/laporan"])
def test_a_place_that_takes_no_file_is_told(run, output):
    result = run("check", "kota-uji", "--output", output)

    assert result.exit_code == 2
    assert "tidak dapat ditulis" in result.stderr


# -- names from the root of the repository ----------------------------------------------------


def paths(run, form, *arguments):
    content = json.loads(run("check", *arguments, "--format", form).stdout)
    if form == "gitlab":
        return {entry["location"]["path"] for entry in content}
    results = content["runs"][0]["results"]
    places = [r["locations"][0]["physicalLocation"]["artifactLocation"] for r in results]
    return {place["uri"] for place in places}


@pytest.mark.parametrize("here", [".", "cities", "cities/kota-uji"])
def test_names_begin_at_the_root_wherever_the_command_runs(
    run, write, repository, monkeypatch, here
):
    write(WARNED)
    monkeypatch.chdir(repository / here)

    assert paths(run, "gitlab", "kota-uji") == {"ruang kerja/cities/kota-uji/kota.yaml"}
    assert paths(run, "sarif", "kota-uji") == {"ruang%20kerja/cities/kota-uji/kota.yaml"}
    junit = run("check", "kota-uji", "--format", "junit").stdout
    assert (
        etree.fromstring(junit.encode())[0].get("name") == "ruang kerja/cities/kota-uji/kota.yaml"
    )
    github = run("check", "kota-uji", "--format", "github").stdout
    assert "file=ruang kerja/cities/kota-uji/kota.yaml," in github


@pytest.mark.parametrize("form", ["github", "sarif", "junit", "gitlab"])
def test_nothing_of_this_machine_is_in_it(run, write, repository, tmp_path, form):
    write(WARNED)
    (repository / "pillars" / "b.yaml").write_text("pilar: []", "utf-8")
    shown = run("check", str(repository / "cities" / "kota-uji"), "--format", form).stdout

    assert "SCM100" in shown
    assert str(tmp_path) not in shown
    assert tmp_path.name not in shown


# -- fingerprints -----------------------------------------------------------------------------


def fingerprints(run):
    content = json.loads(run("check", "kota-uji", "--format", "gitlab").stdout)
    return {entry["fingerprint"]: entry["check_name"] for entry in content}


TWO = CITY + "programmes:\n  - {id: prog-a, name: Jam Macet}\n  - {id: prog-b, name: Taman Baca}\n"


def test_an_alert_survives_a_moved_line_a_moved_record_and_another_file(run, write, workspace):
    write(TWO)
    before = fingerprints(run)
    write("# satu\n# dua\n" + TWO)
    assert fingerprints(run) == before

    records, programmes = TWO.split("programmes:\n")
    first, second = programmes.splitlines()
    write(f"{records}programmes:\n{second}\n{first}\n")
    assert fingerprints(run) == before

    write(records)
    (workspace / "cities/kota-uji/program.yaml").write_text(f"programmes:\n{programmes}", "utf-8")
    assert fingerprints(run) == before
    assert len(before) > 4


def test_another_record_field_or_slip_has_another_fingerprint(run, write):
    write(TWO)
    before = fingerprints(run)
    write(TWO.replace("prog-b", "prog-c"))
    after = fingerprints(run)

    assert before != after
    assert len(before) == len(after)
    gone = [code for found, code in before.items() if found not in after]
    assert gone, "those of the record that is no more"
    assert len(gone) < len(before), "those of the others stay"


def test_a_figure_in_the_words_is_no_other_finding(run, write):
    """Who answers one of many questions has not made another finding of those that are left."""
    answer = (
        "answers:\n  - {id: j, submission: ev-2024, question: UJI.01, fact: Ada., analysis: A.}\n"
    )
    write(CITY)
    before = fingerprints(run)
    write(CITY + answer)
    unanswered = [found for found, code in before.items() if code == "SCM336"]

    assert len(unanswered) == 1
    assert unanswered[0] in fingerprints(run)


def test_the_same_slip_twice_in_a_file_is_two_findings(run, write):
    write(CITY + "lain: 1\nlagi: 2\n")
    assert list(fingerprints(run).values()).count("SCM100") == 2


def test_code_scanning_is_given_the_same_fingerprint(run, write):
    write(TWO)
    (sarif,) = json.loads(run("check", "kota-uji", "--format", "sarif").stdout)["runs"]
    given = {r["partialFingerprints"]["primaryLocationLineHash"] for r in sarif["results"]}

    assert given == set(fingerprints(run))


# -- privacy ----------------------------------------------------------------------------------

NIK = "6499015203900002"


@pytest.mark.parametrize("form", FORMS)
def test_what_is_private_is_in_no_report(run, write, form):
    write(CITY.replace("name: Dinas Lingkungan Hidup", f"name: DLH, note: NIK {NIK}"))
    shown = run("check", "kota-uji", "--format", form).stdout

    assert "SCM701" in shown
    assert shown.count("SCM") > 1, "another finding on the same line may not show it either"
    assert NIK not in shown


# -- a file instead of a city -----------------------------------------------------------------


@pytest.fixture
def second(workspace):
    (workspace / "cities" / "lain").mkdir()
    (workspace / "cities" / "lain" / "a.yaml").write_text(WRONG, "utf-8")
    return workspace


def test_files_stand_for_their_city_once(run, write, second):
    write(WARNED)
    (second / "cities/kota-uji/dalam").mkdir()
    (second / "cities/kota-uji/dalam/b.yaml").write_text("opd: []\n", "utf-8")
    names = ["cities/kota-uji/kota.yaml", "cities/kota-uji/dalam/b.yaml", "kota-uji"]

    alone = run("check", "kota-uji", "--brief").stdout
    assert run("check", *names, "--brief").stdout == alone
    assert "cities/lain" not in alone


def test_a_file_is_found_from_inside_a_city(run, second, monkeypatch):
    monkeypatch.chdir(second / "cities" / "lain")

    assert run("check", "a.yaml", "--brief").exit_code == 1
    assert run("check", "../kota-uji/kota.yaml", "--brief").exit_code == 0


def test_a_file_that_was_deleted_still_names_its_city(run, second):
    assert second.is_dir()
    assert run("check", "cities/lain/hilang.yaml").exit_code == 1


def test_a_file_of_pillars_stands_for_every_city(run, second):
    shown = run("check", "pillars/uji.yaml", "--brief").stdout

    assert second.is_dir()
    assert "cities/lain/" in shown
    assert shown == run("check", "--brief").stdout


@pytest.mark.parametrize("name", ["cities/sekali.yaml", "templat/a.yaml", "cities/tiada/a.yaml"])
def test_a_file_of_no_city_is_a_wrong_command_line(run, name):
    result = run("check", name)

    assert result.exit_code == 2
    assert result.stderr.startswith("Galat: ")
