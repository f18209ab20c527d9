"""The real city, understood once for all tests of documents."""

from datetime import date

import pytest
from small_city import ROOT

from scmaster import pipeline


@pytest.fixture(scope="session")
def balikpapan():
    folder = ROOT / "cities" / "balikpapan"
    return pipeline.understand_city(folder, ROOT, on=date(2026, 11, 23))
