"""Changes to a city's records, each in the file that its record stands in."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from scmaster.assess.case import Case
from scmaster.exchange.editing import Change, New, NoPlaceError, edited
from scmaster.model.record import Entry
from scmaster.source import files, opening


def changed(
    case: Case, folder: Path, changes: Iterable[Change], *, home: Path | None = None
) -> dict[Path, bytes]:
    """Return the files of a city that change, as they are to be, in the order of their names.

    A new record goes into `home` where that is given, whether the file is there yet or not;
    else where most of its kind stand. A file that would stay as it is, is not returned.

    Raises NoPlaceError with the name of a file that cannot be changed so, or of a record that
    is in none, OSError.
    """
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
    made = {}
    for path in sorted(by_file):
        before = path.read_bytes() if path.exists() else b""
        try:
            after = edited(before, by_file[path])
        except NoPlaceError as fault:
            raise NoPlaceError(f"{opening.name_of(path)} ({fault})") from None
        if after != before:
            made[path] = after
    return made


def usual(case: Case, places: Mapping[str, Path], section: str) -> Path | None:
    """Return the file that most records of a section stand in; `places` are files by name."""
    records: dict[str, Entry] = case.dossier.records.get(section, {})
    counted = Counter(record.span("id").file for record in records.values())
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return next((places[name] for name, _ in ranked if name in places), None)


def _place(case: Case, places: Mapping[str, Path], section: str, identity: str) -> Path | None:
    record = case.dossier.records.get(section, {}).get(identity)
    return None if record is None else places.get(record.span("id").file)
