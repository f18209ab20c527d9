"""A city's originals: the folder, the lock, what was read; put together for `check`."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias, TypeVar

from scmaster import settings
from scmaster.assess.originals import Originals
from scmaster.diagnostics import Diagnostic, Span
from scmaster.evidence import lockfile, shelf, survey
from scmaster.evidence.links import file as linkfile
from scmaster.evidence.store import Store
from scmaster.link import Dossier
from scmaster.source import opening

T = TypeVar("T")
Reader: TypeAlias = Callable[[bytes, str], tuple[dict[str, T], dict[str, Span], list[Diagnostic]]]


def store_of(city: Path, workspace: Path | None) -> tuple[Store, list[Diagnostic]]:
    """Return where a city's evidence files lie, and what is wrong with the settings."""
    told, found = settings.read(workspace)
    return Store(settings.evidence_folder(told, city, workspace)), found


def as_written(
    beside: Mapping[str, bytes], city: Path, store: Store
) -> tuple[Originals, list[Diagnostic]]:
    """Return a city's originals as the generated files beside its YAML have them."""
    locked, spans, problems = _read(beside, city, lockfile.NAME, lockfile.read)
    links, _, more = _read(beside, city, linkfile.NAME, linkfile.read)
    reader = shelf.Reader(store, locked)
    made = Originals(locked=locked, spans=spans, links=links, read=reader)
    return made, [*problems, *more]


def as_they_lie(
    dossier: Dossier, beside: Mapping[str, bytes], city: Path, store: Store
) -> tuple[Originals, list[Diagnostic]]:
    """Return a city's originals with the state of each; no file is read through."""
    written, found = as_written(beside, city, store)
    return survey.look(dossier, store, written), found


def _read(
    beside: Mapping[str, bytes], city: Path, name: str, reader: Reader[T]
) -> tuple[dict[str, T], dict[str, Span], list[Diagnostic]]:
    data = beside.get(name)
    return ({}, {}, []) if data is None else reader(data, opening.name_of(city / name))
