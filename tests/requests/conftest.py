"""The forms of a real city, and of the small one with a bit of everything in it."""

from datetime import date

import pytest
from forms_of import KOTA, forms
from small_city import ROOT, small

from scmaster import pipeline


@pytest.fixture(scope="session")
def small_forms():
    """The small city's forms, by who is asked."""
    return forms(small(KOTA), "2025-02-01")


@pytest.fixture(scope="session", params=["balikpapan", "samarinda"])
def city(request):
    """A real city, as its files are."""
    folder = ROOT / "cities" / request.param
    return pipeline.understand_city(folder, ROOT, on=date(2026, 11, 23))


@pytest.fixture(scope="session")
def city_forms(city):
    """A real city's forms, by who is asked."""
    return forms(city)
