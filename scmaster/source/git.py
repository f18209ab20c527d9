"""What git knows of a city's files: their commit, and how they stood at an earlier one.

A city's repository is not trusted. Only plumbing is asked, which reads objects as they are:
no filter, hook, monitor, signature check or pager of the repository's own settings runs,
nothing is fetched, and nothing is written.
"""

import hashlib
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

from scmaster.source import files, opening
from scmaster.source.decoding import LARGEST

UNKNOWN = "tidak tercatat"
"""Stands for the commit of files that git does not know."""

MOST_FILES = 5_000
"""More files than a city has: who has more is not read at an earlier revision."""

_SETTINGS = (
    "core.fsmonitor=false",
    "core.hooksPath=",
    "log.showSignature=false",
)
_NO_PROTOCOL = "tidak-satu-pun"
"""Of the protocols git may use: an object that is not there is not fetched by any of them,
whatever the repository's settings allow."""
_REGULAR = (b"100644", b"100755")
_TIMEOUT = 20


class RevisionError(Exception):
    """Says in Indonesian why the files of a revision cannot be had."""


class AbsentError(RevisionError):
    """Says that the city's folder was not there yet at a revision."""


def commit_of(folder: Path) -> str:
    """Name the last commit of a city's files, and say when they differ from it (Indonesian).

    Its YAML and its own templates are compared, byte by byte, with what is committed; lines
    may end as Windows ends them.
    """
    try:
        commit = _git(folder, "log", "-1", "--format=%h", "--", ".").decode("ascii").strip()
        committed = {name: oid for name, oid, _ in _tree(folder, "HEAD") if _shapes(name)}
        same = _here(folder, committed)
    except (OSError, ValueError, subprocess.SubprocessError):
        return UNKNOWN
    if not commit:
        return UNKNOWN
    return commit if same else f"{commit} dengan perubahan yang belum dicatat"


def resolve(folder: Path, revision: str) -> str:
    """Return the full name of a commit; raise RevisionError over one that is not there."""
    if not revision or revision.startswith("-") or not revision.isprintable():
        raise RevisionError(f"'{revision}' bukan nama revisi git")
    try:
        name = _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    except (OSError, subprocess.SubprocessError):
        raise RevisionError(f"revisi git '{revision}' tidak ditemukan") from None
    return name.decode("ascii", "replace").strip()


def files_at(folder: Path, revision: str) -> list[tuple[str, bytes]]:
    """Return name and content of a city's YAML files as they stood at a commit.

    The files on the disk are not touched. Raises RevisionError when git or the revision is
    not there, or what is there is beyond all measure, and AbsentError when the city's folder
    was not there yet.
    """
    commit = resolve(folder, revision)
    try:
        wanted = [entry for entry in _tree(folder, commit) if _is_city(entry[0])]
    except (OSError, ValueError, subprocess.SubprocessError):
        raise RevisionError(f"isi revisi '{revision}' tidak dapat dibaca") from None
    if not wanted:
        raise AbsentError(f"folder kota ini belum ada pada revisi '{revision}'")
    if len(wanted) > MOST_FILES or any(size > LARGEST for _, _, size in wanted):
        raise RevisionError(f"isi revisi '{revision}' terlalu besar")
    try:
        contents = _blobs(folder, [oid for _, oid, _ in wanted])
    except (OSError, ValueError, subprocess.SubprocessError):
        raise RevisionError(f"isi revisi '{revision}' tidak dapat dibaca") from None
    named = [opening.name_of(folder / name) for name, _, _ in wanted]
    return sorted(zip(named, contents, strict=True))


def beside_at(folder: Path, revision: str, wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """Return the content of files of a city's folder as they stood at a commit, by name.

    Those that were not there or are beyond all measure are left out. Raises RevisionError.
    """
    commit = resolve(folder, revision)
    try:
        found = [
            (n, oid) for n, oid, size in _tree(folder, commit) if wanted(n) and size <= LARGEST
        ]
        contents = _blobs(folder, [oid for _, oid in found])
    except (OSError, ValueError, subprocess.SubprocessError):
        raise RevisionError(f"isi revisi '{revision}' tidak dapat dibaca") from None
    return {name: content for (name, _), content in zip(found, contents, strict=True)}


def _tree(folder: Path, commit: str) -> list[tuple[str, str, int]]:
    """Return name below the folder, object and size of every regular file of a commit."""
    listed = _git(folder, "ls-tree", "-r", "-z", "-l", commit, ".")
    made = []
    for line in listed.split(b"\0")[:-1]:
        about, _, name = line.partition(b"\t")
        mode, kind, oid, size = about.split()
        if mode in _REGULAR and kind == b"blob":
            made.append((name.decode("utf-8", "replace"), oid.decode("ascii"), int(size)))
    return made


def _blobs(folder: Path, oids: list[str]) -> list[bytes]:
    out = _git(folder, "cat-file", "--batch", given="".join(f"{oid}\n" for oid in oids).encode())
    made, at = [], 0
    for _ in oids:
        end = out.index(b"\n", at)
        size = int(out[at:end].split()[2])
        made.append(out[end + 1 : end + 1 + size])
        at = end + 1 + size + 1
    return made


def _here(folder: Path, committed: dict[str, str]) -> bool:
    """Tell whether the files on the disk are those of the commit, no more and no less."""
    present = {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink()
    }
    ours = {name: path for name, path in present.items() if _shapes(name)}
    if ours.keys() != committed.keys():
        return False
    return all(_is_object(path.read_bytes(), committed[name]) for name, path in ours.items())


def _is_object(data: bytes, oid: str) -> bool:
    kind = hashlib.sha256 if len(oid) == hashlib.sha256().digest_size * 2 else hashlib.sha1
    unix = data.replace(b"\r\n", b"\n")
    return any(kind(b"blob %d\0%b" % (len(d), d)).hexdigest() == oid for d in (data, unix))


def _shapes(name: str) -> bool:
    """Tell whether a file of a city's folder shapes its documents."""
    return _is_city(name) or name.startswith("templates/")


def _is_city(name: str) -> bool:
    """Tell whether a name below a city's folder is read as the city's, as `files` has it."""
    *above, last = name.split("/")
    hidden = any(part.startswith(".") or part == files.EVIDENCE for part in above)
    return not hidden and not last.startswith(".") and last.lower().endswith(files.SUFFIXES)


def _git(folder: Path, *words: str, given: bytes | None = None) -> bytes:
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    command = ["git", "--no-optional-locks", "--no-replace-objects", "--no-pager", *settings]
    done = subprocess.run(  # noqa: S603  (our own words; git is found on the PATH)
        [*command, "-C", str(folder), *words],
        input=given,
        stdin=subprocess.DEVNULL if given is None else None,
        capture_output=True,
        timeout=_TIMEOUT,
        check=True,
        env={**os.environ, "GIT_ALLOW_PROTOCOL": _NO_PROTOCOL, "GIT_TERMINAL_PROMPT": "0"},
    )
    return done.stdout


def ignored(path: Path) -> bool | None:
    """Tell whether git leaves a path alone; None where it lies in no repository."""
    there = next(folder for folder in (path, *path.parents) if folder.is_dir())
    try:
        if _git(there, "rev-parse", "--is-inside-work-tree").strip() != b"true":
            return None
        _git(there, "check-ignore", "--quiet", "--", str(path.resolve()))
    except subprocess.CalledProcessError as fault:
        return False if fault.cmd and "check-ignore" in fault.cmd else None
    except (OSError, subprocess.SubprocessError):
        return None
    return True
