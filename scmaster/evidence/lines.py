"""Generated files of one JSON object a line, sorted, so that a diff says what changed.

They lie beside a city's YAML in git. A first line names the file and its version.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, asdict, dataclass, fields
from typing import Any, ClassVar, Protocol, TypeVar

from scmaster.diagnostics import Diagnostic, Severity, Span

IDENTITY = re.compile(r"[a-z0-9][A-Za-z0-9._-]{0,99}", re.IGNORECASE)
SHA256 = re.compile("[0-9a-f]{64}")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONGEST = 10_000


class _Line(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Any]]


L = TypeVar("L", bound=_Line)


@dataclass(frozen=True)
class LineFile:
    """What a generated file is called, and what is said of a line in it that is broken."""

    name: str
    """evidence.lock"""
    code: str
    command: str
    """What makes the file, as a person types it."""
    longest: int = _LONGEST
    """Characters of a line."""

    def text(self, lines: Iterable[object]) -> str:
        """Write the file: what is as usual is left out of a line."""
        made = [f"# {self.name} 1: dibuat oleh '{self.command}'; tidak untuk disunting"]
        made += [json.dumps(_told(line), ensure_ascii=False) for line in lines]
        return "\n".join(made) + "\n"

    def read(
        self, data: bytes, file: str, key: str, make: Callable[[dict[str, Any]], L | None]
    ) -> tuple[dict[str, L], dict[str, Span], list[Diagnostic]]:
        """Return what stands in the file by one of its fields, the lines, and what is wrong.

        `make` turns what JSON held into a line, or into None where it is none; it may raise
        TypeError or ValueError to say the same.
        """
        made: dict[str, L] = {}
        spans: dict[str, Span] = {}
        found: list[Diagnostic] = []
        lines = data.decode("utf-8", "replace").splitlines()
        if not lines or not lines[0].startswith(f"# {self.name} 1:"):
            start = f"baris pertamanya bukan milik {self.name}"
            return {}, {}, [self._broken(Span(file, 1, 1), start)]
        for number, line in enumerate(lines, start=1):
            if not line.strip() or line.startswith("#"):
                continue
            span = Span(file, number, 1)
            one = _one(line, make) if len(line) <= self.longest else None
            identity = "" if one is None else str(getattr(one, key))
            if one is None:
                found.append(self._broken(span, "baris ini tidak dapat dibaca"))
            elif identity in made:
                found.append(self._broken(span, f"'{identity}' tercatat dua kali"))
            else:
                made[identity], spans[identity] = one, span
        return made, spans, found

    def _broken(self, span: Span, message: str) -> Diagnostic:
        hint = f"buat ulang dengan '{self.command}'; pulihkan dulu dari git bila tersunting"
        return Diagnostic(self.code, Severity.ERROR, span, f"{self.name}: {message}", hint)


def fits(told: Mapping[str, object], kind: type[_Line], shapes: Mapping[str, Any]) -> bool:
    """Tell whether an object has the fields of a kind, none else, and texts of their shapes."""
    every = {field.name: field for field in fields(kind)}
    needed = {name for name, field in every.items() if field.default is MISSING}
    if not needed <= told.keys() <= every.keys():
        return False
    return all(
        isinstance(told[name], str) and shape.fullmatch(str(told[name])) is not None
        for name, shape in shapes.items()
        if name in told
    )


def is_count(value: object) -> bool:
    """Tell whether a value is a whole number, 0 or more; what JSON calls true is none."""
    return type(value) is int and value >= 0


def _told(line: Any) -> dict[str, Any]:  # noqa: ANN401  (any dataclass)
    usual = {field.name: field.default for field in fields(line)}
    return {name: value for name, value in asdict(line).items() if usual[name] != value}


def _one(line: str, make: Callable[[dict[str, Any]], L | None]) -> L | None:
    try:
        told = json.loads(line)
        return make(told) if isinstance(told, dict) else None
    except (ValueError, TypeError, RecursionError):
        return None
