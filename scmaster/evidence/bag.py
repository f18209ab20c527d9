"""BagIt bags (RFC 8493): files, with manifests of their digests that anyone can verify.

A bag is written as one zip, always the same for the same files: fixed order, times and
attributes. Files are read twice, to be hashed and to be packed, and never held whole.
"""

import hashlib
import zipfile
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Protocol
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


def write(
    target: IO[bytes], root: str, payload: Mapping[str, Source], info: Mapping[str, str]
) -> Packed:
    """Write a bag as a zip whose one folder is `root`.

    `payload` has the files by their name below data/; `info` is what bag-info.txt says
    beside the count and size of the files, which are added.
    """
    digests: dict[str, str] = {}
    sizes: dict[str, int] = {}
    for name, source in sorted(payload.items()):
        with source.open() as file:
            digests[name], sizes[name] = _hashed(file)
    oxum = f"{sum(sizes.values())}.{len(sizes)}"
    tags = {
        "bagit.txt": f"BagIt-Version: {VERSION}\nTag-File-Character-Encoding: UTF-8\n",
        "bag-info.txt": "".join(
            f"{label}: {' '.join(value.split())}\n"
            for label, value in sorted({**info, "Payload-Oxum": oxum}.items())
        ),
        "manifest-sha256.txt": _manifest({f"data/{n}": d for n, d in digests.items()}),
    }
    tagged = {n: hashlib.sha256(t.encode()).hexdigest() for n, t in tags.items()}
    tags["tagmanifest-sha256.txt"] = _manifest(tagged)
    with zipfile.ZipFile(target, "w", allowZip64=True) as archive:
        for name, text in tags.items():
            archive.writestr(_entry(f"{root}/{name}"), text.encode())
        for name, source in sorted(payload.items()):
            with source.open() as file, archive.open(_entry(f"{root}/data/{name}"), "w") as into:
                while chunk := file.read(_CHUNK):
                    into.write(chunk)
    return Packed(digests, sizes)


def _hashed(file: IO[bytes]) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    while chunk := file.read(_CHUNK):
        digest.update(chunk)
        size += len(chunk)
    return digest.hexdigest(), size


def _manifest(digests: Mapping[str, str]) -> str:
    """Write a manifest; RFC 8493, section 2.1.3, has %, CR and LF in names encoded."""
    return "".join(f"{d}  {encoded(n)}\n" for n, d in sorted(digests.items()))


def encoded(name: str) -> str:
    """Encode what may not stand in a line of a manifest."""
    return "".join(quote(sign) if sign in "%\r\n" else sign for sign in name)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _TOUCHED)
    entry.create_system = 3  # the default differs between systems
    entry.external_attr = 0o644 << 16
    stored = name.lower().endswith(_STORED)
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    return entry
