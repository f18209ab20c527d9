"""`scmaster pack`: a submission with its documents and originals, as a bag that proves itself."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from scmaster.cli import look, place
from scmaster.cli.build import Numbers, PageNumbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scmaster.assess.case import Case
    from scmaster.evidence.store import Store
    from scmaster.packing.package import Package
    from scmaster.packing.selection import Selection

Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="BERKAS.zip|FOLDER",
        help="Tempat paket; bawaannya build/KOTA/ dengan nama kota dan pengajuan.",
    ),
]
Submission = Annotated[
    str, typer.Option("--submission", metavar="ID", help="Id pengajuan yang diserahkan.")
]
Draft = Annotated[
    bool,
    typer.Option(
        "--draft", help="Susun walau belum siap; nama, isi, dan halamannya bertanda DRAF."
    ),
]


def pack(
    city: place.CityArgument,
    submission: Submission,
    out: Out = None,
    draft: Draft = False,
    page_numbers: Numbers = PageNumbers.AUTO,
) -> None:
    """Susun paket serahan: dokumen, berkas eviden, dan daftarnya, dengan sidik setiap berkas."""
    from scmaster import pipeline
    from scmaster.packing import package
    from scmaster.packing.obstacles import obstacles
    from scmaster.packing.selection import select

    where = place.find(city)
    store = _store(where)
    case = _verified(place.case_of(city, submission=submission), store)
    home = package.Home(where.folder, where.workspace, store)
    selection = select(case)
    hindered = list(obstacles(case, selection))
    if hindered and not draft:
        _refuse(case, hindered)
    if look.watched():
        typer.echo("Menyusun dokumen dan paketnya …", err=True)
    made = package.prepare(
        case,
        selection,
        home,
        pipeline.Order(
            documents=package.papers_of(home),
            draft=draft,
            date=day.isoformat() if (day := look.epoch()) else "",
            paginate=page_numbers is PageNumbers.AUTO,
            narrowed=True,
        ),
    )
    if made.diagnostics:
        look.say(made.diagnostics, look.Format.TEXT)
    if look.failed(made.diagnostics, strict=False) and not draft:
        _refuse(case, ["ada galat pada templat; lihat di atas"])
    target = out or where.workspace / "build" / where.slug / f"{made.root}.zip"
    new = _write(made, target)
    _told(made, selection, target, new=new)
    if hindered:
        typer.echo("\nBelum siap diserahkan:")
        _list(hindered)
    if look.failed([*case.diagnostics, *made.diagnostics], strict=False):
        raise typer.Exit(1)


def _store(where: place.Place) -> "Store":
    from scmaster.evidence import holdings

    store, found = holdings.store_of(where.folder, where.workspace)
    if look.failed(found, strict=False):
        look.say(found, look.Format.TEXT)
        raise typer.Exit(1)
    return store


def _verified(case: "Case", store: "Store") -> "Case":
    """Return the case with every original read through, where they are on this machine."""
    from dataclasses import replace

    from scmaster import pipeline
    from scmaster.assess.case import weighed
    from scmaster.cli.evidence import remember
    from scmaster.evidence import survey
    from scmaster.evidence.digests import Digests

    if not store.here:
        return case
    digests = Digests(store)
    held = survey.verify(case.dossier, digests, case.originals)
    remember(digests)
    return pipeline.checked(weighed(replace(case, originals=held)))


def _refuse(case: "Case", hindered: "Sequence[str]") -> NoReturn:
    """Say what stands in the way, and end with exit code 1."""
    from scmaster.diagnostics import Severity

    errors = [d for d in case.diagnostics if d.severity is Severity.ERROR]
    if errors:
        look.say(errors, look.Format.TEXT)
    typer.echo("Paket tidak disusun, karena:")
    _list(hindered)
    typer.echo("Selesaikan yang di atas, atau pakai --draft.", err=True)
    raise typer.Exit(1)


def _write(made: "Package", target: Path) -> bool:
    from scmaster.evidence.bag import OtherContentError
    from scmaster.evidence.store import BadNameError
    from scmaster.packing import package, writing

    try:
        return package.write(made, target)
    except writing.TakenError:
        place.stop(
            f"{target} sudah ada dan isinya lain; pindahkan dulu, atau sebut --out yang lain."
        )
    except (OtherContentError, BadNameError) as fault:
        typer.echo(f"Paket tidak disusun: {fault} berubah selagi dibaca.", err=True)
        raise typer.Exit(1) from None
    except OSError as error:
        reason = "izin ditolak" if isinstance(error, PermissionError) else "periksa foldernya"
        place.stop(f"tidak dapat menulis {target}: {reason}.")


def _told(made: "Package", selection: "Selection", target: Path, *, new: bool) -> None:
    """Print what was written, and what is not in it."""
    from scmaster.packing.listing import size_words

    files = {inside.name for inside in selection.inside.values()}
    size = size_words(sum(stamp.size for stamp in made.stamps.values()))
    typer.echo(f"{'Ditulis' if new else 'Sudah ada, dan sama'}: {target}")
    typer.echo(f"  {len(made.papers)} dokumen, {len(files)} berkas eviden, {size}")
    if selection.outside:
        typer.echo("Eviden yang tidak disertakan:")
    for outside in selection.outside.values():
        typer.echo(f"  {outside.evidence}: {outside.reason}")
    for name, reason in made.left_out:
        typer.echo(f"Tidak dibuat: {name}: {reason}")
    typer.echo(f"Periksa kapan saja: scmaster verify {target}")


def _list(lines: "Sequence[str]") -> None:
    for line in lines:
        typer.echo(f"  - {line}")
