"""The folder of a city's evidence files: names that stay inside, and what lies there."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path, PurePosixPath

from scmaster.source.opening import IrregularError

OWN = ".scmaster"
"""The folder, in that of the evidence files, of what we remember about them."""


class BadNameError(ValueError):
    """Says in Indonesian why a name is not that of an evidence file."""


@dataclass(frozen=True)
class Store:
    """Where a city's evidence files lie."""

    folder: Path

    @property
    def here(self) -> bool:
        """Whether the folder is on this machine."""
        return self.folder.is_dir()

    def path(self, name: str) -> Path:
        """Return the place of a file; raise BadNameError over a name that leads elsewhere."""
        parts = PurePosixPath(name).parts
        if not parts or "\\" in name or "\0" in name:
            raise BadNameError(f"'{name}' bukan nama berkas")
        if name.startswith("/") or ".." in parts or ":" in parts[0]:
            raise BadNameError(f"'{name}' menuju ke luar folder eviden")
        if any(part.startswith(".") for part in parts):
            raise BadNameError(f"'{name}' adalah berkas tersembunyi")
        return self.folder.joinpath(*parts)

    @contextmanager
    def opened(self, name: str) -> Iterator[BufferedReader]:
        """Open a file for reading.

        Raises BadNameError over a name or a link that leads out of the folder, IrregularError
        over a pipe or a device, OSError where it cannot be read.
        """
        real = self.path(name).resolve(strict=True)
        if not real.is_relative_to(self.folder.resolve()):
            raise BadNameError(f"'{name}' menuju ke luar folder eviden")
        flags = os.O_RDONLY  # opening a pipe would wait for its writer; O_NONBLOCK does not
        for flag in ("O_NONBLOCK", "O_NOFOLLOW", "O_BINARY", "O_CLOEXEC"):
            flags |= getattr(os, flag, 0)
        with open(os.open(real, flags), "rb") as file:  # noqa: PTH123  (a descriptor)
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise IrregularError
            yield file

    def names(self) -> list[str]:
        """Return the name of every plain file below the folder, sorted; no link is followed."""
        found: list[str] = []
        todo = [""]
        while todo:
            above = todo.pop()
            with os.scandir(self.folder / above) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        todo.append(f"{above}{entry.name}/")
                    elif entry.is_file(follow_symlinks=False):
                        found.append(above + entry.name)
        return sorted(found)
