"""What is inside an original: pages and their text, cells, headings, signatures.

One module a format. All of it runs in a process of its own (`workshop`), which has limits of
memory and time, because a file of evidence may be made to hang or to swell.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from scmaster.assess.originals import Contents


class UnreadableError(Exception):
    """Says in Indonesian why a file cannot be read; `encrypted` where that is the reason."""

    def __init__(self, why: str, *, encrypted: bool = False) -> None:
        """Keep the reason."""
        super().__init__(why)
        self.encrypted = encrypted


@dataclass(frozen=True)
class Reading:
    """What a reader made of a file."""

    contents: Contents = field(default_factory=Contents)
    pages: int | None = None
    """None: it has none."""
    layer: Literal["text", "scan", ""] = ""
    """"" for what has no pages."""
    signed: bool = False
    encrypted: bool = False
    problem: str = ""
    """Why it could not be read (Indonesian)."""


def read(path: Path, kind: str) -> Reading:
    """Read a file of a kind; what we do not look into comes back empty.

    Never raises over what the file holds.
    """
    reader = _reader(kind)
    if reader is None:
        return Reading()
    try:
        return reader(path)
    except UnreadableError as fault:
        return Reading(problem=str(fault), encrypted=fault.encrypted)
    except MemoryError:
        return Reading(problem="terlalu besar untuk dibaca")
    except Exception:  # noqa: BLE001  (a broken file makes a library raise anything)
        return Reading(problem="susunannya rusak")


def _reader(kind: str) -> Callable[[Path], Reading] | None:
    """Import what a kind needs, and no more."""
    if kind == "pdf":
        from scmaster.evidence.reading import pdf  # noqa: PLC0415  (only who reads one)

        return pdf.read
    if kind == "docx":
        from scmaster.evidence.reading import word  # noqa: PLC0415  (only who reads one)

        return word.read
    if kind in {"xlsx", "ods"}:
        from scmaster.evidence.reading import sheets  # noqa: PLC0415  (only who reads one)

        return sheets.read
    if kind == "text":
        from scmaster.evidence.reading import plain  # noqa: PLC0415  (only who reads one)

        return plain.read
    return None
