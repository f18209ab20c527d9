"""The scripts of the action for cities, run as a runner would, with a stand-in for `gh`."""

import base64
import gzip
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
ACTION = ROOT / ".github" / "actions" / "city"
GH = """\
#!{python}
import json, os, pathlib, sys
log = pathlib.Path(os.environ["RUNNER_TEMP"], "gh.jsonl")
def sent(word):
    _, at, name = word.partition("=@")
    return pathlib.Path(name).read_text("utf-8") if at else word
words = list(map(sent, sys.argv[1:]))
with log.open("a", encoding="utf-8") as file:
    file.write(json.dumps(words) + "\\n")
if "--paginate" in words:
    print(os.environ.get("EARLIER", ""))
sys.exit(int(os.environ.get("GH_FAILS", "0")))
"""
SCMASTER = "#!{python}\nfrom scmaster.cli import app\napp()\n"
CITY = """\
city: {id: kota-uji, name: Kota Uji, kind: kota, province: Kaltim, region_code: "64.71"}
opd:
  - {id: dlh, name: Dinas Lingkungan Hidup}
"""

pytestmark = pytest.mark.skipif(
    os.name == "nt" or not shutil.which("bash"), reason="the stand-ins are scripts of Unix"
)


@pytest.fixture
def temp(tmp_path):
    folder = tmp_path / "sementara"
    (folder / "bin").mkdir(parents=True)
    for name, text in (("gh", GH), ("scmaster", SCMASTER)):
        program = folder / "bin" / name
        program.write_text(text.format(python=sys.executable), "utf-8")
        program.chmod(0o755)
    return folder


def git(folder, *words):
    about = ["-c", "user.name=Uji", "-c", "user.email=uji@contoh.go.id"]
    subprocess.run(["git", "-C", str(folder), *about, *words], check=True, capture_output=True)  # noqa: S607


@pytest.fixture
def repository(tmp_path):
    """A city's repository whose last commit changes one of two cities."""
    folder = tmp_path / "repo"
    for name in ("kota-uji", "lain"):
        (folder / "cities" / name).mkdir(parents=True)
        (folder / "cities" / name / "kota.yaml").write_text(CITY.replace("kota-uji", name), "utf-8")
    git(tmp_path, "init", "--quiet", str(folder))
    change(folder, "awal")
    change(folder, "ubah", CITY + "  - {id: bpbd, name: BPBD}\n")
    return folder


def change(folder, message, text=None, name="cities/kota-uji/kota.yaml"):
    if text is not None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)


@pytest.fixture
def run(temp, repository):
    def start(script, **more):
        fixed = {
            "RUNNER_TEMP": str(temp),
            "GITHUB_OUTPUT": str(temp / "output"),
            "GITHUB_REPOSITORY": "kota/data",
            "GITHUB_SHA": "a" * 40,
            "GITHUB_REF": "refs/pull/7/merge",
            "NUMBER": "7",
            "STRICT": "false",
            "CITIES": "kota-uji",
            "PATH": f"{temp / 'bin'}{os.pathsep}{os.environ['PATH']}",
        }
        return subprocess.run(
            ["bash", str(ACTION / f"{script}.sh")],  # noqa: S607
            cwd=repository,
            env=os.environ | fixed | more,
            capture_output=True,
            text=True,
            check=False,
        )

    return start


def calls(temp):
    log = temp / "gh.jsonl"
    return (
        [json.loads(line) for line in log.read_text("utf-8").splitlines()] if log.exists() else []
    )


def chosen(run, temp, **more):
    done = run("choose", CITIES=more.pop("CITIES", ""), **more)
    assert done.returncode == 0, done.stderr
    return (temp / "output").read_text("utf-8").splitlines()[-1]


def test_a_pull_request_means_the_cities_it_changes(run, temp):
    assert chosen(run, temp, EVENT="pull_request") == "cities=kota-uji"
    assert chosen(run, temp, EVENT="push") == "cities=kota-uji lain"
    assert chosen(run, temp, EVENT="push", CITIES="lain") == "cities=lain"


def test_a_change_of_pillars_means_every_city_and_any_other_none(run, temp, repository):
    change(repository, "baca", "halo", "README.md")
    assert chosen(run, temp, EVENT="pull_request") == "cities="
    change(repository, "pilar", "pillars: []\n", "pillars/a.yaml")
    assert chosen(run, temp, EVENT="pull_request") == "cities=kota-uji lain"


def test_a_city_that_is_gone_is_not_checked(run, temp, repository):
    shutil.rmtree(repository / "cities" / "lain")
    change(repository, "hapus")

    assert chosen(run, temp, EVENT="pull_request") == "cities="


def test_the_check_annotates_and_fails_over_errors(run, temp, repository):
    assert run("check").returncode == 0
    change(repository, "salah", CITY + "lain: 1\n")
    done = run("check")

    assert done.returncode == 1
    assert "::error file=cities/kota-uji/kota.yaml,line=4," in done.stdout
    assert json.loads((temp / "scmaster" / "scmaster.sarif").read_text("utf-8"))["runs"]


def test_a_city_called_like_an_option_is_no_option(run, repository):
    done = run("check", CITIES="--output=x.txt")

    assert done.returncode == 2
    assert not (repository / "x.txt").exists()


def test_the_report_goes_to_code_scanning(run, temp):
    run("check")
    assert run("upload").returncode == 0
    ((*words, packed, _, _),) = calls(temp)

    assert "repos/kota/data/code-scanning/sarifs" in words
    assert {"commit_sha=" + "a" * 40, "ref=refs/pull/7/merge"} <= set(words)
    assert json.loads(gzip.decompress(base64.b64decode(packed)))["version"] == "2.1.0"


def test_what_is_not_allowed_is_told_and_fails_nothing(run):
    run("check")
    for script in ("upload", "comment"):
        done = run(script, GH_FAILS="1")
        assert done.returncode == 0, done.stderr
        assert "::notice title=scmaster::" in done.stdout


def test_the_first_run_writes_a_comment_and_the_next_writes_over_it(run, temp):
    assert run("comment").returncode == 0
    look, post = calls(temp)
    assert "repos/kota/data/issues/7/comments" in look
    assert post[:4] == ["api", "--silent", "--method", "POST"]
    assert post[-1].startswith("<!-- scmaster-diff")
    assert "BPBD" in post[-1]

    run("comment", EARLIER="41\n42")
    patch = calls(temp)[-1]
    assert patch[:5] == [*post[:3], "PATCH", "repos/kota/data/issues/comments/41"]


def test_a_shallow_clone_is_told(run, repository):
    git(repository, "checkout", "--quiet", "--orphan", "tunggal")
    change(repository, "satu")
    done = run("comment")

    assert done.returncode == 0
    assert "fetch-depth: 0" in done.stdout


def test_a_city_without_documents_is_told_and_fails_nothing(run, repository):
    change(repository, "tanpa nama", "sources: []\n")
    done = run("build")

    assert (done.returncode, "::notice title=scmaster::Dokumen" in done.stdout) == (0, True)


def test_the_documents_are_built_over_errors_as_a_draft(run, temp, repository):
    agreed = "commitments: [{id: komitmen, title: Komitmen, date: 2019-05-01}]\n"
    change(repository, "salah", CITY + agreed + "lain: 1\n")
    done = run("build")

    assert done.returncode == 0, done.stderr
    assert list((temp / "scmaster" / "dokumen" / "kota-uji").glob("*.docx")), done.stdout
