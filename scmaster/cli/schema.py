"""`scmaster schema`: what may stand in the files, for editors."""

from pathlib import Path
from typing import Annotated

import typer

from scmaster.cli import look, place

FOLDER = "schema"

Out = Annotated[
    Path | None,
    typer.Option(
        "--out", metavar="FOLDER", help="Folder hasil; bawaannya schema.", file_okay=False
    ),
]


def schema(out: Out = None) -> None:
    """Tulis skema JSON untuk editor, dengan id yang ada di ruang kerja ini."""
    workspace = place.find_workspace()
    folder = out or workspace / FOLDER
    for name, text in texts(workspace).items():
        put(folder / name, text)
        typer.echo(f"Ditulis: {folder / name}")


def texts(workspace: Path) -> dict[str, str]:
    """Return each schema of a workspace by the name of its file."""
    from scmaster import pipeline
    from scmaster import schema as schemas

    known, _ = pipeline.frameworks(workspace)
    dossiers = [
        pipeline.understand_city(
            workspace / place.CITIES / slug, workspace, on=look.today()
        ).dossier
        for slug in place.slugs(workspace)
    ]
    return schemas.written(schemas.known_ids(known, dossiers))


def below(workspace: Path) -> dict[str, str]:
    """Return each schema by the name that it has from the workspace."""
    return {f"{FOLDER}/{name}": text for name, text in texts(workspace).items()}


def put_beside(workspace: Path, files: dict[str, str]) -> None:
    """Write files into a workspace and say so; what is there stays as it is."""
    for name, text in files.items():
        path = workspace / name
        if path.exists() or path.is_symlink():
            typer.echo(f"Sudah ada, tidak diubah: {path}")
        else:
            put(path, text)
            typer.echo(f"Ditulis: {path}")


def put(path: Path, text: str) -> None:
    """Write a file whole; stop where that cannot be done."""
    from scmaster import pipeline

    try:
        pipeline.write(path, text.encode())
    except OSError as error:
        reason = "izin ditolak" if isinstance(error, PermissionError) else "periksa foldernya"
        place.stop(f"tidak dapat menulis {path}: {reason}.")
