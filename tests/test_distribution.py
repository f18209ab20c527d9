"""What is published is made of these files and nothing else, the same bytes every time."""

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from packaging.metadata import Metadata
from trove_classifiers import classifiers

ROOT = Path(__file__).parent.parent
PARTS = (
    *("scmaster", "pillars", "templates", "cities", "tests", "docs", ".github", ".gitlab"),
    *("pyproject.toml", "constraints.txt", "Makefile", ".pre-commit-hooks.yaml", ".gitignore"),
    *("README.md", "CHANGELOG.md", "LICENSE", "CONTRIBUTING.md", "SECURITY.md"),
    *("CODE_OF_CONDUCT.md", "CITATION.cff", "zensical.toml", ".ci"),
)


def copied(target):
    """A copy of what the repository holds, without what tools leave behind."""
    for name in PARTS:
        source = ROOT / name
        if source.is_dir():
            leave = shutil.ignore_patterns("__pycache__", "*.pyc", "build")
            shutil.copytree(source, target / name, ignore=leave)
        else:
            target.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target / name)
    return target


def built(source, out):
    """The sdist, and the wheel that is built from the sdist, as publishing does it."""
    env = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"}
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(source)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    assert done.returncode == 0, done.stdout + done.stderr
    (sdist,), (wheel,) = out.glob("*.tar.gz"), out.glob("*.whl")
    return sdist, wheel


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    return copied(tmp_path_factory.mktemp("sumber") / "scmaster")


@pytest.fixture(scope="module")
def first(source, tmp_path_factory):
    return built(source, tmp_path_factory.mktemp("hasil"))


@pytest.fixture(scope="module")
def second(source, tmp_path_factory):
    """The same, elsewhere, years later, by somebody whose files are private."""
    source = shutil.copytree(source, tmp_path_factory.mktemp("lain") / "di" / "tempat" / "lain")
    for path in source.rglob("*"):
        os.utime(path, (1_900_000_000, 1_900_000_000))
        if path.is_file():
            path.chmod(path.stat().st_mode & 0o700)
    return built(source, tmp_path_factory.mktemp("hasil-lain"))


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_wheel_is_the_same_to_the_byte_wherever_it_is_built(first, second):
    assert first[1].name == second[1].name
    assert digest(first[1]) == digest(second[1])


def test_the_sdist_is_the_same_to_the_byte_wherever_it_is_built(first, second):
    assert digest(first[0]) == digest(second[0])


def test_the_wheel_says_that_it_has_types(first):
    assert "scmaster/py.typed" in zipfile.ZipFile(first[1]).namelist()


def test_the_sdist_holds_what_its_tests_need_and_nothing_private(first):
    with tarfile.open(first[0]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    for needed in (
        "tests/test_distribution.py",
        "cities/balikpapan/kota.yaml",
        "docs/mulai.md",
        "constraints.txt",
        "LICENSE",
    ):
        assert needed in names
    tops = {name.partition("/")[0] for name in names}
    assert tops <= {*PARTS, "PKG-INFO"}
    assert not [name for name in names if "__pycache__" in name or name.endswith(".pyc")]


def test_the_metadata_are_such_as_an_index_takes(first):
    with zipfile.ZipFile(first[1]) as wheel:
        (name,) = [n for n in wheel.namelist() if n.endswith(".dist-info/METADATA")]
        told = Metadata.from_email(wheel.read(name), validate=True)

    assert told.name == "scmaster"
    assert told.description_content_type == "text/markdown"
    assert set(told.classifiers or []) <= classifiers


def test_the_licence_is_named_as_an_expression_with_its_file(first):
    with zipfile.ZipFile(first[1]) as wheel:
        (name,) = [n for n in wheel.namelist() if n.endswith(".dist-info/METADATA")]
        lines = wheel.read(name).decode().splitlines()
        licences = [n for n in wheel.namelist() if n.endswith("licenses/LICENSE")]

    assert "License-Expression: MIT" in lines
    assert "License-File: LICENSE" in lines
    assert len(licences) == 1
