"""What commands share that take a spreadsheet into a city's YAML: judged first, then agreed on."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scmaster.cli import look, place

if TYPE_CHECKING:
    from scmaster.assess.case import Case
    from scmaster.diagnostics import Diagnostic
    from scmaster.exchange.editing import Change
    from scmaster.exchange.workbook import Workbook

Yes = Annotated[bool, typer.Option("--yes", help="Tulis tanpa bertanya.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Perlihatkan saja; tidak menulis.")]
Update = Annotated[
    bool, typer.Option("--update", help="Ganti yang sudah tercatat berbeda dengan isi berkas.")
]
RECORDS = "SCM3"
"""Codes below are of files, fields and references: a city with these cannot be read whole."""


def ready(
    city: str, submission: str | None, *, yes: bool, dry_run: bool
) -> tuple[place.Place, "Case"]:
    """Return a city whose every record could be read; stop where nobody can be asked."""
    from scmaster.cli.adding import asks
    from scmaster.diagnostics import Severity

    if not (yes or dry_run or asks()):
        place.stop("tidak ada terminal untuk bertanya; tambahkan --yes atau --dry-run.")
    where, case = place.find(city), place.case_of(city, submission=submission)
    errors = [d for d in case.told if d.severity is Severity.ERROR and d.code < RECORDS]
    if errors:
        look.say(errors, look.Format.TEXT)
        raise typer.Exit(1)
    if case.submission is None:
        place.stop("kota ini belum punya pengajuan; tulis dahulu di bagian 'submissions'.")
    return where, case


def opened(file: Path) -> "Workbook":
    """Return what a spreadsheet holds; end with exit code 1 where it is refused."""
    from scmaster.exchange import workbook

    if not file.is_file():
        place.stop(f"berkas '{file}' tidak ada.")
    book, found = workbook.opened(file)
    tell(found)
    if book is None:
        raise typer.Exit(1)
    return book


def tell(found: Sequence["Diagnostic"]) -> None:
    """Print findings without the lines they are about: those may name persons, or are not there."""
    from scmaster.report import text

    if found:
        shown = text.Look(look.width(), look.colour())
        typer.echo(text.report(found, lambda _: ("", 1), shown) + "\n")


def made(
    where: place.Place, case: "Case", changes: Iterable["Change"], home: Path | None = None
) -> dict[Path, bytes]:
    """Return the city's files with the changes in them."""
    from scmaster.exchange.changing import changed
    from scmaster.exchange.editing import NoPlaceError

    try:
        return changed(case, where.folder, changes, home=home)
    except NoPlaceError as fault:
        return place.stop(f"tidak dapat ditulis ke {fault}; susunan berkasnya tidak lazim.")


def judged(where: place.Place, case: "Case", files: Mapping[Path, bytes]) -> "Case":
    """Return the case as it would be with the files written."""
    from scmaster import pipeline

    identity = case.submission.id if case.submission else None
    return pipeline.understand_city(
        where.folder, where.workspace, on=look.today(), submission=identity, instead=files
    )


def new_findings(before: "Case", after: "Case") -> list["Diagnostic"]:
    """Return what is said of a city after a change and was not said before."""
    known = {(said.code, said.message) for said in before.diagnostics}
    return [said for said in after.diagnostics if (said.code, said.message) not in known]


def refuse_broken(found: Sequence["Diagnostic"]) -> None:
    """End with exit code 1 where what would be written could not be read."""
    from scmaster.diagnostics import Severity

    broken = [d for d in found if d.severity is Severity.ERROR and d.code < RECORDS]
    if broken:
        tell(broken)
        typer.echo("Tidak ada yang ditulis.", err=True)
        raise typer.Exit(1)


def finish(files: Mapping[Path, bytes], *, yes: bool, dry_run: bool) -> None:
    """Write the files, once that is agreed on."""
    from scmaster import pipeline
    from scmaster.source.opening import name_of

    names = ", ".join(name_of(path) for path in files)
    if dry_run:
        typer.echo(f"Percobaan: tidak ada yang ditulis. Akan berubah: {names}")
        return
    if not yes:
        said = typer.prompt(f"Tulis ke {names}? [y/T]", default="t", show_default=False)
        if str(said).strip().lower() not in {"y", "ya"}:
            typer.echo("Tidak ada yang ditulis.")
            raise typer.Exit(1)
    for path, content in files.items():
        pipeline.write(path, content, settled=True)
    typer.echo(f"Ditulis: {names}")
