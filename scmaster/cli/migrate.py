"""`scmaster migrate`: files of an earlier format, with today's names in them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scmaster.cli import place

if TYPE_CHECKING:
    from scmaster.exchange.migrating import Done

City = Annotated[
    str | None, typer.Argument(metavar="KOTA", help="Hanya kota ini; bawaannya semua kota.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Perlihatkan saja; tidak menulis.")]
Yes = Annotated[bool, typer.Option("--yes", help="Tulis tanpa bertanya.")]


def migrate(city: City = None, dry_run: DryRun = False, yes: Yes = False) -> None:
    """Ganti nama isian yang lama dengan yang sekarang; komentar dan susunannya tetap.

    Tanpa nama kota, format di scmaster.yaml ikut diperbarui.
    """
    from scmaster import pipeline
    from scmaster.cli.adding import asks
    from scmaster.model.formats import CURRENT
    from scmaster.source.opening import name_of

    if not (dry_run or yes or asks()):
        place.stop("tidak ada terminal untuk bertanya; tambahkan --yes atau --dry-run.")
    workspace = place.find_workspace()
    folders = [place.find(name).folder for name in ([city] if city else place.slugs(workspace))]
    files: dict[Path, bytes] = {}
    for folder in folders:
        for path, (content, done) in _renamed(folder).items():
            files[path] = content
            for each in done:
                typer.echo(f"{name_of(path)}:{each.line}: '{each.old}' menjadi '{each.new}'")
    if city is None and folders:
        files |= _settings(workspace, changed=bool(files))
    if not files:
        typer.echo(f"Semua berkas sudah berformat {CURRENT}; tidak ada yang diubah.")
        return
    if dry_run or not (yes or typer.confirm(f"Tulis {len(files)} berkas?", default=False)):
        typer.echo(f"Tidak ditulis: {len(files)} berkas.")
        return
    for path, content in files.items():
        pipeline.write(path, content, settled=True)
    typer.echo(f"Ditulis: {', '.join(name_of(path) for path in files)}.")


def _renamed(folder: Path) -> "dict[Path, tuple[bytes, list[Done]]]":
    """Return the files of a city that change; stop over one that cannot be changed."""
    from scmaster.exchange.migrating import migrated
    from scmaster.exchange.wishes import NoPlaceError
    from scmaster.source import files

    made = {}
    for source in files.of_city(folder)[0]:
        data, _ = files.content(source)
        if data is None:
            place.stop(f"{source.name} tidak dapat dibaca; jalankan 'scmaster check' dahulu.")
        try:
            content, done = migrated(data)
        except NoPlaceError:
            place.stop(
                f"{source.name} tidak dapat diubah: ada yang tidak terbaca, atau satu isian dipakai"
                " bersama lewat jangkar YAML; jalankan 'scmaster check', lalu ubah sendiri."
            )
        if done:
            made[source.path] = (content, done)
    return made


def _settings(workspace: Path, *, changed: bool) -> dict[Path, bytes]:
    """Return the settings with today's format, where they do not say it and need to."""
    from scmaster.exchange.migrating import with_format
    from scmaster.exchange.wishes import NoPlaceError
    from scmaster.model.formats import CURRENT
    from scmaster.settings import NAME, format_of

    path, told = workspace / NAME, format_of(workspace)
    if told == CURRENT or (told is None and not changed):
        return {}
    if told is not None and told > CURRENT:
        place.stop(f"{path} berformat {told}; perbarui scmaster.")
    try:
        return {path: with_format(path.read_bytes() if path.exists() else b"")}
    except NoPlaceError:
        place.stop(f"{path} tidak dapat diubah; tulis 'format: {CURRENT}' di bawah 'settings'.")
