"""Which cities the arguments of a command mean: by name, by folder, or by a file of theirs.

A git hook and `git diff --name-only` know files, not cities.
"""

import os
from collections.abc import Sequence
from pathlib import Path

from scmaster.cli.place import CITIES, find_workspace, slugs, stop


def cities_of(arguments: Sequence[str]) -> list[str]:
    """Return the cities that arguments mean, each once, as `place.find` takes them.

    A file of the workspace's `pillars/` means every city. Ends with exit code 2 over a file
    that belongs to none.
    """
    workspace = find_workspace()
    return list(dict.fromkeys(c for a in arguments for c in _cities_of(a, workspace)))


def _cities_of(argument: str, workspace: Path) -> list[str]:
    path = Path(os.path.abspath(argument))  # noqa: PTH100  (resolve would follow links)
    home = Path(os.path.abspath(workspace / CITIES))  # noqa: PTH100
    if (home / argument).is_dir() or path.is_dir() or not _is_file(argument):
        return [path.name] if path.parent == home else [argument]
    if path.is_relative_to(home.parent / "pillars"):
        return slugs(workspace)
    if path.is_relative_to(home) and path.parent != home:
        return [path.relative_to(home).parts[0]]
    folders = [folder for folder in path.parents if folder.parent.name == CITIES]
    if not folders:
        stop(f"berkas '{argument}' tidak berada di dalam folder kota ({CITIES}/<kota>/).")
    return [str(folders[0])]


def _is_file(argument: str) -> bool:
    """Tell whether an argument names a file, perhaps one that is gone by now."""
    path = Path(argument)
    return path.is_file() or (len(path.parts) > 1 and bool(path.suffix))
