"""Verifies a BagIt bag, as a folder or a zip, without unpacking it or trusting it."""

import hashlib
import lzma
import os
import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, NamedTuple, Protocol
from urllib.parse import unquote

_ALGORITHMS = ("sha512", "sha256", "sha1", "md5")
_CHUNK = 1 << 20
_MOST_FILES = 100_000
_LARGEST_TAG = 50_000_000
_RATIO = 200
"""No honest file shrinks to less than this part; a bomb does."""
_FEW = 10_000_000
"""Below so many bytes unpacked nobody cares about the ratio."""
BROKEN = (
    OSError,
    EOFError,
    ValueError,
    RuntimeError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
)
"""What reading a file in a broken or hostile bag may raise."""
_LINE = re.compile(r"(?P<digest>[0-9A-Fa-f]+)[ \t]+\*?(?P<name>.+)")
_MANIFEST = re.compile(r"(?P<tag>tag)?manifest-(?P<algorithm>[a-z0-9]+)\.txt")


class Problem(NamedTuple):
    """What is wrong with a package: which file, and why (Indonesian)."""

    name: str
    message: str


class NotABagError(Exception):
    """Says in Indonesian why something is no package that could be verified."""


class Source(Protocol):
    """Where a bag's files are: a folder or a zip."""

    names: list[str]
    problems: list[Problem]

    def open(self, name: str) -> AbstractContextManager[IO[bytes]]:
        """Open a file for reading."""
        ...

    def size(self, name: str) -> int:
        """Return how many bytes a file is said to have."""
        ...


@dataclass
class Report:
    """What was found: nothing wrong where `problems` is empty."""

    problems: list[Problem] = field(default_factory=list)
    files: int = 0
    """How many payload files agree with their digests."""


def verify(path: Path) -> Report:
    """Compare every file of a bag with its manifests; raise NotABagError if it is none."""
    with opened(path) as source:
        return verified(source)


def verified(source: Source) -> Report:
    """Compare every file of a bag that is open; raise NotABagError if it is none."""
    return _Check(source).run()


def listed(source: Source, manifest: str) -> dict[str, str]:
    """Return the digests that a manifest has, by name; what it has wrong is left out."""
    return _Check(source).listed(manifest) if manifest in source.names else {}


class _Check:
    """One bag, held against what it says of itself."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._names = set(source.names)
        self._report = Report([*source.problems])

    def run(self) -> Report:
        if "bagit.txt" not in self._names:
            raise NotABagError("bukan paket BagIt: bagit.txt tidak ada")
        said = self._text("bagit.txt")
        if not re.match(r"BagIt-Version: \d+\.\d+\r?\nTag-File-Character-Encoding: UTF-8\b", said):
            self._say("bagit.txt", "isinya bukan penanda BagIt dengan UTF-8")
        found = [(name, _MANIFEST.fullmatch(name)) for name in sorted(self._names)]
        manifests = [(name, match) for name, match in found if match]
        if not any(not match["tag"] for _, match in manifests):
            raise NotABagError("daftar sidik (manifest) paket ini tidak ada")
        agreed: dict[str, bool] = {}
        for name, match in manifests:
            if match["algorithm"] not in _ALGORITHMS:
                self._say(name, "memakai cara sidik yang tidak dikenal")
                continue
            listed = self.listed(name)
            lost = self._compare(listed, match["algorithm"], agreed)
            if not match["tag"]:
                self._complete(name, listed, match["algorithm"], lost)
            for gone in lost.values():
                self._say(gone, "hilang: tercatat, tetapi tidak ada di paket")
        self._oxum()
        self._twins()
        self._report.files = sum(
            1 for name, same in agreed.items() if same and name.startswith("data/")
        )
        return self._report

    def _compare(
        self, listed: Mapping[str, str], algorithm: str, agreed: dict[str, bool]
    ) -> dict[str, str]:
        """Compare what is listed with what is there; return what is not there by its digest."""
        lost: dict[str, str] = {}
        for name, digest in listed.items():
            if name not in self._names:
                lost[digest.lower()] = name
                continue
            same = self._digest(name, algorithm) == digest.lower()
            if not same:
                self._say(name, "berubah: isinya tidak sesuai dengan sidiknya")
            agreed[name] = agreed.get(name, True) and same
        return lost

    def _complete(
        self, manifest: str, listed: Mapping[str, str], algorithm: str, lost: dict[str, str]
    ) -> None:
        """Name what is there and not listed; what is lost under another name is taken off."""
        payload = {name for name in self._names if name.startswith("data/")}
        for name in sorted(payload - listed.keys()):
            before = lost.pop(self._digest(name, algorithm), "") if lost else ""
            if before:
                self._say(name, f"berganti nama: semula '{before}'")
            else:
                self._say(name, f"asing: ada di paket, tetapi tidak tercatat di {manifest}")

    def listed(self, manifest: str) -> dict[str, str]:
        """Return the digests of a manifest by name, and say what is wrong with its lines."""
        listed: dict[str, str] = {}
        for number, line in enumerate(self._text(manifest).splitlines(), start=1):
            if not line.strip():
                continue
            match = _LINE.fullmatch(line)
            name = unquote(match["name"]) if match else ""
            if match is None:
                self._say(manifest, f"baris {number} tidak dapat dibaca")
            elif not is_inside(name):
                self._say(manifest, f"baris {number} menunjuk ke luar paket")
            elif name in listed:
                self._say(manifest, f"baris {number} mencatat '{name}' dua kali")
            else:
                listed[name] = match["digest"]
        return listed

    def _oxum(self) -> None:
        """Compare count and size of the payload with what bag-info.txt says."""
        if "bag-info.txt" not in self._names:
            return
        said = re.search(r"(?m)^Payload-Oxum:\s*(\d+)\.(\d+)\s*$", self._text("bag-info.txt"))
        if said is None:
            return
        payload = [name for name in self._names if name.startswith("data/")]
        if len(payload) != int(said[2]):
            self._say("bag-info.txt", f"menyebut {said[2]} berkas, padahal ada {len(payload)}")
        size = sum(self._source.size(name) for name in payload)
        if size != int(said[1]):
            self._say("bag-info.txt", f"menyebut {said[1]} bita, padahal ada {size}")

    def _twins(self) -> None:
        """Name what would overwrite another where the case of letters makes no difference."""
        known: dict[str, str] = {}
        for name in sorted(self._names):
            other = known.setdefault(unicodedata.normalize("NFC", name).casefold(), name)
            if other != name:
                self._say(name, f"menimpa '{other}' bila dibuka di Windows atau macOS")

    def _digest(self, name: str, algorithm: str) -> str:
        digest = hashlib.new(algorithm, usedforsecurity=False)
        try:
            with self._source.open(name) as file:
                while chunk := file.read(_CHUNK):
                    digest.update(chunk)
        except BROKEN:
            return ""
        return digest.hexdigest()

    def _text(self, name: str) -> str:
        try:
            with self._source.open(name) as file:
                data = file.read(_LARGEST_TAG + 1)
        except BROKEN:
            self._say(name, "rusak: tidak dapat dibaca dari paket")
            return ""
        if len(data) > _LARGEST_TAG:
            raise NotABagError(f"{name} terlalu besar")
        return data.decode("utf-8", "replace").removeprefix("\ufeff")

    def _say(self, name: str, message: str) -> None:
        self._report.problems.append(Problem(name, message))


def is_inside(name: str) -> bool:
    """Tell whether a name stays below the folder it stands in."""
    parts = name.split("/")
    odd = "\\" in name or "\0" in name or re.match("[A-Za-z]:", name)
    return bool(name) and not odd and not name.startswith("/") and ".." not in parts


@contextmanager
def opened(path: Path) -> Iterator[Source]:
    """Open a bag, which is a folder or a zip; raise NotABagError if it is neither."""
    if path.is_dir():
        try:
            folder = _Folder(path)
        except OSError as fault:
            raise NotABagError("ada folder di dalamnya yang tidak boleh dibuka") from fault
        yield folder
        return
    try:
        archive = zipfile.ZipFile(path)
    except FileNotFoundError:
        raise NotABagError("paket tidak ditemukan") from None
    except BROKEN as fault:
        raise NotABagError("bukan berkas zip yang utuh") from fault
    with archive:
        yield _Zip(archive)


class _Zip:
    """A bag in a zip: one folder that holds everything."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.problems: list[Problem] = []
        self._entries: dict[str, zipfile.ZipInfo] = {}
        infos = archive.infolist()
        if len(infos) > _MOST_FILES:
            raise NotABagError(f"berisi lebih dari {_MOST_FILES} berkas")
        root = _root([info.filename for info in infos])
        for info in infos:
            name = info.filename.removeprefix(root)
            if not info.is_dir():
                self._take(name, info)
        self.names = list(self._entries)

    def open(self, name: str) -> AbstractContextManager[IO[bytes]]:
        return self._archive.open(self._entries[name])

    def size(self, name: str) -> int:
        return self._entries[name].file_size

    def _take(self, name: str, info: zipfile.ZipInfo) -> None:
        if not is_inside(name):
            self._say(name, "namanya menunjuk ke luar paket")
        elif stat.S_ISLNK(info.external_attr >> 16):
            self._say(name, "tautan, bukan berkas")
        elif name in self._entries:
            self._say(name, "ada dua kali di dalam zip")
        elif info.file_size > _FEW and info.file_size > _RATIO * max(info.compress_size, 1):
            self._say(name, "mengembang tidak wajar saat dibuka")
        else:
            self._entries[name] = info

    def _say(self, name: str, message: str) -> None:
        self.problems.append(Problem(name[:200], message))


class _Folder:
    """A bag in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.problems: list[Problem] = []
        self.names: list[str] = []
        todo = [folder]
        while todo:
            with os.scandir(todo.pop()) as entries:
                for entry in entries:
                    name = Path(entry.path).relative_to(folder).as_posix()
                    if entry.is_dir(follow_symlinks=False):
                        todo.append(Path(entry.path))
                    elif entry.is_file(follow_symlinks=False):
                        self.names.append(name)
                    else:
                        self.problems.append(Problem(name, "tautan, bukan berkas"))
            if len(self.names) > _MOST_FILES:
                raise NotABagError(f"berisi lebih dari {_MOST_FILES} berkas")

    def open(self, name: str) -> AbstractContextManager[IO[bytes]]:
        return (self._folder / name).open("rb")

    def size(self, name: str) -> int:
        return (self._folder / name).lstat().st_size


def _root(names: list[str]) -> str:
    """Return the one folder that holds all, with its slash; "" where there is none."""
    first = {name.partition("/")[0] for name in names}
    whole = len(first) == 1 and all("/" in name for name in names)
    root = f"{first.pop()}/" if whole else ""
    return root if is_inside(root) else ""
