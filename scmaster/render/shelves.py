"""Where templates lie: a city's folder, the workspace's, ours; the first that has it wins.

What lies there is not trusted: a link that leads out, a pipe or a device is not read.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from scmaster.source import opening, package

LARGEST = 1_000_000
"""Bytes of a template; the longest shipped one has 20,000."""


class Taken(NamedTuple):
    """A file that was found: what people call it, and its bytes."""

    name: str
    content: bytes


class RefusedError(Exception):
    """Says in Indonesian why a file that is there is not read."""

    def __init__(self, file: str, why: str) -> None:
        """Keep what people call the file, and the reason."""
        super().__init__(why)
        self.file = file
        self.why = why


def called(folder: Path) -> str:
    """Name a folder of templates as people do, from where they stand; never from the root."""
    name = opening.name_of(folder)
    if not Path(name).is_absolute():
        return name
    of_city = folder.parent.parent.name == "cities"
    return f"cities/{folder.parent.name}/{folder.name}" if of_city else folder.name


def find(folders: Sequence[Path], name: str) -> tuple[Path, str] | None:
    """Return where a file lies and what people call it; None where no folder has it."""
    parts = name.split("/")
    if any(part in {"", ".", ".."} or "\\" in part or ":" in part for part in parts):
        return None
    for folder in folders:
        path = folder.joinpath(*parts)
        if path.is_symlink() or path.exists():
            return path, f"{called(folder)}/{name}"
    return None


def take(folders: Sequence[Path], name: str, most: int = LARGEST) -> Taken | None:
    """Read a file of the first folder that has it; None where none has.

    Raises RefusedError over a file that is too large, cannot be read, or leads elsewhere.
    """
    found = find(folders, name)
    if found is None:
        return None
    path, file = found
    try:
        folder = next(folder for folder in folders if path.is_relative_to(folder))
        real = path.resolve(strict=True)
        if not real.is_relative_to(folder.parent.resolve() / folder.name):
            raise RefusedError(file, "tautan ini menuju ke luar folder templat")
        content = opening.start_of(real, most + 1)
    except (OSError, ValueError, RuntimeError) as error:
        raise RefusedError(file, opening.reason(error)) from None
    if len(content) > most:
        raise RefusedError(file, f"berkas ini lebih besar dari {most / 1_000_000:g} MB")
    return Taken(file, content)


def reference(folders: Sequence[Path], name: str) -> Taken:
    """Read a document of `_shared/` that gives others their look; raise RefusedError."""
    place = f"_shared/{name}"
    taken = take(folders, place, package.TOTAL)
    if taken is None:
        raise RefusedError(f"templates/{place}", "berkasnya tidak ditemukan")
    return taken
