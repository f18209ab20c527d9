"""`scmaster dashboard --all`: many cities side by side, for a province or the ministry."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from scmaster.cli import look, place

if TYPE_CHECKING:
    from scmaster.assess.summary import Summary

OUT = Path("build", "dasbor")


def write(folder: str | None, out: Path | None) -> None:
    """Write the pages of every city of a folder; stop where there is none."""
    from scmaster import nation, posting

    cities, workspace = place.cities_of(folder)
    if not cities:
        place.stop(f"tidak ada satu pun folder kota di '{folder or place.CITIES}'.")
    on = look.today()
    every: list[Summary] = []
    for summary in nation.summaries(cities, workspace, on=on):
        every.append(summary)
        if look.watched():
            typer.echo(f"\r{len(every)} dari {len(cities)} daerah", nl=False, err=True)
    if look.watched():
        typer.echo(err=True)
    target = out or workspace / OUT
    try:
        posting.post(nation.dashboard(every, workspace, on=on), "", target)
    except OSError as error:
        reason = "izin ditolak" if isinstance(error, PermissionError) else "periksa foldernya"
        place.stop(f"tidak dapat menulis ke {target}: {reason}.")
    typer.echo(f"{target / 'index.html'}: {len(every)} daerah")
    _tell(every)


def _tell(every: "list[Summary]") -> None:
    """Say whose figures may be too low, and end with 1 if there is any."""
    wrong = [summary.slug for summary in every if summary.errors or not summary.name]
    if not wrong:
        return
    from scmaster.indonesian import listing

    typer.echo(f"Memuat galat atau tidak terbaca: {listing(wrong)}.", err=True)
    typer.echo(f"Perinciannya: scmaster check {wrong[0]}.", err=True)
    raise typer.Exit(1)
