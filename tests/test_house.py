"""The house rules that a machine can hold; each guard is shown to bite."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import scmaster
from scmaster.model.sections import (
    CITY_SECTIONS,
    FORM_SECTIONS,
    FRAMEWORK_SECTIONS,
    SETTINGS_SECTIONS,
)

PACKAGE = Path(scmaster.__file__).parent
ROOT = PACKAGE.parent
MODULES = sorted(PACKAGE.rglob("*.py"))
MODULE_LINES, FUNCTION_LINES = 400, 60
LONGER = {
    "source/codes.py": 10_000,  # prose, a page a code: its length is no complexity
    "source/mistakes.py": 401,  # who adds a line takes one away first
}
FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef
FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "constants", "types", "exceptions"}


# -- one module -------------------------------------------------------------------------------


def lines_of(function):
    """Count the lines of a function itself; one inside it is a function of its own."""
    inside = [node for node in ast.walk(function) if isinstance(node, FUNCTION)][1:]
    outermost = [f for f in inside if not any(f in ast.walk(g) for g in inside if g is not f)]
    return span(function) - sum(span(inner) for inner in outermost)


def span(function):
    return function.end_lineno - function.lineno + 1


def breaches(source, most=MODULE_LINES):
    found = []
    if len(source.splitlines()) > most:
        found.append("module too long")
    tree = ast.parse(source)
    if ast.get_docstring(tree) is None:
        found.append("module says nothing")
    functions = [node for node in ast.walk(tree) if isinstance(node, FUNCTION)]
    found += [f"{f.name} too long" for f in functions if lines_of(f) > FUNCTION_LINES]
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_a_module_says_what_it_is_and_is_short_enough_to_read(path):
    most = LONGER.get(path.relative_to(PACKAGE).as_posix(), MODULE_LINES)

    assert breaches(path.read_text("utf-8"), most) == []


def test_that_guard_bites():
    long = '"""Doc."""\ndef f():\n' + "    pass\n" * FUNCTION_LINES
    inner = '"""Doc."""\nclass A:\n    async def g(self):\n' + "        pass\n" * FUNCTION_LINES

    assert breaches(long) == ["f too long"]
    assert breaches(inner) == ["g too long"]
    assert breaches("x = 1\n") == ["module says nothing"]
    assert breaches('"""Doc."""\n' + "x = 1\n" * MODULE_LINES) == ["module too long"]
    assert breaches('"""Doc."""\ndef f():\n' + "    pass\n" * (FUNCTION_LINES - 1)) == []
    nested = '"""Doc."""\ndef f():\n    def g():\n' + "        pass\n" * (FUNCTION_LINES - 1)
    assert breaches(nested + "    return g\n") == []
    assert breaches(nested + "    pass\n" * FUNCTION_LINES) == ["f too long"]


def test_the_guards_see_the_whole_house():
    names = {path.relative_to(PACKAGE).as_posix() for path in MODULES}

    assert {"pipeline.py", "cli/__init__.py", "checks/__init__.py", "render/word.py"} <= names


def test_an_exception_that_is_no_longer_needed_is_taken_away():
    for name in LONGER:
        assert len((PACKAGE / name).read_text("utf-8").splitlines()) > MODULE_LINES


# -- names ------------------------------------------------------------------------------------


def nameless(paths):
    """Return the paths of which a part says nothing about what is in it."""
    return [p for p in paths if FORBIDDEN & {part.lower() for part in p.with_suffix("").parts}]


def test_a_thing_lives_with_the_stage_that_owns_it():
    assert nameless(path.relative_to(ROOT) for path in MODULES) == []


def test_that_guard_bites_too():
    paths = [Path("scmaster/utils.py"), Path("scmaster/Common/a.py"), Path("scmaster/commonly.py")]

    assert nameless(paths) == paths[:2]


RULE = re.compile(r"scm[345789]\d\d_[a-z][a-z0-9]*(_[a-z0-9]+)*\.py")


def test_a_rules_file_is_named_by_its_code_and_what_is_wrong():
    names = [p.name for p in (PACKAGE / "checks").glob("*.py") if p.name != "__init__.py"]

    assert len(names) > 50
    assert [name for name in names if not RULE.fullmatch(name)] == []
    assert not RULE.fullmatch("scm601_x.py")
    assert not RULE.fullmatch("scm301-x.py")


def test_every_field_that_people_fill_in_is_described_in_indonesian():
    """The description is what an editor shows; it ends like a sentence."""
    from scmaster.load import nested

    seen, waiting = (
        set(),
        [
            *CITY_SECTIONS.values(),
            *FRAMEWORK_SECTIONS.values(),
            *FORM_SECTIONS.values(),
            *SETTINGS_SECTIONS.values(),
        ],
    )
    bare = []
    while waiting:
        kind = waiting.pop()
        if kind in seen:
            continue
        seen.add(kind)
        waiting += nested(kind).values()
        for name, field in kind.model_fields.items():
            if not (field.description or "").endswith("."):
                bare.append(f"{kind.__name__}.{name}")

    assert len(seen) > 30
    assert bare == []


# -- places of this machine -------------------------------------------------------------------

MACHINE = re.compile(
    r"(?<![\w.:/])(?:/(?:home|Users|work|root|mnt|tmp|var|opt)/[\w.-]+|[A-Za-z]:\\\\?Users)"
)
TEXT = {".py", ".toml", ".yaml", ".yml", ".md", ".jinja", ".txt", ".json", ".cfg", ".html", ""}
ALLOWED = {"tests/test_house.py"}


def machine_places(text):
    return MACHINE.findall(text)


def tracked():
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)  # noqa: S607
    return [ROOT / name for name in done.stdout.decode().split("\0") if name]


def test_no_tracked_file_names_a_place_on_one_machine():
    found = {}
    paths = [p for p in tracked() if p.suffix in TEXT and p.is_file()]
    for path in paths:
        name = path.relative_to(ROOT).as_posix()
        if name not in ALLOWED and (places := machine_places(path.read_text("utf-8", "replace"))):
            found[name] = places

    assert len(paths) > 100
    assert found == {}


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        # put together, so that this file itself names no such place
        ("open('/home/budi/a')", 1),
        ("see /" + "work/shared/design", 1),
        ("C:\\Users\\Budi", 1),
        ('path = "/' + 'tmp/x"', 1),
        ("https://a.go.id/home/berita /homeless", 0),
        ("../wo" + "rk/x and build/tm" + "p/y", 0),
    ],
)
def test_that_guard_bites_as_well(text, seen):
    assert len(machine_places(text)) == seen


# -- one library, one door --------------------------------------------------------------------

PLANTED = {
    "Layers": ("model/city.py", "import scmaster.pipeline"),
    "Rules do not know each other": (
        "checks/scm302_measure_without_source.py",
        "import scmaster.checks.scm301_measure_without_date",
    ),
    "typer has one door: cli": ("pipeline.py", "import typer"),
    "rich has two doors: cli, and the report in text": ("report/json.py", "import rich"),
    "What writes documents has one door: render": ("pipeline.py", "import jinja2"),
    "What looks into files of others has two doors: evidence, and exchange": (
        "pipeline.py",
        "import pypdf",
    ),
    "What waits for files to change has one door: cli": ("pipeline.py", "import watchfiles"),
    "The network has one door: the links of evidence": ("evidence/survey.py", "import httpx"),
    "What answers the network has one door: the dashboard that is served here": (
        "cli/build.py",
        "import http.server",
    ),
    "The protocol of editors has one door: lsp": ("language/hover.py", "import lsprotocol"),
    "yaml has one door: source": ("load.py", "import yaml"),
    "pydantic has two doors: model, and load for its errors": (
        "link/__init__.py",
        "import pydantic",
    ),
}


def contracts():
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]


def broken(house):
    """Return the contracts that a copy of the house breaks."""
    program = (
        "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "--no-cache", "--config", "pyproject.toml"],
        cwd=house,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(house), "PATH": "", "COLUMNS": "200", "NO_COLOR": "1"},
    )
    every = [contract["name"] for contract in contracts()["contracts"]]
    shown = [line.strip() for line in done.stdout.splitlines()]
    assert {name for name in every if any(line.startswith(name) for line in shown)} == set(every), (
        done.stdout + done.stderr
    )
    return {name for name in every if any(line.startswith(f"{name} BROKEN") for line in shown)}


@pytest.fixture
def house(tmp_path):
    shutil.copytree(PACKAGE, tmp_path / "scmaster", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_imports_point_down_and_every_library_has_its_door(house):
    assert broken(house) == set()


def test_every_contract_bites(house):
    """Planted all at once: each contract must find its own."""
    for name, statement in PLANTED.values():
        path = house / "scmaster" / name
        path.write_text(path.read_text("utf-8") + f"\n{statement}\n", "utf-8")
    (house / "scmaster" / "documents" / "satu.py").write_text('"""A."""\n', "utf-8")
    (house / "scmaster" / "documents" / "dua.py").write_text(
        '"""B."""\nimport scmaster.documents.satu\n', "utf-8"
    )

    assert broken(house) == {*PLANTED, "Documents do not know each other"}
    assert {contract["name"] for contract in contracts()["contracts"]} == broken(house)


def test_a_module_that_no_layer_knows_is_found(house):
    (house / "scmaster" / "baru.py").write_text('"""New."""\n', "utf-8")

    assert broken(house) == {"Layers"}
