"""`scmaster new`: the files of a new city, with what an editor needs; nothing is overwritten."""

import re
import shutil
import tempfile
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from scmaster.cli import place, schema

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST = 60
REGION = re.compile(r"[0-9]{2}\.[0-9]{2}")


class Kind(StrEnum):
    """What a city is."""

    KOTA = "kota"
    KABUPATEN = "kabupaten"


Slug = Annotated[
    str, typer.Argument(metavar="KOTA", help="Nama folder: huruf kecil, angka, tanda hubung.")
]
Name = Annotated[str, typer.Option("--name", metavar="NAMA", help="Nama resmi: Kota Bontang.")]
Province = Annotated[str, typer.Option("--province", metavar="PROVINSI", help="Nama provinsi.")]
Code = Annotated[
    str, typer.Option("--code", metavar="KODE", help="Kode wilayah Kemendagri: 64.74.")
]
Which = Annotated[
    Kind | None, typer.Option("--kind", help="Bawaannya menurut kata pertama nama resmi.")
]


def new(slug: Slug, name: Name, province: Province, code: Code, kind: Which = None) -> None:
    """Buat folder kota baru dengan berkas-berkas berpenjelasan; tidak menimpa apa pun."""
    from scmaster.skeleton.city import Identity, files
    from scmaster.skeleton.workspace import beside

    _judge(slug, name, province, code)
    first = name.split()[0].casefold()
    kind = kind or next((each for each in Kind if each.value == first), Kind.KOTA)
    workspace = place.find_workspace()
    folder = workspace / place.CITIES / slug
    if folder.exists() or folder.is_symlink():
        place.stop(f"{folder} sudah ada; tidak ada yang ditulis.")
    about = Identity(slug, name.strip(), kind.value, province.strip(), code)
    _make(folder, files(about))
    typer.echo(f"Ditulis: {folder}")
    schema.put_beside(workspace, beside() | schema.below(workspace))
    typer.echo(f"\nIsi berkasnya, lalu: scmaster check {slug}")


def _judge(slug: str, name: str, province: str, code: str) -> None:
    """Stop over what could not stand in the files."""
    if not SLUG.fullmatch(slug) or len(slug) > LONGEST:
        place.stop(
            f"'{slug}' bukan nama folder yang sah; pakai huruf kecil, angka, dan tanda hubung."
        )
    for option, said in (("--name", name), ("--province", province)):
        if not said.strip() or not said.isprintable():
            place.stop(f"isi {option} tidak dapat dipakai.")
    if not REGION.fullmatch(code):
        place.stop(f"'{code}' bukan kode wilayah Kemendagri, misalnya 64.71.")


def _make(folder: Path, files: dict[str, str]) -> None:
    """Write all files of a folder or none: beside its place first, then moved there."""
    beside = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
        for name, text in files.items():
            (beside / name).write_text(text, "utf-8", newline="\n")
        beside.chmod(0o755)
        beside.rename(folder)
    except OSError as error:
        if beside is not None:
            shutil.rmtree(beside, ignore_errors=True)
        reason = "izin ditolak" if isinstance(error, PermissionError) else "periksa foldernya"
        place.stop(f"tidak dapat menulis {folder}: {reason}.")
