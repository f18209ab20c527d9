"""The dashboards of three cities, composed, written to folders, and a browser to look at them."""

import shutil
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from small_city import IMPRINT, ROOT, small

from scmaster import dashboard, pipeline
from scmaster.render import site

ON = date(2026, 11, 23)
KOTA = (ROOT / "tests" / "documents" / "kota.yaml").read_text("utf-8")
CITIES = ("kota-uji", "balikpapan", "samarinda")


def understood(city):
    if city == "kota-uji":
        return small(KOTA)
    return pipeline.understand_city(ROOT / "cities" / city, ROOT, on=ON)


@pytest.fixture(scope="session", params=CITIES)
def made(request, tmp_path_factory):
    """A city's case, the pages in words, and the folder where they are HTML."""
    case = understood(request.param)
    composed = dashboard.compose(case, IMPRINT)
    folder = tmp_path_factory.mktemp(request.param)
    pages = {page.name: page.content for page in site.write(composed)}
    for name, content in pages.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    return SimpleNamespace(city=request.param, case=case, site=composed, pages=pages, folder=folder)


@pytest.fixture(scope="module")
def chromium():
    """The system's Chromium: nothing is fetched to run the tests.

    For one module at a time: what drives it keeps an event loop running, and others need theirs.
    """
    from playwright.sync_api import sync_playwright

    names = ("chromium", "chromium-browser", "google-chrome")
    program = next(filter(None, map(shutil.which, names)), None)
    assert program, "apt install chromium (.ci/run does)"
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe():
    """The script that judges a page by WCAG."""
    import axe_playwright_python

    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
