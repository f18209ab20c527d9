"""A page is its own test: Salah shows the slip where it is marked, Benar is clean."""

import re
from pathlib import Path

import pytest

import scmaster.source
from scmaster.source import reader
from scmaster.source.codes import CODES

WITHOUT_EXAMPLE = {
    "SCM004": "nine lines of aliases teach nobody",
    "SCM005": "so do fifty brackets",
    "SCM007": "a page is UTF-8",
    "SCM008": "nor eight megabytes long",
    "SCM009": "about files",
    "SCM015": "about files",
    "SCM016": "about files",
    "SCM017": "about files",
}


def block(page, title):
    """The indented lines after a title, without their indent."""
    lines = page.split(f"\n{title}:\n\n", 1)[1].split("\n")
    kept = []
    for line in lines:
        if line and not line.startswith("    "):
            break
        kept.append(line[4:])
    return "\n".join(kept).rstrip() + "\n"


def wrong(code, page):
    """Return (what the reader says, what the page promises) about Salah."""
    text = block(page, "Salah")
    marked = [n for n, line in enumerate(text.split("\n"), 1) if f"  # {code}" in line]
    _, found = reader.read(text.replace(f"  # {code}", "").encode(), "f.yaml")
    return [(d.code, d.span.line) for d in found], [(code, line) for line in marked]


@pytest.mark.parametrize("code", sorted(CODES.keys() - WITHOUT_EXAMPLE.keys()))
@pytest.mark.usefixtures("loader")
def test_page(code):
    said, promised = wrong(code, CODES[code])
    assert said == promised

    node, found = reader.read(block(CODES[code], "Benar").encode(), "f.yaml")
    assert found == []
    assert node is not None


def test_the_test_of_the_page_bites():
    said, promised = wrong("SCM021", "x\n\nSalah:\n\n    a: 1  # SCM021\n\nBenar:\n\n    a: 1\n")

    assert said != promised


def test_every_code_has_a_page_and_every_page_a_code():
    folder = Path(scmaster.source.__file__).parent
    modules = [path for path in folder.glob("*.py") if path.name != "codes.py"]
    used = {c for path in modules for c in re.findall(r'"(SCM\d{3})"', path.read_text())}

    assert used == set(CODES)
    assert list(CODES) == sorted(CODES)
    assert all(code.startswith("SCM0") for code in CODES)


def test_a_page_begins_with_one_sentence():
    for page in CODES.values():
        first, blank, *_ = page.split("\n")
        assert first.endswith(".")
        assert blank == ""
        assert max(map(len, page.split("\n"))) <= 100
