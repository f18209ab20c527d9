"""A dashboard to its folder, with a manifest of it; what an earlier one left there goes.

Only what an earlier run wrote, and nobody has touched since, is ever taken away.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from scmaster import pipeline
from scmaster.render import Artifact, manifest

MANIFEST = "dasbor.json"


class Posted(NamedTuple):
    """What became of the pages."""

    digest: str
    """Of all that the pages say."""
    changed: tuple[str, ...]
    """The pages that are not as they were."""
    gone: tuple[str, ...]
    """Pages of an earlier run that were taken away."""
    kept: tuple[str, ...]
    """Pages of an earlier run that somebody has changed since: they stay."""


def post(pages: Sequence[Artifact], city: str, folder: Path) -> Posted:
    """Write the pages, each whole or not at all, then their manifest, and tidy up.

    Raises OSError, also where a folder inside leads elsewhere.
    """
    before = manifest.digests_of(_read(folder / MANIFEST))
    changed = []
    for page in pages:
        path = _inside(folder, page.name)
        if _read(path) != page.content:
            pipeline.write(path, page.content)
            changed.append(page.name)
    content, digest = manifest.write({"dashboard": city}, pages, (), {})
    stale = sorted(before.keys() - {page.name for page in pages} - {MANIFEST})
    ours = [name for name in stale if _untouched(folder, name, before[name])]
    kept = [name for name in stale if name not in ours and (folder / name).is_file()]
    pipeline.write(_inside(folder, MANIFEST), content)
    for name in ours:
        (folder / name).unlink()
    return Posted(digest, tuple(changed), tuple(ours), tuple(kept))


def _inside(folder: Path, name: str) -> Path:
    """Return where a page goes; raise OSError where that is not in the folder."""
    path = folder / name
    if path.is_symlink() or not path.parent.resolve().is_relative_to(folder.resolve()):
        raise OSError(f"{name} leads out of the folder")
    return path


def _untouched(folder: Path, name: str, digest: str) -> bool:
    """Tell whether a file is as an earlier run wrote it."""
    try:
        path = _inside(folder, name)
        return path.is_file() and hashlib.sha256(_read(path)).hexdigest() == digest
    except OSError:
        return False


def _read(path: Path) -> bytes:
    """Return what is in a file; nothing where there is none."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
