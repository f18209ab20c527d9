"""A file is taken into the store: copied beside its place, looked at, then given its name."""

import contextlib
import hashlib
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from scmaster.evidence.digests import Digests
from scmaster.evidence.store import OWN, Store
from scmaster.source.opening import IrregularError

_PIECE = 1024 * 1024
_LEFT_BEHIND = 24 * 60 * 60
"""Seconds after which a copy that nobody has named is what a stopped run has left."""
_PREFIX = "masuk-"


@dataclass(frozen=True)
class Copy:
    """A whole copy of a file, in the store but not under a name of its own yet."""

    path: Path
    sha256: str
    size: int


@contextmanager
def copied(source: Path, store: Store) -> Iterator[Copy]:
    """Copy a file into the store; the copy is gone afterwards unless it was named.

    Raises IrregularError over what is no plain file, OSError where it cannot be read or
    the copy cannot be written.
    """
    folder = store.folder / OWN
    folder.mkdir(parents=True, exist_ok=True)
    _sweep(folder)
    descriptor, name = tempfile.mkstemp(dir=folder, prefix=_PREFIX)
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as target:
            sha256, size = _streamed(source, target)
        beside.chmod(0o644)
        yield Copy(beside, sha256, size)
    finally:
        beside.unlink(missing_ok=True)


def named(copy: Copy, store: Store, name: str) -> None:
    """Give a copy its name in the store, at once and whole.

    Raises FileExistsError where something has that name, OSError where it cannot be given.
    """
    target = store.path(name)
    try:
        os.link(copy.path, target)  # unlike a rename, never over another file
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if target.exists():
            raise FileExistsError(name) from None
        copy.path.rename(target)
    _settled(store.folder)


def same_content(copy: Copy, digests: Digests) -> str:
    """Return the name of a file in the store with the same content; "" where there is none."""
    for name in digests.store.names():
        seen = digests.glance(name)
        if seen is None or seen[0] != copy.size:
            continue
        digest = digests.of(name)
        if digest is not None and digest.sha256 == copy.sha256:
            return name
    return ""


def _streamed(source: Path, target: BinaryIO) -> tuple[str, int]:
    """Copy piece by piece, and return digest and size of what was copied."""
    digest, size = hashlib.sha256(), 0
    flags = os.O_RDONLY  # opening a pipe would wait for its writer; O_NONBLOCK does not
    for flag in ("O_NONBLOCK", "O_BINARY", "O_CLOEXEC"):
        flags |= getattr(os, flag, 0)
    with open(os.open(source, flags), "rb") as file:  # noqa: PTH123  (a descriptor)
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise IrregularError
        while piece := file.read(_PIECE):
            digest.update(piece)
            size += len(piece)
            target.write(piece)
    target.flush()
    os.fsync(target.fileno())
    return digest.hexdigest(), size


def _settled(folder: Path) -> None:
    """Wait until a new name is on the disk, where a folder can be waited for."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _sweep(folder: Path) -> None:
    """Remove what runs that were stopped have left behind."""
    for left in folder.glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > _LEFT_BEHIND:
                left.unlink()
