"""`scmaster template`: judge templates without a city's data, and bring ours into reach."""

from difflib import get_close_matches
from typing import Annotated, NoReturn

import typer

from scmaster.cli import look, place, reporting
from scmaster.cli.wording import Command, Group

app = typer.Typer(
    cls=Group,
    help="Periksa templat dokumen, atau salin yang bawaan untuk diubah.",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["--help", "-h"]},
)

City = Annotated[
    str | None,
    typer.Argument(
        metavar="KOTA",
        help="Kota yang templatnya diperiksa; tanpa argumen: ruang kerja dan semua kota.",
    ),
]
Only = Annotated[
    list[str] | None,
    typer.Option("--document", metavar="DOKUMEN", help="Hanya templat dokumen ini; boleh diulang."),
]
Name = Annotated[
    str,
    typer.Argument(
        metavar="TEMPLAT", help="Nama dokumen di scmaster list, atau acuan, atau surat."
    ),
]
Into = Annotated[
    str | None,
    typer.Option("--city", metavar="KOTA", help="Salin untuk kota ini saja, bukan semua kota."),
]


@app.command("check", cls=Command)
def check(
    city: City = None,
    document: Only = None,
    form: reporting.FormOption = None,
    output: reporting.OutputOption = None,
    strict: look.StrictOption = False,
) -> None:
    """Periksa templat dan acuan tanpa data kota; tidak menulis apa pun."""
    from scmaster import documents, templates

    for slug in document or []:
        if slug not in documents.slugs():
            _unknown(f"tidak ada dokumen '{slug}'", slug, documents.slugs())
    if city is None:
        workspace = place.find_workspace()
        cities = [workspace / place.CITIES / slug for slug in place.slugs(workspace)]
    else:
        found = place.find(city)
        workspace, cities = found.workspace, [found.folder]
    said = templates.check(workspace, cities, document)
    form = reporting.chosen(form)
    if form is reporting.Form.TEXT and output is None:
        _seen(templates.own(workspace, cities), len(document or documents.slugs()))
    reporting.deliver(reporting.known(said, None, form), form, output, strict=strict)
    if look.failed(said, strict=strict):
        raise typer.Exit(1)


@app.command("copy", cls=Command)
def copy(name: Name, city: Into = None) -> None:
    """Salin templat bawaan ke ruang kerja (atau kota) agar dapat diubah."""
    from scmaster import pipeline, templates

    if name not in templates.names():
        _unknown(f"tidak ada templat '{name}'", name, templates.names())
    where = place.find(city) if city else None
    home = where.folder if where else place.find_workspace()
    folder = home / templates.FOLDER
    if folder.resolve() != home.resolve() / templates.FOLDER:
        place.stop(f"{folder} adalah tautan; templat disalin ke folder sungguhan saja.")
    files = templates.ours(name)
    for file in files:
        if (folder / file).is_symlink() or (folder / file).exists():
            place.stop(f"{folder / file} sudah ada dan tidak ditimpa; ubah di sana.")
    try:
        for file, content in files.items():
            pipeline.write(folder / file, content)
    except OSError as error:
        reason = "izin ditolak" if isinstance(error, PermissionError) else "periksa foldernya"
        place.stop(f"tidak dapat menulis ke {folder}: {reason}.")
    typer.echo("Disalin:")
    for file in files:
        typer.echo(f"  {folder / file}")
    typer.echo(_advice(where.slug if where else None, name))


def _advice(city: str | None, name: str) -> str:
    """Say what to do with a copy."""
    from textwrap import fill

    from scmaster import templates

    tool, keep = "dengan penyunting teks", ""
    if name in templates.REFERENCES:
        tool, keep = "dengan Word", " Paragraf [[ISI]] dan nama gayanya harus tetap ada."
    elif name in templates.DECKS:
        tool = "dengan PowerPoint, di View, Slide Master"
        keep = " Nama tata letak dan nama kotaknya harus tetap ada."
    whose = f"kota {city}" if city else "semua kota di ruang kerja ini"
    said = (
        f"Berlaku untuk {whose}. Ubah {tool}.{keep}",
        f"Lalu periksa: scmaster template check{f' {city}' if city else ''}",
        "Kembali ke bawaan: hapus salinannya.",
    )
    return "\n".join(fill(line, look.width()) for line in said)


def _seen(own: list[str], count: int) -> None:
    """Say what was looked at, and whose own folders win."""
    whose = f"; yang diubah di {', '.join(own)}" if own else "; semuanya bawaan"
    typer.echo(f"Diperiksa: templat {count} dokumen{whose}.\n")


def _unknown(message: str, name: str, known: list[str]) -> NoReturn:
    close = get_close_matches(name, known, n=1)
    hint = f"Maksudnya '{close[0]}'?" if close else f"Yang ada: {', '.join(known)}."
    place.stop(f"{message}. {hint}")
