"""`scmaster collect`: forms that came back from offices, into the city's YAML."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scmaster.cli import look, place, taking_in

if TYPE_CHECKING:
    from scmaster.assess.case import Case
    from scmaster.diagnostics import Diagnostic
    from scmaster.exchange.collecting import Collection
    from scmaster.exchange.taking import Handed, Step
    from scmaster.requests.form import Form

Files = Annotated[
    list[Path], typer.Argument(metavar="BERKAS", help="Formulir .xlsx yang sudah diisi.")
]
HEADINGS = ("Sel", "Catatan", "Semula", "Menjadi")
_LONGEST = 160
"""Letters of a value in the table."""


def collect(
    city: place.CityArgument,
    files: Files,
    yes: taking_in.Yes = False,
    dry_run: taking_in.DryRun = False,
) -> None:
    """Ambil isian formulir yang kembali dari perangkat daerah ke YAML kota.

    Hanya sel yang diubah pengisi yang diambil. Yang sudah berubah di data kota sejak formulir
    dibagikan dilaporkan dengan kedua nilainya dan tidak ditimpa. Baris YAML lain tidak berubah.
    """
    where, case = taking_in.ready(city, None, yes=yes, dry_run=dry_run)
    for file in files:
        if not file.is_file():
            place.stop(f"berkas '{file}' tidak ada.")
    bad = False
    for number, file in enumerate(files):
        if number:
            typer.echo()
            # read anew: the form before this one is in the city's files by now
            where, case = taking_in.ready(city, None, yes=yes, dry_run=dry_run)
        bad |= _one(where, case, file, yes=yes, dry_run=dry_run)
    if bad:
        raise typer.Exit(1)


def _one(where: place.Place, case: "Case", file: Path, *, yes: bool, dry_run: bool) -> bool:
    """Take one form; tell whether anything of it could not be taken."""
    from scmaster.exchange import collecting

    made = collecting.collected(file, case, where.folder, look.today().isoformat())
    taking_in.tell(made.found)
    bad = look.failed(made.found, strict=False)
    if made.form is None:
        return True
    typer.echo(_title(case, made.form, file))
    wrong = _judged(where, case, made)
    if wrong:
        taking_in.tell(wrong)
        typer.echo("Tidak ada yang ditulis dari formulir ini.", err=True)
        return True
    pending = made.files | collecting.ledger_file(where.folder, made)
    if made.files:
        _table(made.harvest.steps)
    elif pending:
        typer.echo("Isinya sudah sama dengan data kota; hanya dicatat sudah kembali.")
    else:
        typer.echo("Tidak ada yang berubah.")
    _handed(where, case, made.harvest.handed)
    if pending:
        bad |= not _written(pending, yes=yes, dry_run=dry_run)
    return bad


def _title(case: "Case", form: "Form", file: Path) -> str:
    from scmaster.assess.owners import opd_name
    from scmaster.model.city import Opd

    known = case.dossier.get(Opd, form.opd)
    return f"{file.name}: {opd_name(case.dossier, form.opd) if known else form.office}"


def _judged(where: place.Place, case: "Case", made: "Collection") -> "list[Diagnostic]":
    """Return what would be wrong with the city's files, said of the cells of the form."""
    from scmaster.exchange import blaming

    if not made.files or made.book is None or made.form is None:
        return []
    after = taking_in.judged(where, case, made.files)
    broken = [d for d in blaming.fresh(case.told, after.told) if d.code < taking_in.RECORDS]
    return blaming.blamed(made.book, made.files, made.harvest.steps, broken)


def _table(steps: "Sequence[Step]") -> None:
    """Show what changes: the cell, the record, what was there and what will be."""
    from rich.markup import escape
    from rich.table import Table

    console = look.console()
    shown = Table(title="Yang akan berubah", title_justify="left", title_style="bold")
    for heading, ratio in zip(HEADINGS, (3, 4, 4, 5), strict=True):
        shown.add_column(heading, ratio=ratio, overflow="fold")
    for step in steps:
        shown.add_row(*map(escape, _cells(step)))
    console.print()
    console.print(shown)


def _cells(step: "Step") -> list[str]:
    from scmaster.requests.showing import shown

    answer = step.answer
    cell = answer.where.removeprefix("lembar ").replace(", sel ", " ")
    old = "(baru)" if step.fresh else shown(answer.column, step.old) or "(kosong)"
    new = shown(answer.column, step.new) or "(dikosongkan)"
    return [cell, f"{step.record}: {answer.column.title}", _cut(old), _cut(new)]


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]} ..."


def _handed(where: place.Place, case: "Case", handed: "Sequence[Handed]") -> None:
    """Say how the files that a form names are to be filed."""
    import shlex

    from scmaster.model.evidence import Evidence

    lacking = []
    for each in handed:
        known = case.dossier.get(Evidence, each.record)
        if known is None or not known.file:
            lacking.append(each)
    if not lacking:
        return
    typer.echo("Berkas yang disebut di formulir ini; tambahkan setelah diterima:")
    for each in lacking:
        words = ["scmaster", "evidence", "add", where.slug, each.name]
        words += ["--record", each.record] if each.record else []
        typer.echo(f"    {shlex.join(words)}")


def _written(pending: dict[Path, bytes], *, yes: bool, dry_run: bool) -> bool:
    """Write the files once that is agreed on; tell whether nobody said no."""
    from scmaster import pipeline
    from scmaster.source.opening import name_of

    names = ", ".join(name_of(path) for path in pending)
    if dry_run:
        typer.echo(f"Percobaan: tidak ada yang ditulis. Akan berubah: {names}")
        return True
    if not yes:
        said = typer.prompt("Tulis perubahan ini? [y/T]", default="t", show_default=False)
        if str(said).strip().lower() not in {"y", "ya"}:
            typer.echo("Tidak ada yang ditulis dari formulir ini.")
            return False
    for path, content in pending.items():
        pipeline.write(path, content, settled=True)
    typer.echo(f"Ditulis: {names}")
    return True
