"""`scmaster verify`: whether a package still is what it was; no city is needed."""

from pathlib import Path
from typing import Annotated

import typer

from scmaster.cli import place

Package = Annotated[
    Path, typer.Argument(metavar="PAKET", help="Paket: berkas .zip atau foldernya.")
]
_SHOWN = 200


def verify(package: Package) -> None:
    """Periksa keutuhan paket: berkas yang berubah, hilang, asing, atau berganti nama."""
    from scmaster.evidence.bag_check import NotABagError
    from scmaster.packing import inspection
    from scmaster.source.opening import name_of

    if not package.exists():
        place.stop(f"{package} tidak ada.")
    try:
        verdict = inspection.verify(package)
    except NotABagError as fault:
        typer.echo(f"{package}: {fault}.")
        raise typer.Exit(1) from None
    problems = verdict.report.problems
    for name, message in problems[:_SHOWN]:
        typer.echo(f"{name_of(Path(name))}: {message}")
    if len(problems) > _SHOWN:
        typer.echo(f"dan {len(problems) - _SHOWN} lagi")
    whole = verdict.report.files
    if problems:
        typer.echo(
            f"Paket ini tidak utuh: {len(problems)} masalah; {whole} berkas sesuai sidiknya."
        )
        raise typer.Exit(1)
    typer.echo(f"Paket ini utuh: {whole} berkas sesuai sidiknya.")
    if not verdict.ours:
        typer.echo("Paket ini bukan buatan scmaster; yang diperiksa hanya sidik BagIt-nya.")
