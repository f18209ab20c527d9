"""Changes to a city's records, each in the file that its record stands in."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from scmaster.assess.case import Case
from scmaster.diagnostics import Diagnostic, Severity
from scmaster.exchange.editing import Change, New, NoPlaceError, edited
from scmaster.load import load
from scmaster.model.record import Entry
from scmaster.model.sections import CITY_SECTIONS
from scmaster.source import files, opening, reader


def changed(
    case: Case, folder: Path, changes: Iterable[Change], *, home: Path | None = None
) -> dict[Path, bytes]:
    """Return the files of a city that change, as they are to be, in the order of their names.

    A new record goes into `home` where that is given, whether the file is there yet or not;
    else where most of its kind stand. A file that would stay as it is, is not returned.

    Raises NoPlaceError with the name of a file that cannot be changed so, or is not the
    city's, or of a record that is in none, OSError.
    """
    home = home and _inside(home, folder)
    places = {source.name: source.path for source in files.of_city(folder)[0]}
    by_file: dict[Path, list[Change]] = {}
    for change in changes:
        if isinstance(change, New):
            path = home or usual(case, places, change.section)
        else:
            path = _place(case, places, change.section, change.record)
        if path is None:
            raise NoPlaceError(change.section if isinstance(change, New) else change.record)
        by_file.setdefault(path, []).append(change)
    return applied({path: by_file[path] for path in sorted(by_file)})


def applied(by_file: Mapping[Path, list[Change]]) -> dict[Path, bytes]:
    """Return files as they are to be; one that stays as it is, is left out.

    Raises NoPlaceError with the name of a file that cannot be changed so, OSError.
    """
    made = {}
    for path, changes in by_file.items():
        before = path.read_bytes() if path.exists() else b""
        try:
            after = edited(before, changes)
        except NoPlaceError as fault:
            where = f" ({fault})" if str(fault) else ""
            raise NoPlaceError(f"{opening.name_of(path)}{where}") from None
        if after != before:
            made[path] = after
    return made


def slips(made: Mapping[Path, bytes]) -> list[Diagnostic]:
    """Return the errors of files as they are to be, but for those they have already.

    What records name elsewhere is not looked up: that takes the whole city.
    """
    found = []
    for path, data in made.items():
        before = _errors(path.read_bytes(), path) if path.exists() else []
        known = Counter((d.code, d.message) for d in before)
        for error in _errors(data, path):
            known[error.code, error.message] -= 1
            if known[error.code, error.message] < 0:
                found.append(error)
    return found


def _inside(home: Path, folder: Path) -> Path:
    """Return where a file really is, as the city's other files are known."""
    real = home.resolve()
    if not real.is_relative_to(folder.resolve()):
        raise NoPlaceError(opening.name_of(home))
    return real


def usual(case: Case, places: Mapping[str, Path], section: str) -> Path | None:
    """Return the file that most records of a section stand in; else one that has the section.

    `places` are the files of the city by their names.
    """
    records: dict[str, Entry] = case.dossier.records.get(section, {})
    counted = Counter(record.span("id").file for record in records.values())
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    fullest = next((places[name] for name, _ in ranked if name in places), None)
    return fullest or next((p for _, p in sorted(places.items()) if _holds(p, section)), None)


def _place(case: Case, places: Mapping[str, Path], section: str, identity: str) -> Path | None:
    record = case.dossier.records.get(section, {}).get(identity)
    return None if record is None else places.get(record.span("id").file)


def _holds(path: Path, section: str) -> bool:
    node, _ = reader.read(path.read_bytes(), "")
    return node is not None and section in node.keys


def _errors(data: bytes, path: Path) -> list[Diagnostic]:
    node, found = reader.read(data, opening.name_of(path))
    if node is not None:
        found += load(node, CITY_SECTIONS)[1]
    return [problem for problem in found if problem.severity is Severity.ERROR]
