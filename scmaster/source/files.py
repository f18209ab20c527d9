"""Find what a city has written, and take its bytes without trusting what is there."""

import os
from dataclasses import dataclass
from pathlib import Path

from scmaster.diagnostics import Diagnostic, Severity, Span
from scmaster.source.decoding import LARGEST, too_large
from scmaster.source.opening import name_of, reason, start_of

SUFFIXES = (".yaml", ".yml")
HIDDEN_TXT = tuple(f"{suffix}.txt" for suffix in SUFFIXES)
"""What Notepad makes of a name, and Windows does not show."""
NOTHING = "SCM016"
"""The code of a folder without a single file of ours."""

EVIDENCE = "files"
"""The folder of documents; what lies there is evidence, even when it is YAML."""
TEMPLATES = "templates"
"""The folder, directly in a city's, of its own templates; what lies there is no record."""


@dataclass(frozen=True)
class SourceFile:
    """A YAML file of a city: what people call it, and where it really is."""

    name: str
    path: Path


def of_city(folder: Path) -> tuple[list[SourceFile], list[Diagnostic]]:
    """Return every YAML file under the folder, in a stable order.

    How a city splits its files is the city's choice: one file, one a pillar, or one
    an OPD so that thirty people can work without meeting in the same file.
    """
    search = _Search(folder)
    search.walk()
    if not search.files and not search.found:
        message = "folder ini tidak berisi satu pun berkas .yaml"
        hint = "periksa nama folder, atau mulai dengan 'scmaster new'"
        search.say(NOTHING, folder, message, hint)
    files = [SourceFile(name_of(path), real) for real, path in search.files.items()]
    return sorted(files, key=lambda file: file.name), search.found


def content(source: SourceFile) -> tuple[bytes | None, list[Diagnostic]]:
    """Take the bytes of a file, or say why they cannot be had; never more than allowed."""
    try:
        data = start_of(source.path, LARGEST + 1)
    except (OSError, ValueError) as error:
        return None, [_unreadable(source.name, reason(error))]
    if len(data) > LARGEST:
        return None, [too_large(source.name)]
    return data, []


class _Search:
    """A walk through a folder that leaves neither the folder nor a trace."""

    def __init__(self, folder: Path) -> None:
        self.files: dict[Path, Path] = {}
        """By the real place of a file, so that a link to it does not count again."""
        self.found: list[Diagnostic] = []
        self._folder = folder

    def walk(self) -> None:
        """Look into every folder once; without recursion, as deep as there are folders."""
        try:
            self._root = self._folder.resolve(strict=True)
        except (OSError, ValueError, RuntimeError) as error:
            self.say("SCM009", self._folder, reason(error), "periksa nama foldernya")
            return
        todo = [self._folder]
        while todo:
            folder = todo.pop()
            try:
                with os.scandir(folder) as entries:
                    names = sorted(entries, key=lambda entry: entry.name)
            except OSError as error:
                self.say("SCM009", folder, reason(error), "periksa izin foldernya")
                continue
            for entry in names:
                self._entry(entry, folder / entry.name, todo)

    def _entry(self, entry: os.DirEntry[str], path: Path, todo: list[Path]) -> None:
        if entry.name.startswith("."):
            return
        wanted = entry.name.lower().endswith(SUFFIXES)
        if entry.is_symlink():
            self._link(path, wanted=wanted)
        elif entry.is_dir(follow_symlinks=False):
            if wanted:
                self.say("SCM009", path, "ini folder, bukan berkas", "ganti nama foldernya")
            elif entry.name != EVIDENCE and path != self._folder / TEMPLATES:
                todo.append(path)
        elif entry.name.lower().endswith(HIDDEN_TXT):
            message = "nama berkas ini berakhiran .txt, sehingga tidak dibaca"
            self.say("SCM017", path, message, f"ganti namanya menjadi '{path.stem}'")
        elif wanted:
            self.files[self._root / path.relative_to(self._folder)] = path

    def _link(self, path: Path, *, wanted: bool) -> None:
        """Take a link to a file inside; one to a folder inside leads to nothing new."""
        try:
            real = path.resolve(strict=True)
            is_folder = real.is_dir()
        except (OSError, ValueError, RuntimeError) as error:
            if wanted:
                self.say("SCM009", path, reason(error), "perbaiki atau hapus tautan ini")
            return
        if path.name == EVIDENCE or not (wanted or is_folder):
            return
        if not real.is_relative_to(self._root):
            message = "tautan ini menuju ke luar folder kota, sehingga tidak dibaca"
            self.say("SCM015", path, message, "salin isinya ke dalam folder kota")
        elif not is_folder:
            self.files.setdefault(real, path)

    def say(self, code: str, path: Path, message: str, hint: str) -> None:
        """Keep one thing to say about a path; files have no better place than their start."""
        span = Span(name_of(path), 1, 1)
        self.found.append(Diagnostic(code, Severity.ERROR, span, message, hint))


def _unreadable(name: str, reason: str) -> Diagnostic:
    hint = "periksa apakah berkas masih ada, dapat dibuka, dan tidak sedang dipakai"
    return Diagnostic("SCM009", Severity.ERROR, Span(name, 1, 1), reason, hint)
