"""`scmaster collect`: forms that came back from offices, into the city's YAML."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from scmaster.cli import look, place, taking_in

if TYPE_CHECKING:
    from scmaster.assess.case import Case
    from scmaster.diagnostics import Diagnostic
    from scmaster.exchange.collecting import Collection
    from scmaster.exchange.harvests import Handed, Step
    from scmaster.requests.form import Form

Files = Annotated[
    list[Path], typer.Argument(metavar="BERKAS", help="Formulir .xlsx yang sudah diisi.")
]
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
        told = _one(where, case, file, yes=yes, dry_run=dry_run)
        bad |= told.bad
        if told.written and number < len(files) - 1:  # what stands there by now
            where, case = taking_in.ready(city, None, yes=yes, dry_run=dry_run)
    if bad:
        raise typer.Exit(1)


class _Told(NamedTuple):
    """What became of one form."""

    bad: bool
    """Whether anything of it could not be taken."""
    written: bool = False


def _one(where: place.Place, case: "Case", file: Path, *, yes: bool, dry_run: bool) -> _Told:
    """Take one form."""
    from scmaster.exchange import collecting

    made = collecting.collected(file, case, where.folder, look.today().isoformat())
    taking_in.tell(made.found)
    bad = look.failed(made.found, strict=False)
    if made.form is None:
        return _Told(bad=True)
    typer.echo(_title(case, made.form, file))
    wrong = _judged(where, case, made)
    if wrong:
        taking_in.tell(wrong)
        typer.echo("Tidak ada yang ditulis dari formulir ini.", err=True)
        return _Told(bad=True)
    pending = made.files | collecting.ledger_file(where.folder, made)
    if made.files:
        _table(made.harvest.steps)
    elif pending:
        typer.echo("Isinya sudah sama dengan data kota; hanya dicatat sudah kembali.")
    else:
        typer.echo("Tidak ada yang berubah.")
    _handed(where, case, made.harvest.handed)
    written = bool(pending) and _written(pending, yes=yes, dry_run=dry_run)
    return _Told(bad, written)


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
    """Show what changes, record by record: the cell, what was there and what will be."""
    from itertools import groupby

    from rich.markup import escape
    from rich.table import Table

    console = look.console()
    for (sheet, record), group in groupby(steps, key=lambda s: (_sheet(s), s.record)):
        rows = list(group)
        new = " (catatan baru)" if isinstance(rows[0].change, _new()) else ""
        console.print(f"\n[bold]{escape(sheet)}[/]: {escape(record)}{new}")
        shown = Table(box=None, show_header=False, padding=(0, 1, 0, 0), expand=True)
        shown.add_column(width=5, justify="right")
        for ratio in (4, 5, 6):
            shown.add_column(ratio=ratio, overflow="fold")
        for step in rows:
            shown.add_row(*map(escape, _cells(step)))
        console.print(shown)
    console.print()


def _new() -> type:
    from scmaster.exchange.editing import New

    return New


def _sheet(step: "Step") -> str:
    return step.answer.where.removeprefix("lembar ").rpartition(", sel ")[0]


def _cells(step: "Step") -> list[str]:
    """Return the cell, its title, what was there, and what will be."""
    from scmaster.requests.showing import shown

    answer = step.answer
    old = "" if step.fresh else _cut(shown(answer.column, step.old)) or "(kosong)"
    new = _cut(shown(answer.column, step.new)) or "(dikosongkan)"
    return [answer.where.rpartition(" ")[2], answer.column.title, old, f"-> {new}"]


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
    """Write the files once that is agreed on; tell whether they were written."""
    from scmaster import pipeline
    from scmaster.source.opening import name_of

    names = ", ".join(name_of(path) for path in pending)
    if dry_run:
        _wrapped(f"Percobaan: tidak ada yang ditulis. Akan berubah: {names}")
        return False
    if not yes:
        said = typer.prompt("Tulis perubahan ini? [y/T]", default="t", show_default=False)
        if str(said).strip().lower() not in {"y", "ya"}:
            typer.echo("Tidak ada yang ditulis dari formulir ini.")
            return False
    for path, content in pending.items():
        pipeline.write(path, content, settled=True)
    _wrapped(f"Ditulis: {names}")
    return True


def _wrapped(text: str) -> None:
    from textwrap import wrap

    for line in wrap(text, look.width(), break_long_words=False, break_on_hyphens=False):
        typer.echo(line)
