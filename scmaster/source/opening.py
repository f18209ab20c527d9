"""Open a file that is not trusted, name it as people do, say why it cannot be had."""

import os
import stat
from pathlib import Path


class IrregularError(OSError):
    """A pipe, a device, a folder: something that is no file to be read to its end."""


def start_of(path: Path, size: int) -> bytes:
    """Return at most `size` bytes of a file whose links have been resolved.

    Raises OSError or ValueError where it cannot be read, IrregularError where it is no file.
    """
    # Opening a pipe would wait for its writer, for ever; O_NONBLOCK does not.
    # A link was resolved when it was found: one that is here now is new.
    flags = os.O_RDONLY
    for flag in ("O_NONBLOCK", "O_NOFOLLOW", "O_BINARY", "O_CLOEXEC"):
        flags |= getattr(os, flag, 0)
    with open(os.open(path, flags), "rb") as file:  # noqa: PTH123  (a descriptor)
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise IrregularError
        return file.read(size)


def name_of(path: Path) -> str:
    """Name a file as people would: from where they stand, with forward slashes."""
    if path.is_absolute() and path.is_relative_to(cwd := Path.cwd()):
        path = path.relative_to(cwd)
    name = path.as_posix()
    return "".join(c if c.isprintable() else "\ufffd" for c in name)


def reason(error: Exception) -> str:
    """Say why a file or a folder cannot be had (Indonesian)."""
    if isinstance(error, IrregularError):
        return "ini bukan berkas biasa"
    if isinstance(error, FileNotFoundError):
        return "tidak ditemukan"
    if isinstance(error, NotADirectoryError):
        return "ini bukan folder"
    if isinstance(error, PermissionError):
        return "tidak boleh dibuka (izin ditolak)"
    return "tidak dapat dibaca"
