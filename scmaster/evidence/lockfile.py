"""`evidence.lock`: one JSON object a line, sorted, so that a diff says which file changed.

It is generated, and lies beside the city's YAML in git while the files do not.
"""

import re
from collections.abc import Mapping
from typing import Any

from scmaster.assess.originals import Original
from scmaster.diagnostics import Diagnostic, Span
from scmaster.evidence.lines import DAY, IDENTITY, SHA256, LineFile, fits, is_count

NAME = "evidence.lock"
CODES = {
    "SCM801": """Baris evidence.lock yang tidak dapat dibaca.

Berkas evidence.lock dibuat oleh `scmaster evidence lock` dan tidak untuk disunting. Baris yang
rusak berarti sidik berkas eviden itu tidak diketahui lagi.

Pulihkan berkasnya dari git, atau buat ulang dengan `scmaster evidence lock` setelah yakin bahwa
berkas evidennya memang yang benar.
""",
}
_FILE = LineFile(NAME, "SCM801", "scmaster evidence lock")
_SHAPES: dict[str, re.Pattern[str]] = {
    "evidence": IDENTITY,
    "sha256": SHA256,
    "kind": re.compile("[a-z0-9]{0,8}"),
    "seen": DAY,
    "layer": re.compile("(?:text|scan)?"),
}


def text(locked: Mapping[str, Original]) -> str:
    """Write the lock: what is as usual is left out."""
    return _FILE.text(original for _, original in sorted(locked.items()))


def read(data: bytes, name: str) -> tuple[dict[str, Original], dict[str, Span], list[Diagnostic]]:
    """Return what is locked by the id of its evidence, its lines, and what is wrong with it."""
    return _FILE.read(data, name, "evidence", _original)


def _original(told: dict[str, Any]) -> Original | None:
    if not fits(told, Original, _SHAPES):
        return None
    counts = (told["size"], told.get("pages", 0))
    words = (told["file"], told.get("problem", ""))
    flags = (told.get("signed", False), told.get("encrypted", False))
    sound = all(is_count(count) for count in counts) and all(isinstance(w, str) for w in words)
    return Original(**told) if sound and all(isinstance(f, bool) for f in flags) else None
