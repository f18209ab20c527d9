"""What is installed works elsewhere, with its own data; a workspace's own data wins."""

import os
import shlex
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the wheel from a copy, so that nothing is left in the repository."""
    copy = tmp_path_factory.mktemp("sumber")
    for name in ("scmaster", "pillars", "templates", ".gitlab"):
        leave = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, copy / name, ignore=leave)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy / name)
    out = tmp_path_factory.mktemp("roda")
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(out),
        copy,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = out.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """Install it alone; what it depends on is already here."""
    target = tmp_path_factory.mktemp("terpasang")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile"]
    command += ["--disable-pip-version-check", "--no-index", "--target", str(target), str(wheel)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return target


@pytest.fixture
def elsewhere(tmp_path):
    """A workspace with Balikpapan in it and nothing else, far from the repository."""
    shutil.copytree(ROOT / "cities" / "balikpapan", tmp_path / "cities" / "balikpapan")
    return tmp_path


@pytest.fixture
def run(installed, elsewhere):
    """Run Python with the installed scmaster before all others."""

    def start(program, *arguments):
        env = {k: v for k, v in os.environ.items() if k != "NO_COLOR"} | {
            "PYTHONPATH": str(installed)
        }
        command = [sys.executable, "-c", program, *map(str, arguments)]
        return subprocess.run(
            command, capture_output=True, encoding="utf-8", cwd=elsewhere, env=env, check=False
        )

    return start


APP = "from scmaster.cli import app; app()"


def build(run, elsewhere, *options):
    done = run(APP, "build", "balikpapan", "--draft", "--page-numbers", "never", *options)
    return done, elsewhere / "build" / "balikpapan" / "laporan-evaluasi.docx"


def words(path):
    with zipfile.ZipFile(path) as package:
        return package.read("word/document.xml").decode()


def test_it_holds_its_data_and_nothing_of_the_repository(wheel):
    names = zipfile.ZipFile(wheel).namelist()

    for name in (
        "scmaster/_data/pillars/pilar-2017.yaml",
        "scmaster/_data/pillars/instruments/komdigi-2023-kppn-ikn.yaml",
        "scmaster/_data/templates/_shared/acuan.docx",
        "scmaster/_data/templates/laporan-evaluasi/laporan-evaluasi.md.jinja",
    ):
        assert name in names
    top = {name.partition("/")[0] for name in names}
    assert {name for name in top if not name.endswith(".dist-info")} == {"scmaster"}
    assert not [name for name in names if "__pycache__" in name or "/tests/" in name]


def test_every_module_of_the_package_is_in_it(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    modules = {p.relative_to(ROOT).as_posix() for p in (ROOT / "scmaster").rglob("*.py")}

    assert modules - names == set()


def test_what_runs_is_what_is_installed_with_its_own_data(run, installed):
    program = (
        "import scmaster; from scmaster import resources;"
        "print(scmaster.__file__, *map(resources.shipped, ('pillars', 'templates')), sep='\\n')"
    )
    file, *data = run(program).stdout.splitlines()

    assert Path(file) == installed / "scmaster" / "__init__.py"
    assert [Path(folder) for folder in data] == [
        installed / "scmaster" / "_data" / "pillars",
        installed / "scmaster" / "_data" / "templates",
    ]


def test_it_builds_balikpapan_from_another_folder(run, elsewhere):
    done, document = build(run, elsewhere)

    assert "Traceback" not in done.stderr
    assert document.is_file(), done.stdout + done.stderr
    assert "Balikpapan" in words(document)
    assert not (elsewhere / "pillars").exists()


def test_the_command_is_installed_too(installed, run):
    shown = run(APP, "--version").stdout

    assert shown.startswith("scmaster ")
    (entries,) = installed.glob("*.dist-info/entry_points.txt")
    assert "scmaster = scmaster.cli:app" in entries.read_text("utf-8")


def test_a_workspaces_own_template_wins_and_the_rest_stays(run, elsewhere):
    """One file is enough: acuan.docx still comes from the wheel."""
    own = elsewhere / "templates" / "laporan-evaluasi"
    own.mkdir(parents=True)
    (own / "laporan-evaluasi.md.jinja").write_text("# Templat sendiri\n\nHalo.\n", "utf-8")
    done, document = build(run, elsewhere)

    assert document.is_file(), done.stdout + done.stderr
    assert "Templat sendiri" in words(document)


def test_a_workspaces_own_pillars_win_file_by_file(run, elsewhere):
    shipped = ROOT / "pillars" / "pilar-2017.yaml"
    (elsewhere / "pillars").mkdir()
    before = run(APP, "list").stdout
    mine = elsewhere / "pillars" / "pilar-2017.yaml"
    text = shipped.read_text("utf-8")
    first = text.split("name: ", 1)[1].splitlines()[0]
    mine.write_text(text.replace(f"name: {first}", "name: Edisi kota sendiri", 1), "utf-8")
    after = run(APP, "list").stdout

    assert "Edisi kota sendiri" not in before
    changed = set(after.splitlines()) ^ set(before.splitlines())
    assert sorted(line.split()[0] for line in changed) == ["pilar-2017", "pilar-2017"]
    assert "komdigi-2023-kppn-ikn" in after


def test_a_slip_in_an_own_file_is_shown_there_and_not_in_ours(run, elsewhere):
    (elsewhere / "pillars").mkdir()
    (elsewhere / "pillars" / "pilar-2017.yaml").write_text("pilar: []\n", "utf-8")
    shown = run(APP, "check", "balikpapan", "--brief").stdout

    assert "pillars/pilar-2017.yaml:1:1: error SCM100" in shown


EDITED = """\
opd:
  - id: diskominfo
    name: Dinas Komunikasi dan Informatika
    short_name: Diskominfo
"""
SUBMISSION = """\
submissions:
  - id: evaluasi-2025
    year: 2025
    stage: tunggal
    instrument: komdigi-2023-regular
    state: draft
answers:
  - id: jaw-bas-01
    submission: evaluasi-2025
    question: BAS.01
    owner: diskominfo
    fact: Masterplan ditetapkan dengan peraturan wali kota.
    analysis: Dasar hukumnya sudah ada.
"""


def test_a_city_begins_and_works_with_the_wheel_alone(installed, tmp_path, monkeypatch):
    """As somebody would who has nothing but the wheel, an empty folder and git."""
    git = shutil.which("git")
    monkeypatch.setenv("PYTHONPATH", str(installed))
    for name in ("NO_COLOR", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    house = tmp_path / "rumah"
    house.mkdir()
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "pre-commit"))

    def play(*words, expect=0):
        done = subprocess.run(words, cwd=house, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == expect, (words, done.stdout, done.stderr)
        assert "Traceback" not in done.stderr
        return done.stdout

    def scmaster(*words, expect=0):
        return play(sys.executable, "-c", APP, *words, expect=expect)

    def commit(message):
        play(git, "add", "-A")
        play(git, "-c", "user.name=A", "-c", "user.email=a@b.go.id", "commit", "-qm", message)

    play(git, "init", "-q", "-b", "main")
    scmaster("init")
    scmaster("new", "bontang", "--name", "Kota Bontang", "--province", "X", "--code", "64.74")
    assert scmaster("check").strip() == "Tidak ada temuan."
    commit("awal")
    city = house / "cities" / "bontang"
    (city / "opd.yaml").write_text(EDITED, "utf-8")
    (city / "jawaban.yaml").write_text(SUBMISSION, "utf-8")
    assert "SCM304" in scmaster("check", "--brief")
    assert "Ditulis:" in scmaster("build", "bontang", "--page-numbers", "never")
    assert (house / "build" / "bontang" / "laporan-evaluasi.docx").is_file()
    assert "jaw-bas-01" in scmaster("diff", "bontang", "HEAD", "--format", "markdown")
    scmaster("schema")
    fits = [sys.executable, "-m", "check_jsonschema", "--schemafile", "schema/city.schema.json"]
    play(*fits, *map(str, sorted(city.glob("*.yaml"))))
    play(*fits[:-1], "schema/settings.schema.json", "scmaster.yaml")

    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    command = [sys.executable, "-c", APP, *shlex.split(hook["entry"])[1:]]
    own = hook | {"language": "system", "entry": shlex.join(command)}
    config = {"repos": [{"repo": "local", "hooks": [own]}]}
    (house / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")
    commit("jawaban")
    run_hook = [sys.executable, "-m", "pre_commit", "run", "--all-files"]
    assert "Passed" in play(*run_hook)
    (city / "opd.yaml").write_text(EDITED.replace("short_name", "shortname"), "utf-8")
    assert "SCM102" in play(*run_hook, expect=1)
