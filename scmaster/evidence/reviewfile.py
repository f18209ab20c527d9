"""`evidence.reviews`: which office has looked at which claim, and what it has seen.

It is generated, and lies beside the city's YAML in git: one JSON object a line, by claim.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from scmaster.assess.vetting import Review
from scmaster.diagnostics import Diagnostic
from scmaster.evidence.lines import DAY, IDENTITY, SHA256, LineFile, fits

NAME = "evidence.reviews"
CODES = {
    "SCM850": """Baris evidence.reviews yang tidak dapat dibaca.

Berkas evidence.reviews dibuat oleh `scmaster review` dan tidak untuk disunting. Baris yang rusak
berarti klaim itu dianggap belum ditinjau.

Pulihkan berkasnya dari git, atau tinjau klaimnya sekali lagi dengan `scmaster review`.
""",
}
_FILE = LineFile(NAME, "SCM850", "scmaster review")
_SHAPES: dict[str, re.Pattern[str]] = {
    "claim": IDENTITY,
    "by": IDENTITY,
    "date": DAY,
    "fingerprint": SHA256,
    "letter": re.compile(rf"(?:{IDENTITY.pattern})?", re.IGNORECASE),
}


def text(reviews: Mapping[str, Review]) -> str:
    """Write the reviews, sorted by claim."""
    return _FILE.text(review for _, review in sorted(reviews.items()))


def read(data: bytes, name: str) -> tuple[dict[str, Review], list[Diagnostic]]:
    """Return the reviews by the id of the claim, and what is wrong with the file."""
    made, _, problems = _FILE.read(data, name, "claim", _review)
    return made, problems


def _review(told: dict[str, Any]) -> Review | None:
    if not fits(told, Review, _SHAPES):
        return None
    date.fromisoformat(told["date"])  # raises ValueError over 2024-02-31
    return Review(**told)
