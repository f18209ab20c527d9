"""`evidence.lock`: one JSON object a line, sorted, so that a diff says which file changed.

It is generated, and lies beside the city's YAML in git while the files do not.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from scmaster.assess.originals import Original
from scmaster.diagnostics import Diagnostic, Severity, Span

NAME = "evidence.lock"
CODES = {
    "SCM801": """Baris evidence.lock yang tidak dapat dibaca.

Berkas evidence.lock dibuat oleh `scmaster evidence lock` dan tidak untuk disunting. Baris yang
rusak berarti sidik berkas eviden itu tidak diketahui lagi.

Pulihkan berkasnya dari git, atau buat ulang dengan `scmaster evidence lock` setelah yakin bahwa
berkas evidennya memang yang benar.
""",
}
_FIRST = "# evidence.lock 1: dibuat oleh 'scmaster evidence lock'; tidak untuk disunting"
_SHAPES: dict[str, re.Pattern[str]] = {
    "evidence": re.compile(r"[a-z0-9][A-Za-z0-9._-]{0,99}", re.IGNORECASE),
    "sha256": re.compile("[0-9a-f]{64}"),
    "kind": re.compile("[a-z0-9]{0,8}"),
    "seen": re.compile(r"\d{4}-\d{2}-\d{2}"),
    "layer": re.compile("(?:text|scan)?"),
}
_FIELDS = {field.name: field for field in fields(Original)}
_LONGEST = 2_000


def text(locked: Mapping[str, Original]) -> str:
    """Write the lock: what is as usual is left out."""
    lines = [_FIRST]
    for _, original in sorted(locked.items()):
        told = {name: value for name, value in asdict(original).items() if _told(name, value)}
        lines.append(json.dumps(told, ensure_ascii=False))
    return "\n".join(lines) + "\n"


def read(data: bytes, name: str) -> tuple[dict[str, Original], dict[str, Span], list[Diagnostic]]:
    """Return what is locked by the id of its evidence, its lines, and what is wrong with it."""
    locked: dict[str, Original] = {}
    spans: dict[str, Span] = {}
    found: list[Diagnostic] = []
    lines = data.decode("utf-8", "replace").splitlines()
    if not lines or not lines[0].startswith("# evidence.lock 1:"):
        return {}, {}, [_broken(Span(name, 1, 1), "baris pertamanya bukan milik evidence.lock")]
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        span = Span(name, number, 1)
        original = _original(line)
        if original is None:
            found.append(_broken(span, "baris ini tidak dapat dibaca"))
        elif original.evidence in locked:
            found.append(_broken(span, f"'{original.evidence}' tercatat dua kali"))
        else:
            locked[original.evidence], spans[original.evidence] = original, span
    return locked, spans, found


def _told(name: str, value: object) -> bool:
    return _FIELDS[name].default != value


def _original(line: str) -> Original | None:
    if len(line) > _LONGEST:
        return None
    try:
        told = json.loads(line)
        return Original(**told) if _is_one(told) else None
    except (ValueError, TypeError, RecursionError):
        return None


def _is_one(told: Any) -> bool:  # noqa: ANN401  (whatever JSON holds)
    if not isinstance(told, dict) or not told.keys() <= _FIELDS.keys():
        return False
    if not all(shape.fullmatch(str(told.get(key, ""))) for key, shape in _SHAPES.items()):
        return False
    counts = (told.get("size"), told.get("pages", 0))
    if not all(type(count) is int and count >= 0 for count in counts):
        return False
    words = (told.get("file"), told.get("problem", ""))
    flags = (told.get("signed", False), told.get("encrypted", False))
    return all(isinstance(w, str) for w in words) and all(isinstance(f, bool) for f in flags)


def _broken(span: Span, message: str) -> Diagnostic:
    hint = "buat ulang dengan 'scmaster evidence lock'; pulihkan dulu dari git bila tersunting"
    return Diagnostic("SCM801", Severity.ERROR, span, f"evidence.lock: {message}", hint)
