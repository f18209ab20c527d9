"""What was read in originals, kept beside them under their digest, so it is read but once."""

import gzip
import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from scmaster.assess.originals import Contents, Original
from scmaster.evidence.store import OWN, Store

_VERSION = 1
_ROOM = 100_000_000
"""Letters that are kept in memory."""
_LARGEST = 100_000_000
"""Unpacked bytes: what is larger is not ours."""


def place(sha256: str) -> str:
    """Return the name, below the store, of what was read in the original of a digest."""
    return f"{OWN}/isi/{sha256}.json.gz"


def holds(store: Store, sha256: str) -> bool:
    """Tell whether an original of this digest was read on this machine."""
    return (store.folder / place(sha256)).is_file()


def packed(contents: Contents) -> bytes:
    """Write contents, the same way every time."""
    told = {"version": _VERSION, **asdict(contents)}
    return gzip.compress(json.dumps(told, ensure_ascii=False).encode(), mtime=0)


def taken(store: Store, original: Original) -> Contents | None:
    """Return what was read in an original; None: nothing was, or it cannot be trusted."""
    try:
        with gzip.open(store.folder / place(original.sha256)) as file:
            told = json.loads(file.read(_LARGEST))
        if told.pop("version") != _VERSION:
            return None
        return _contents(told)
    except (OSError, EOFError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


class Reader:
    """Returns what was read in originals, by the id of their evidence.

    A dozen rules ask for each, so what was unpacked is kept, up to a limit of letters.
    """

    def __init__(self, store: Store, locked: Mapping[str, Original]) -> None:
        """Take where the files lie, and how they were locked."""
        self._store, self._locked = store, locked
        self._kept: dict[str, Contents | None] = {}
        self._room = _ROOM

    def __call__(self, identity: str) -> Contents | None:
        """Return what was read in the original of an evidence id; None: nothing was."""
        if identity in self._kept:
            return self._kept[identity]
        original = self._locked.get(identity)
        found = taken(self._store, original) if original else None
        self._room -= len(found.text) if found else 0
        if self._room > 0:
            self._kept[identity] = found
        return found


def _contents(told: dict[str, Any]) -> Contents:
    """Make contents of what JSON held; raises ValueError where it is none."""
    made = Contents(
        pages=tuple(map(str, told["pages"])),
        sections=tuple(map(str, told["sections"])),
        cells={s: dict(cells.items()) for s, cells in told["cells"].items()},
        empty_signatures=tuple(map(int, told["empty_signatures"])),
    )
    texts = (value for cells in made.cells.values() for value in cells.values())
    if not all(isinstance(value, str) for value in texts):
        raise ValueError(told)
    return made
