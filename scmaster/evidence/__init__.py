"""The files and addresses of evidence: where they lie, their digests, what is inside.

A city's files are never trusted: nothing in them is run, no name leads out of the folder,
and whatever reads them has limits.
"""

from pathlib import Path

from scmaster.assess.originals import Originals
from scmaster.diagnostics import Diagnostic
from scmaster.evidence import lockfile, settings, survey
from scmaster.evidence.store import Store
from scmaster.link import Dossier
from scmaster.source import files


def store_of(city: Path, workspace: Path | None) -> tuple[Store, list[Diagnostic]]:
    """Return where a city's evidence files lie, and what is wrong with the settings."""
    folder, found = settings.folder_for(city, workspace)
    return Store(folder), found


def locked(city: Path) -> tuple[Originals, list[Diagnostic]]:
    """Return the originals as `evidence.lock` in a city's folder has them; it may be missing."""
    path = city / lockfile.NAME
    if not path.is_file():
        return Originals(), []
    name = files.name_of(path)
    data, found = files.content(files.SourceFile(name, path.resolve()))
    if data is None:
        return Originals(), found
    lines, spans, problems = lockfile.read(data, name)
    return Originals(locked=lines, spans=spans), found + problems


def originals(
    dossier: Dossier, city: Path, workspace: Path | None
) -> tuple[Originals, list[Diagnostic]]:
    """Return a city's originals with the state of each; no file is read through."""
    store, found = store_of(city, workspace)
    known, problems = locked(city)
    return survey.look(dossier, store, known), found + problems
