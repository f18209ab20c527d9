"""SHA-256 of files, remembered by size, time and place so that the same is not read twice."""

import hashlib
import json
import os
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from scmaster.evidence.store import OWN, BadNameError, Store

_CACHE = f"{OWN}/sidik.json"
_VERSION = 1
_FRESH = 2_000_000_000
"""Nanoseconds within which a file may change without its time showing it."""
_LARGEST = 50_000_000
"""A cache of more bytes than this is not ours."""


@dataclass(frozen=True)
class Digest:
    """What a file's bytes come to."""

    sha256: str
    size: int


@dataclass
class Digests:
    """Digests of the files of a store, with what is remembered of earlier runs."""

    store: Store
    _known: dict[str, list[int | str]] = field(default_factory=dict)
    """Name -> size, mtime, inode, device, digest."""
    read: int = 0
    """How many files had to be read."""

    def __post_init__(self) -> None:
        """Take what an earlier run remembered, if it can be trusted to be that."""
        try:
            with open(self.store.folder / _CACHE, "rb") as file:  # noqa: PTH123  (with a limit)
                told = json.loads(file.read(_LARGEST))
            if told["version"] == _VERSION:
                self._known = {n: v for n, v in told["files"].items() if _is_entry(v)}
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            self._known = {}

    def glance(self, name: str) -> tuple[int, str] | None:
        """Return a file's size and the digest remembered of it, or ""; None: not there."""
        try:
            about = os.lstat(self.store.path(name))
        except (OSError, BadNameError):
            return None
        known = self._known.get(name)
        return about.st_size, str(known[4]) if known and known[:4] == _mark(about) else ""

    def of(self, name: str) -> Digest | None:
        """Return a file's digest; None where it is not there or not to be read.

        What is known by its mark is not even opened: it is the file that was opened then.
        """
        seen = self.glance(name)
        if seen is not None and seen[1]:
            return Digest(seen[1], seen[0])
        try:
            with self.store.opened(name) as file:
                about = os.fstat(file.fileno())
                digest = hashlib.file_digest(file, "sha256").hexdigest()
                self.read += 1
        except (OSError, BadNameError):
            self._known.pop(name, None)
            return None
        if time.time_ns() - about.st_mtime_ns > _FRESH:
            self._known[name] = [*_mark(about), digest]
        else:
            self._known.pop(name, None)
        return Digest(digest, about.st_size)

    def every(self, names: Iterable[str]) -> Mapping[str, Digest]:
        """Return the digests of those that can be read, by name."""
        found = ((name, self.of(name)) for name in names)
        return {name: digest for name, digest in found if digest is not None}

    def remembered(self) -> tuple[str, bytes]:
        """Return name, below the store, and content of what the next run is to remember."""
        told = {"version": _VERSION, "files": dict(sorted(self._known.items()))}
        return _CACHE, json.dumps(told, separators=(",", ":")).encode()


def _mark(about: os.stat_result) -> list[int | str]:
    return [about.st_size, about.st_mtime_ns, about.st_ino, about.st_dev]


def _is_entry(value: object) -> bool:
    kinds = (int, int, int, int, str)
    if not isinstance(value, list) or len(value) != len(kinds):
        return False
    return all(isinstance(part, kind) for part, kind in zip(value, kinds, strict=True))
