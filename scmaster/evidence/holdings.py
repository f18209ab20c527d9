"""A city's originals: the folder, the lock, what was read; put together for `check`."""

from dataclasses import replace
from pathlib import Path

from scmaster.assess.links import Link
from scmaster.assess.originals import Contents, Originals
from scmaster.diagnostics import Diagnostic
from scmaster.evidence import lockfile, settings, shelf, survey
from scmaster.evidence.links import file as linkfile
from scmaster.evidence.store import Store
from scmaster.link import Dossier
from scmaster.source import files, opening


def store_of(city: Path, workspace: Path | None) -> tuple[Store, list[Diagnostic]]:
    """Return where a city's evidence files lie, and what is wrong with the settings."""
    folder, found = settings.folder_for(city, workspace)
    return Store(folder), found


def locked(city: Path) -> tuple[Originals, list[Diagnostic]]:
    """Return the originals as `evidence.lock` in a city's folder has them; it may be missing."""
    path = city / lockfile.NAME
    if not path.is_file():
        return Originals(), []
    name = opening.name_of(path)
    data, found = files.content(files.SourceFile(name, path.resolve()))
    if data is None:
        return Originals(), found
    lines, spans, problems = lockfile.read(data, name)
    return Originals(locked=lines, spans=spans), found + problems


def linked(city: Path) -> tuple[dict[str, Link], list[Diagnostic]]:
    """Return what addresses gave, as `evidence.links` in a city's folder has it, if it is there."""
    path = city / linkfile.NAME
    if not path.is_file():
        return {}, []
    name = opening.name_of(path)
    data, found = files.content(files.SourceFile(name, path.resolve()))
    if data is None:
        return {}, found
    links, _, problems = linkfile.read(data, name)
    return links, found + problems


def of_city(
    dossier: Dossier, city: Path, workspace: Path | None
) -> tuple[Originals, list[Diagnostic]]:
    """Return a city's originals with the state of each; no file is read through."""
    store, found = store_of(city, workspace)
    known, problems = locked(city)
    links, more = linked(city)

    def read(identity: str) -> Contents | None:
        original = known.locked.get(identity)
        return shelf.taken(store, original) if original else None

    known = replace(known, links=links, read=read)
    return survey.look(dossier, store, known), [*found, *problems, *more]
