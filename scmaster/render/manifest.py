"""What a build wrote: every file with its digest, and one digest of all that they say.

The digest of a file's content is taken over its unpacked parts where it is a zip (.docx,
.xlsx), so that it is equal wherever and by whatever the zip was packed.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from scmaster.render import Artifact
from scmaster.source import package

VERSION = 1
LARGEST = 64 * 1024 * 1024


def name_for(*, internal: bool) -> str:
    """Return the name of a copy's manifest: the two copies may lie in one folder."""
    return "manifest-internal.json" if internal else "manifest.json"


def content_digest(content: bytes) -> str:
    """Return the SHA-256 of a file's content: of its sorted parts where it is a zip.

    A part may be a zip itself, as the workbook of a chart is.
    """
    if not content.startswith(b"PK\x03\x04"):
        return hashlib.sha256(content).hexdigest()
    parts = package.read(content)
    return _of_pairs((name, content_digest(part)) for name, part in parts.items())


def _of_pairs(pairs: Iterable[tuple[str, str]]) -> str:
    whole = hashlib.sha256()
    for name, each in sorted(pairs):
        whole.update(f"{name}\0{each}\n".encode())
    return whole.hexdigest()


def write(
    about: Mapping[str, str],
    artifacts: Iterable[Artifact],
    stale: Sequence[str],
    snapshot: Mapping[str, Any],
) -> tuple[bytes, str]:
    """Write a manifest: `about` the build, its files, what it left lying, and the city's data.

    Return it with the digest of all that the build says. The same build gives the same bytes.
    """
    files = [
        {
            "name": each.name,
            "size": len(each.content),
            "sha256": hashlib.sha256(each.content).hexdigest(),
            "content_digest": content_digest(each.content),
        }
        for each in sorted(artifacts, key=lambda artifact: artifact.name)
    ]
    digest = _of_pairs((str(file["name"]), str(file["content_digest"])) for file in files)
    held = {
        "manifest": VERSION,
        **about,
        "content_digest": digest,
        "files": files,
        "stale": sorted(stale),
        "snapshot": snapshot,
    }
    return (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode(), digest


def files_of(data: bytes) -> list[str]:
    """Return the names of files that an earlier manifest knows of; none if it is unreadable.

    Only names that lie below the manifest's own folder.
    """
    try:
        held = json.loads(data.decode("utf-8"))
        names = [each["name"] for each in held["files"]] + list(held["stale"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return []
    return [name for name in names if isinstance(name, str) and _below(name)]


def digests_of(data: bytes) -> dict[str, str]:
    """Return the SHA-256 of the files of an earlier manifest, by name, as `files_of` reads it."""
    known = set(files_of(data))
    if not known:
        return {}
    files = json.loads(data.decode("utf-8"))["files"]
    return {each["name"]: str(each.get("sha256")) for each in files if each["name"] in known}


def _below(name: str) -> bool:
    if not name.isprintable() or "\\" in name:
        return False
    return not set(name.split("/")) & {"", ".", ".."}
