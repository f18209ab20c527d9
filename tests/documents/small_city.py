"""The small city that the rules stand on, with more written beside it."""

from datetime import date
from pathlib import Path

from scmaster import pipeline
from scmaster.diagnostics import Span
from scmaster.documents import Imprint
from scmaster.model.sections import CITY_SECTIONS

ROOT = Path(__file__).parent.parent.parent
BASE = ROOT / "tests" / "checks" / "base"
ON = date(2025, 1, 15)
IMPRINT = Imprint("0.0.0", "abc1234")


def small(extra=""):
    """The records of `tests/checks/base`, with more written beside them."""
    files = [(f"{p.stem}.yaml", p.read_bytes()) for p in sorted(BASE.glob("*.yaml"))]
    city = [(name, data) for name, data in files if name[:-5] in CITY_SECTIONS]
    shared = [(name, data) for name, data in files if name[:-5] not in CITY_SECTIONS]
    city.append(("tambahan.yaml", extra.encode()))
    return pipeline.understand(city, shared, [], Span("kota", 1, 1), on=ON)
