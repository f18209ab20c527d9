"""The templates in reach of a workspace: judge them without a city, and bring ours into it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from scmaster import documents, resources
from scmaster.diagnostics import Diagnostic
from scmaster.render import inspection, shelves

FOLDER = "templates"
SHARED = inspection.SHARED
DECKS = tuple(slug for slug in documents.slugs() if documents.is_deck(slug))
"""The documents that are slides: what they look like is in `_shared`, for each in one file."""
REFERENCES = tuple(sorted({documents.reference(s) for s in documents.slugs() if s not in DECKS}))
"""The documents in `_shared` that give others their cover and styles."""

PACKED = ("daftar-isi",)
"""What `pack` makes beside the documents; its template is judged when it is used."""


def check(
    workspace: Path | None, cities: Iterable[Path], slugs: Iterable[str] | None = None
) -> list[Diagnostic]:
    """Say what is wrong with the templates that documents would be made of, sorted by place.

    They are looked at as the workspace has them, and once more as each city with a folder of
    its own has them; `slugs` are the documents asked for, None all.
    """
    wanted = list(slugs) if slugs is not None else documents.slugs()
    homes = [city for city in cities if (city / FOLDER).is_dir()]
    found: dict[Diagnostic, None] = {}
    for city in (None, *homes):
        folders = resources.folders(FOLDER, city, workspace)
        found |= dict.fromkeys(_judged(wanted, folders))
        if slugs is None:
            known = [*(slug for slug in documents.slugs() if slug not in DECKS), *PACKED]
            decks = sorted({documents.reference(slug) for slug in DECKS})
            for folder in folders[:-1]:
                found |= dict.fromkeys(inspection.unused(folder, known, REFERENCES, decks))
    return sorted(found, key=lambda d: (d.span, d.code))


def _judged(wanted: list[str], folders: list[Path]) -> Iterator[Diagnostic]:
    """Yield what is wrong with the templates of some documents, and with what they share."""
    for slug in wanted:
        if slug not in DECKS:
            kind, reference = documents.kind(slug), documents.reference(slug)
            yield from inspection.template(slug, kind, reference, folders)
    for name in sorted({documents.reference(slug) for slug in wanted if slug not in DECKS}):
        yield from inspection.reference(name, folders)
    for name in sorted({documents.reference(slug) for slug in wanted if slug in DECKS}):
        yield from inspection.deck(name, folders)


def own(workspace: Path | None, cities: Iterable[Path]) -> list[str]:
    """Return what people call the folders whose templates win over ours."""
    found = [resources.folders(FOLDER, city, workspace)[:-1] for city in (None, *cities)]
    return list(dict.fromkeys(shelves.called(folder) for each in found for folder in each))


def names() -> list[str]:
    """Return what can be copied: the documents' slugs, the package's, and what they share."""
    return [*documents.slugs(), *PACKED, *_shared()]


def ours(name: str) -> dict[str, bytes]:
    """Return the files of one of `names` that come with the package, by place in `templates/`."""
    home = resources.shipped(FOLDER)
    if name in DECKS:
        paths = [home / SHARED / f"{documents.reference(name)}.pptx"]
    elif name in _shared():
        paths = [_shared()[name]]
    else:
        paths = sorted(path for path in (home / name).rglob("*") if path.is_file())
    return {path.relative_to(home).as_posix(): path.read_bytes() for path in paths}


def _shared() -> dict[str, Path]:
    folder = resources.shipped(FOLDER) / SHARED
    paths = sorted(path for path in folder.iterdir() if path.suffix != ".pptx")
    return {path.name.partition(".")[0]: path for path in paths}
