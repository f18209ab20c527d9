"""`evidence.links`: what each address gave when it was last asked, one a line, sorted."""

import re
from collections.abc import Mapping
from typing import Any, get_args

from scmaster.assess.links import Link, State
from scmaster.diagnostics import Diagnostic, Span
from scmaster.evidence.lines import DAY, IDENTITY, SHA256, LineFile, fits

NAME = "evidence.links"
CODES = {
    "SCM840": """Baris evidence.links yang tidak dapat dibaca.

Berkas evidence.links dibuat oleh `scmaster evidence links` dan tidak untuk disunting. Baris yang
rusak berarti keadaan tautan itu tidak diketahui lagi.

Buat ulang dengan `scmaster evidence links`, atau pulihkan berkasnya dari git.
""",
}
_FILE = LineFile(NAME, "SCM840", "scmaster evidence links")
_WORDS = re.compile(r"[^\x00-\x1f\x7f]{0,2000}")
_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f\x7f]{1,4000}")
_SHAPES: dict[str, re.Pattern[str]] = {
    "record": IDENTITY,
    "url": _ADDRESS,
    "seen": DAY,
    "state": re.compile("|".join(get_args(State))),
    "reason": _WORDS,
    "final": _ADDRESS,
    "sha256": SHA256,
    "since": DAY,
}


def text(links: Mapping[str, Link]) -> str:
    """Write the file: what is as usual is left out."""
    return _FILE.text(link for _, link in sorted(links.items()))


def read(data: bytes, name: str) -> tuple[dict[str, Link], dict[str, Span], list[Diagnostic]]:
    """Return what is known by the id of the record, the lines, and what is wrong with them."""
    return _FILE.read(data, name, "record", _link)


def _link(told: dict[str, Any]) -> Link | None:
    return Link(**told) if fits(told, Link, _SHAPES) else None
