"""`requests/<submission>/<office>.requests`: which forms an office was given, and what came back.

Generated, and in git beside the city's YAML: one file an office and submission, one JSON object
a line, so that two branches that deal with different offices never write into the same file.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from scmaster.assess.requested import Asked, Received, Requests
from scmaster.diagnostics import Diagnostic
from scmaster.evidence.lines import DAY, IDENTITY, SHA256, LineFile, fits, is_count
from scmaster.source import files
from scmaster.source.opening import name_of

FOLDER = "requests"
SUFFIX = ".requests"
CODES = {
    "SCM860": """Baris catatan permintaan yang tidak dapat dibaca.

Berkas di folder requests/ dibuat oleh `scmaster request` dan `scmaster collect`, dan tidak untuk
disunting. Baris yang rusak berarti permintaan atau jawaban itu tidak ikut dihitung.

Pulihkan berkasnya dari git.
""",
}
_FILE = LineFile("requests", "SCM860", "scmaster request", longest=1_000_000)
Line = Asked | Received
_SHAPES = {"form": SHA256, "date": DAY, "due": DAY}


def path(submission: str, opd: str) -> PurePosixPath:
    """Return where the ledger of an office lies, below the city's folder."""
    return PurePosixPath(FOLDER, submission, f"{opd}{SUFFIX}")


def is_one(name: str) -> bool:
    """Tell whether a name below a city's folder is that of a ledger."""
    place = PurePosixPath(name)
    return place.suffix == SUFFIX and place.parent.parent == PurePosixPath(FOLDER)


def text(requests: Requests) -> str:
    """Write a ledger: by date, and of one day what was asked before what came back."""
    lines: list[Line] = [*requests.asked, *requests.received]
    lines.sort(key=_order)
    return _FILE.text(lines)


def on_disk(city: Path) -> tuple[tuple[Requests, ...], list[Diagnostic]]:
    """Return the ledgers in a city's folder, by submission and office, and what is wrong."""
    contents: dict[str, bytes] = {}
    found: list[Diagnostic] = []
    for file in sorted((city / FOLDER).glob(f"*/*{SUFFIX}")):
        if not file.is_file() or file.is_symlink():
            continue
        data, problems = files.content(files.SourceFile(name_of(file), file))
        found += problems
        if data is not None:
            contents[file.relative_to(city).as_posix()] = data
    made, problems = read(contents, city)
    return made, found + problems


def read(
    contents: Mapping[str, bytes], city: Path
) -> tuple[tuple[Requests, ...], list[Diagnostic]]:
    """Return the ledgers that files hold; their names are below the city's folder.

    Other files among them are passed over.
    """
    made: list[Requests] = []
    found: list[Diagnostic] = []
    for name, data in sorted(contents.items()):
        if not is_one(name):
            continue
        place = PurePosixPath(name)
        lines: dict[str, Line]
        lines, _, problems = _FILE.read(data, name_of(city / name), "key", _line)
        found += problems
        made.append(_requests(place.parent.name, place.stem, lines.values()))
    return tuple(made), found


def _order(line: Line) -> tuple[str, bool]:
    return line.date, isinstance(line, Received)


def _requests(submission: str, opd: str, lines: Iterable[Line]) -> Requests:
    ordered = sorted(lines, key=lambda line: line.date)
    asked = tuple(line for line in ordered if isinstance(line, Asked))
    received = tuple(line for line in ordered if isinstance(line, Received))
    return Requests(submission, opd, asked, received)


def _line(told: dict[str, Any]) -> Line | None:
    kind = Asked if "asked" in told else Received
    counted = told.get("asked", told.get("answered"))
    if not fits(told, kind, _SHAPES) or not _counts(counted) or not is_count(told.get("again", 0)):
        return None
    if not _names(told.get("made", {})) or not _names(told.get("took", {})):
        return None
    for day in (told["date"], told.get("due")):
        if day:
            date.fromisoformat(day)  # raises ValueError over 2024-02-31
    made: Line = kind(**told)
    return made


def _counts(value: object) -> bool:
    return isinstance(value, dict) and all(is_count(count) for count in value.values())


def _names(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(identity, str) and IDENTITY.fullmatch(identity) for identity in value.values()
    )
