from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import sample

from scmaster import render

WORKSPACE = Path(__file__).parent / "workspace"


@dataclass(frozen=True)
class Small:
    """A document with one field, for templates of one line."""

    cover: sample.Cover
    nilai: object = ""


@pytest.fixture(scope="session")
def artifact():
    made, problems = render.render("contoh", sample.DOCUMENT, WORKSPACE)
    assert problems == []
    return made


@pytest.fixture(scope="session")
def draft():
    cover = replace(sample.Cover(), draft="DRAF – 3 galat", date="", office="")
    made, problems = render.render("contoh", replace(sample.DOCUMENT, cover=cover), WORKSPACE)
    assert problems == []
    return made


@pytest.fixture
def rendered(tmp_path):
    """Render one template, given as text, with one value."""

    def run(source: str, nilai: object = "", **files: str | bytes):
        for name, content in {"satu/satu.md.jinja": source, **files}.items():
            path = tmp_path / "templates" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return render.render("satu", Small(sample.Cover(), nilai), tmp_path)

    return run
