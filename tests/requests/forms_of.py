"""The forms of a city, and a small city with a bit of everything owed."""

from pathlib import Path

from scmaster.assess.disclosure import for_assessors
from scmaster.assess.owed import owed
from scmaster.requests import composing

KOTA = (Path(__file__).parent / "kota.yaml").read_text("utf-8")


def forms(case, due=""):
    """Return the form of each recipient, by its key."""
    shown = for_assessors(case)
    return {key: composing.form(shown, theirs, due) for key, theirs in owed(shown).items()}
