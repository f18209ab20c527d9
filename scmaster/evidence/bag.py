"""BagIt bags (RFC 8493): files, with manifests of their digests that anyone can verify.

A bag is one zip or a folder, always the same for the same files: fixed order, times and
attributes. No file is held whole, and each is hashed as it is written.
"""

import hashlib
import zipfile
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO, NamedTuple, Protocol
from urllib.parse import quote

VERSION = "1.0"
_CHUNK = 1 << 20
_STORED = (".png", ".jpg", ".jpeg", ".gif", ".zip", ".docx", ".xlsx", ".pptx", ".mp4", ".gz")
_TOUCHED = (1980, 1, 1, 0, 0, 0)


class Source(Protocol):
    """Something that can be read from its beginning, more than once."""

    def open(self) -> AbstractContextManager[IO[bytes]]:
        """Open it for reading."""
        ...


@dataclass(frozen=True)
class Bytes:
    """A source that is in memory."""

    content: bytes

    def open(self) -> AbstractContextManager[IO[bytes]]:
        """Open it for reading."""
        return BytesIO(self.content)


@dataclass(frozen=True)
class Packed:
    """What was put into a bag."""

    digests: Mapping[str, str]
    """Name below data/ -> SHA-256."""
    sizes: Mapping[str, int]


class Stamp(NamedTuple):
    """What a file is said to be."""

    sha256: str
    size: int


def stamp(content: bytes) -> Stamp:
    """Return what some bytes are."""
    return Stamp(hashlib.sha256(content).hexdigest(), len(content))


class OtherContentError(Exception):
    """Says the name, below data/, of a file that is not what was said of it."""


def write(
    target: IO[bytes],
    root: str,
    payload: Mapping[str, Source],
    info: Mapping[str, str],
    known: Mapping[str, Stamp] | None = None,
) -> Packed:
    """Write a bag as a zip whose one folder is `root`.

    `payload` has the files by their name below data/; `info` is what bag-info.txt says
    beside the count and size of the files, which are added. What is in `known` is not read
    twice. Raises OtherContentError over a file that is another than it was or than is known.
    """
    with zipfile.ZipFile(target, "w", allowZip64=True) as archive:

        def file(name: str, size: int) -> AbstractContextManager[IO[bytes]]:
            return archive.open(_entry(f"{root}/{name}", size), "w")

        return _fill(file, payload, info, known or {})


def write_folder(
    folder: Path,
    payload: Mapping[str, Source],
    info: Mapping[str, str],
    known: Mapping[str, Stamp] | None = None,
) -> Packed:
    """Write a bag into a new, empty folder; else like `write`."""

    def file(name: str, _: int) -> AbstractContextManager[IO[bytes]]:
        path = folder.joinpath(*name.split("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("xb")

    return _fill(file, payload, info, known or {})


def _fill(
    target: Callable[[str, int], AbstractContextManager[IO[bytes]]],
    payload: Mapping[str, Source],
    info: Mapping[str, str],
    known: Mapping[str, Stamp],
) -> Packed:
    stamps: dict[str, Stamp] = {}
    for name, source in sorted(payload.items()):
        if name in known:
            stamps[name] = known[name]
            continue
        with source.open() as file:
            stamps[name] = _copied(file, None)
    for name, text in _tags(stamps, info).items():
        with target(name, len(text)) as into:
            into.write(text.encode())
    for name, source in sorted(payload.items()):
        with source.open() as file, target(f"data/{name}", stamps[name].size) as into:
            if _copied(file, into) != stamps[name]:
                raise OtherContentError(name)
    return Packed(
        {name: each.sha256 for name, each in stamps.items()},
        {name: each.size for name, each in stamps.items()},
    )


def _tags(stamps: Mapping[str, Stamp], info: Mapping[str, str]) -> dict[str, str]:
    """Return what stands beside the payload, by name."""
    oxum = f"{sum(each.size for each in stamps.values())}.{len(stamps)}"
    tags = {
        "bagit.txt": f"BagIt-Version: {VERSION}\nTag-File-Character-Encoding: UTF-8\n",
        "bag-info.txt": "".join(
            f"{label}: {' '.join(value.split())}\n"
            for label, value in sorted({**info, "Payload-Oxum": oxum}.items())
        ),
        "manifest-sha256.txt": _manifest({f"data/{n}": s.sha256 for n, s in stamps.items()}),
    }
    tagged = {n: hashlib.sha256(t.encode()).hexdigest() for n, t in tags.items()}
    return {**tags, "tagmanifest-sha256.txt": _manifest(tagged)}


def _copied(file: IO[bytes], into: IO[bytes] | None) -> Stamp:
    """Read a file to its end, and write it somewhere where that is asked."""
    digest, size = hashlib.sha256(), 0
    while chunk := file.read(_CHUNK):
        digest.update(chunk)
        size += len(chunk)
        if into is not None:
            into.write(chunk)
    return Stamp(digest.hexdigest(), size)


def _manifest(digests: Mapping[str, str]) -> str:
    """Write a manifest; RFC 8493, section 2.1.3, has %, CR and LF in names encoded."""
    return "".join(f"{d}  {encoded(n)}\n" for n, d in sorted(digests.items()))


def encoded(name: str) -> str:
    """Encode what may not stand in a line of a manifest."""
    return "".join(quote(sign) if sign in "%\r\n" else sign for sign in name)


def _entry(name: str, size: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _TOUCHED)
    entry.file_size = size  # from 2 GB on its head is another
    entry.create_system = 3  # the default differs between systems
    entry.external_attr = 0o644 << 16
    stored = name.lower().endswith(_STORED)
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    return entry
