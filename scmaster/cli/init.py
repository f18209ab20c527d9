"""`scmaster init`: a city's own repository; nothing that is there is overwritten."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from scmaster.cli import place, schema


class Ci(StrEnum):
    """Where pull requests are checked: skeleton.workspace.CI, not imported to say --help."""

    GITHUB = "github"
    GITLAB = "gitlab"
    NONE = "none"


Folder = Annotated[
    Path,
    typer.Argument(metavar="[FOLDER]", help="Folder ruang kerja; bawaannya folder ini."),
]
Where = Annotated[
    Ci, typer.Option("--ci", help="Tempat usulan perubahan diperiksa: github, gitlab, atau none.")
]


def init(folder: Folder = Path(), ci: Where = Ci.GITHUB) -> None:
    """Siapkan ruang kerja: setelan, folder kota, pemeriksaan otomatis, dan setelan editor."""
    from scmaster.skeleton import workspace

    if folder.exists() and not folder.is_dir():
        place.stop(f"'{folder}' bukan folder.")
    try:
        (folder / place.CITIES).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = "izin ditolak" if isinstance(error, PermissionError) else "periksa foldernya"
        place.stop(f"tidak dapat membuat {folder / place.CITIES}: {reason}.")
    schema.put_beside(folder, workspace.files(ci.value) | schema.below(folder))
    typer.echo("\nBuat kotanya (lihat README.md), lalu: scmaster check")
    if not any(
        (above / ".git").exists() for above in [folder.resolve(), *folder.resolve().parents]
    ):
        typer.echo("Folder ini belum dicatat di git: git init")
