"""`scmaster dashboard`: a site for the city's leaders, written to a folder or shown here."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from scmaster.cli import look, national, place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scmaster.assess.case import Case
    from scmaster.diagnostics import Diagnostic
    from scmaster.posting import Posted
    from scmaster.render import Artifact

PORT = 8765
INDEX = "index.html"

Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="FOLDER",
        help="Folder hasil; bawaannya build/KOTA/dasbor, dengan --all build/dasbor.",
        file_okay=False,
    ),
]
Serve = Annotated[
    bool,
    typer.Option("--serve", help="Tampilkan di komputer ini saja, dan perbarui saat data berubah."),
]
Port = Annotated[
    int, typer.Option("--port", metavar="NOMOR", min=0, max=65535, help="Porta untuk --serve.")
]
Draft = Annotated[
    bool, typer.Option("--draft", help="Tulis walau ada galat; setiap halaman dicap DRAF.")
]
CityOrFolder = Annotated[
    str | None,
    typer.Argument(
        metavar="KOTA", help="Nama folder kota; dengan --all folder berisi banyak kota."
    ),
]
All = Annotated[
    bool, typer.Option("--all", help="Sandingkan semua kota: untuk provinsi atau kementerian.")
]


class Asked(NamedTuple):
    """What the command line says."""

    where: place.Place
    city: str
    submission: str | None
    folder: Path
    draft: bool
    local: bool


class Shown(NamedTuple):
    """A dashboard that was made."""

    pages: "Sequence[Artifact]"
    posted: "Posted"
    diagnostics: "Sequence[Diagnostic]" = ()
    """A dashboard has no templates that anybody could get wrong."""


def dashboard(  # noqa: PLR0913, PLR0917  (one parameter an option)
    city: CityOrFolder = None,
    every: All = False,
    out: Out = None,
    submission: place.SubmissionOption = None,
    draft: Draft = False,
    serve: Serve = False,
    port: Port = PORT,
    local: place.LocalOption = False,
) -> None:
    """Susun dasbor pimpinan: halaman HTML yang dapat dibaca di ponsel dan dicetak.

    Isinya hanya yang boleh dibagikan: tanpa eviden tertutup dan tanpa data pribadi. Halaman di
    folder opd/ dapat dikirim satu per satu kepada perangkat daerahnya.
    """
    if every:
        if submission or draft or serve or local:
            place.stop("--all hanya dapat dipakai bersama --out.")
        national.write(city, out)
        return
    if city is None:
        place.stop("sebut kotanya, atau pakai --all untuk semua kota.")
    where = place.find(city)
    folder = out or where.workspace / "build" / where.slug / "dasbor"
    asked = Asked(where, city, submission, folder, draft, local)
    if serve:
        _serve(asked, port)
        return
    case, failed = _understood(asked)
    if failed and not draft:
        _refuse(case)
        raise typer.Exit(1)
    _told(_made(asked, case), folder)
    if failed:
        raise typer.Exit(1)


def _understood(asked: Asked) -> tuple["Case", bool]:
    case = place.case_of(asked.city, submission=asked.submission, local=asked.local)
    return case, look.failed(case.diagnostics, strict=False)


def _made(asked: Asked, case: "Case") -> Shown:
    """Compose, render and write the pages; stop where they cannot be made or written."""
    from scmaster import __version__, dashboard, posting
    from scmaster.documents import Imprint
    from scmaster.render import site
    from scmaster.source import git

    if reason := dashboard.lacks(case):
        place.stop(f"dasbor tidak dapat disusun: {reason}.")
    day = look.epoch()
    imprint = Imprint(
        __version__,
        git.commit_of(asked.where.folder),
        draft=asked.draft,
        date=day.isoformat() if day else "",
    )
    pages = site.write(dashboard.compose(case, imprint))
    try:
        return Shown(pages, posting.post(pages, asked.where.slug, asked.folder))
    except OSError as error:
        reason = "izin ditolak" if isinstance(error, PermissionError) else "periksa foldernya"
        place.stop(f"tidak dapat menulis ke {asked.folder}: {reason}.")


def _refuse(case: "Case") -> None:
    """Say what keeps the dashboard from being written."""
    from scmaster.diagnostics import Severity

    look.say([d for d in case.diagnostics if d.severity is Severity.ERROR], look.Format.TEXT)
    typer.echo("Dasbor tidak ditulis. Betulkan yang di atas, atau pakai --draft.", err=True)


def _told(made: Shown, folder: Path) -> None:
    """Print what was written, where to begin, and what went."""
    size = sum(len(page.content) for page in made.pages) / 1024
    typer.echo(f"Ditulis: {folder / INDEX}  ({len(made.pages)} halaman, {size:.0f} KB)")
    alone = [page.name for page in made.pages if page.name.startswith("opd/")]
    if alone:
        typer.echo(f"  untuk tiap perangkat daerah: {folder / 'opd'}/  ({len(alone)} berkas)")
    if made.posted.gone:
        typer.echo(f"Dihapus, karena tidak ada lagi: {len(made.posted.gone)} halaman.")
    for name in made.posted.kept:
        typer.echo(f"Tidak dihapus, karena diubah orang: {folder / name}")
    typer.echo(f"Sidik isi: {made.posted.digest}")


def _serve(asked: Asked, port: int) -> None:
    """Show the dashboard, and make it again after each change, until Ctrl-C."""
    from scmaster.cli.serving import HERE, Server
    from scmaster.cli.watching import Round, follow

    try:
        server = Server(port)
    except OSError:
        place.stop(f"porta {port} di {HERE} sedang dipakai; sebut --port yang lain.")

    def rebuild(_: bool) -> Round[Shown]:
        case, failed = _understood(asked)
        if failed and not asked.draft:
            return Round(case, None, ())
        made = _made(asked, case)
        server.show({page.name: page.content for page in made.pages}, made.posted.digest)
        return Round(case, made, made.posted.changed)

    def begun(first: Round[Shown]) -> None:
        if first.made is None:
            _refuse(first.case)
        else:
            _told(first.made, asked.folder)
        server.begin()
        typer.echo(f"Buka di peramban: {server.address}")

    try:
        follow(asked.where, rebuild, begun)
    finally:
        server.end()
