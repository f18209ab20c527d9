"""Puts a package in its place: whole or not at all, and never over another."""

import errno
import filecmp
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO

_PARTIAL = ".sebagian"
"""Ends the name of what is being written; what a killed process leaves is no package."""


class TakenError(Exception):
    """Something else stands in the package's place."""


def as_file(path: Path, fill: Callable[[IO[bytes]], object]) -> bool:
    """Write a file; return False where the same stood there already.

    Raises TakenError, OSError, and whatever `fill` raises.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(_PARTIAL, f".{path.name}.", path.parent)
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "w+b") as file:
            fill(file)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(0o644)
        return _placed(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _placed(beside: Path, path: Path) -> bool:
    """Give a file its name, which must be nobody's: a plain move would take it from another."""
    try:
        os.link(beside, path)
    except FileExistsError:
        if path.is_file() and not path.is_symlink() and filecmp.cmp(beside, path, shallow=False):
            return False
        raise TakenError from None
    except OSError:  # some systems of files know no second name
        if os.path.lexists(path):
            raise TakenError from None
        beside.rename(path)
    return True


def as_folder(path: Path, fill: Callable[[Path], object]) -> bool:
    """Write a folder, like `as_file`; an empty one may stand there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(_PARTIAL, f".{path.name}.", path.parent))
    try:
        fill(beside)
        beside.chmod(0o755)
        beside.rename(path)
    except OSError as fault:
        if fault.errno not in {errno.ENOTEMPTY, errno.EEXIST, errno.ENOTDIR, errno.EISDIR}:
            raise
        if path.is_symlink() or not path.is_dir() or _tree(beside) != _tree(path):
            raise TakenError from None
        if not all(filecmp.cmp(beside / n, path / n, shallow=False) for n in _tree(path)):
            raise TakenError from None
        return False
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return True


def _tree(folder: Path) -> list[str]:
    """Return the names of all that is below a folder but folders; a link is one, too."""
    every = sorted(folder.rglob("*"))
    return [
        f"{each.relative_to(folder).as_posix()}{'@' * each.is_symlink()}"
        for each in every
        if each.is_symlink() or not each.is_dir()
    ]
