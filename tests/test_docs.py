"""The documentation is a site that builds; nothing in it is broken or older than the code."""

import importlib.util
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def reference():
    spec = importlib.util.spec_from_file_location("reference", ROOT / ".ci" / "reference.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_reference_is_what_the_code_says(reference):
    home = ROOT / "docs" / "acuan"
    written = {p.relative_to(home).as_posix(): p.read_text("utf-8") for p in home.rglob("*.md")}
    made = reference.pages()
    stale = sorted(name for name in written.keys() | made if written.get(name) != made.get(name))

    assert not stale, f"run `make reference`: docs/acuan/ is older than the code: {stale}"


def test_every_field_rule_command_and_question_is_in_it(reference):
    made = reference.pages()

    assert "`classification`" in made["bagian.md"]
    assert "## SCM305 answer-without-primary-evidence" in made["temuan/scm3xx.md"]
    assert "## scmaster evidence add" in made["perintah.md"]
    assert "| `BAS.01` |" in made["instrumen/komdigi-2023-kppn-ikn.md"]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Build the site from a copy, so that nothing is left in the repository."""
    copy = tmp_path_factory.mktemp("situs")
    shutil.copytree(ROOT / "docs", copy / "docs")
    shutil.copy(ROOT / "zensical.toml", copy)
    program = Path(sys.executable).with_name("zensical")
    done = subprocess.run(
        [program, "build", "--strict"], cwd=copy, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return copy / "dist" / "docs"


def test_every_page_is_on_the_site_and_in_its_menu(site):
    menu = (ROOT / "zensical.toml").read_text("utf-8")

    for path in (ROOT / "docs").rglob("*.md"):
        name = path.relative_to(ROOT / "docs").as_posix()
        assert (site / name).with_suffix(".html").is_file(), name
        assert f'"{name}"' in menu, name


class Addresses(HTMLParser):
    """What a browser would fetch by itself to show a page."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        if tag in {"script", "img", "iframe", "source"} and told.get("src"):
            self.found.append(told["src"])
        if tag == "link" and told.get("rel") not in {"canonical", "next", "prev"}:
            self.found.append(told.get("href") or "")


def test_nothing_of_a_page_is_fetched_from_elsewhere(site):
    for path in site.rglob("*.html"):
        parser = Addresses()
        parser.feed(path.read_text("utf-8"))
        assert parser.found
        assert not [each for each in parser.found if re.match(r"(?:https?:)?//", each)], path


def test_what_readme_and_pages_name_is_there():
    for page in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for name in re.findall(r"\]\(([^)#:]+\.(?:md|png|svg))[)#]", page.read_text("utf-8")):
            assert (page.parent / name).is_file(), (page.name, name)
