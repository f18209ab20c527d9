"""`scmaster results`: a form for what assessors gave, and its scores into the city's YAML."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scmaster.cli import look, place, taking_in
from scmaster.cli.wording import Command, Group

if TYPE_CHECKING:
    from scmaster.assess.case import Case
    from scmaster.diagnostics import Diagnostic, Span
    from scmaster.exchange.answers import Answer
    from scmaster.exchange.results_reading import Given
    from scmaster.exchange.results_record import Taken

app = typer.Typer(
    cls=Group,
    help="Hasil dari asesor: formulir nilai dan rekomendasi, dan isinya ke YAML kota.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
REFUSED = frozenset({"SCM510", "SCM512", "SCM526", "SCM532"})
"""Rules on results that a copied figure breaks: then nothing is written."""
COUNTED = {
    "final": "isian nilai akhir",
    "dimensions": "nilai dimensi",
    "questions": "nilai soal",
    "strengths": "kekuatan",
    "weaknesses": "kelemahan",
    "recommendations": "rekomendasi",
}
File = Annotated[Path, typer.Argument(metavar="BERKAS", help="Formulir hasil yang sudah diisi.")]
Out = Annotated[
    Path | None, typer.Option("--out", metavar="BERKAS", help="Berkas .xlsx yang ditulis.")
]
Assessors = Annotated[
    int, typer.Option("--assessors", metavar="ANGKA", min=1, max=20, help="Banyak asesor.")
]


@app.command("form", cls=Command)
def form(
    city: place.CityArgument,
    submission: place.SubmissionOption = None,
    assessors: Assessors = 5,
    out: Out = None,
) -> None:
    """Buat formulir untuk menyalin hasil evaluasi dari surat atau laporan kementerian.

    Tanpa --out, formulirnya ditulis ke build/KOTA/hasil-PENGAJUAN.xlsx.
    """
    from scmaster import pipeline
    from scmaster.render import questionnaire
    from scmaster.requests.results_form import results_form

    where, case = place.find(city), place.case_of(city, submission=submission)
    _judgeable(case)
    made = results_form(case, assessors)
    path = out or where.workspace / "build" / where.slug / f"hasil-{made.submission}.xlsx"
    if path.suffix.lower() != ".xlsx":
        place.stop("--out harus berakhiran .xlsx.")
    try:
        pipeline.write(path, questionnaire.write(made))
    except OSError as fault:
        place.stop(f"'{path}' tidak dapat ditulis: {fault.strerror or fault}.")
    typer.echo(f"Ditulis: {path.as_posix()}")


@app.command("import", cls=Command)
def take_in(  # noqa: PLR0913, PLR0917  (an option each)
    city: place.CityArgument,
    file: File,
    submission: place.SubmissionOption = None,
    update: taking_in.Update = False,
    yes: taking_in.Yes = False,
    dry_run: taking_in.DryRun = False,
) -> None:
    """Ambil nilai, kekuatan, kelemahan, dan rekomendasi dari formulir hasil.

    Ditolak bila nilai akhir, nilai dimensi, atau nilai soal tidak mengikuti bagian-bagiannya
    menurut instrumen pengajuannya: itu berarti ada angka yang salah salin.
    """
    from scmaster.diagnostics import Severity
    from scmaster.exchange import results_reading, results_record

    where, case = taking_in.ready(city, submission, yes=yes, dry_run=dry_run)
    book = taking_in.opened(file)
    own = case.dossier.city.id if case.dossier.city else ""
    carried, found = results_reading.form_of(book, own)
    if carried is None:
        _refuse(found)
        return
    case = _turned(city, case, carried.submission, asked=submission)
    given, found = results_reading.read(book, carried, case)
    made = results_record.taken(case, given)
    found += made.found
    if any(said.severity is Severity.ERROR for said in found):
        _refuse(found)
    taking_in.tell(found)
    if not made.changes:
        typer.echo("Semua isian formulir ini sudah tercatat; tidak ada yang berubah.")
        return
    if made.differences:
        _differ(made, update=update)
    files = taking_in.made(where, case, made.changes, _home(where, case))
    after = taking_in.judged(where, case, files)
    fresh = taking_in.new_findings(case, after)
    taking_in.refuse_broken(fresh)
    refused = [said for said in fresh if said.code in REFUSED]
    if refused:
        _refuse(_at_cells(refused, made, given, after))
    taking_in.tell(fresh)
    parts = [f"{made.counts[name]} {word}" for name, word in COUNTED.items() if name in made.counts]
    typer.echo(f"Diambil: {', '.join(parts)}.")
    taking_in.finish(files, yes=yes, dry_run=dry_run)


def _home(where: place.Place, case: "Case") -> Path | None:
    """Return the file for what has no place of its own yet; None where everything has one."""
    from scmaster.exchange.changing import usual
    from scmaster.source import files

    places = {source.name: source.path for source in files.of_city(where.folder)[0]}
    if all(usual(case, places, section) for section in ("results", "recommendations")):
        return None
    return usual(case, places, "results") or usual(case, places, "submissions")


def _judgeable(case: "Case") -> None:
    """Stop where no instrument says what a score is of, and how totals follow."""
    if case.submission is None:
        place.stop("kota ini belum punya pengajuan; tulis dahulu di bagian 'submissions'.")
    if case.instrument is None:
        place.stop(
            f"instrumen pengajuan {case.submission.id} belum diketahui, jadi nilainya tidak dapat"
            " diperiksa; isi 'instrument' pada pengajuan itu."
        )


def _turned(city: str, case: "Case", submission: str, *, asked: str | None) -> "Case":
    """Return the case of the submission that the form is of."""
    from scmaster.model.evaluation import Submission

    if submission not in case.dossier.of(Submission):
        place.stop(f"pengajuan '{submission}' di formulir ini tidak ada di kota ini.")
    if asked is not None and asked != submission:
        place.stop(f"formulir ini untuk pengajuan '{submission}', bukan '{asked}'.")
    same = case.submission is not None and case.submission.id == submission
    turned = case if same else place.case_of(city, submission=submission)
    _judgeable(turned)
    return turned


def _refuse(found: "list[Diagnostic]") -> None:
    """Say what is wrong, and end with exit code 1."""
    taking_in.tell(found)
    typer.echo("Ditolak: tidak ada yang ditulis.", err=True)
    raise typer.Exit(1)


def _differ(made: "Taken", *, update: bool) -> None:
    """Print what is on record otherwise; end where it is not to be replaced."""
    rows = [(one.where, one.before, one.after) for one in made.differences]
    look.table(look.console(), "Tercatat berbeda", ("Sel", "Tercatat", "Formulir"), rows)
    typer.echo()
    if not update:
        typer.echo("Yang sudah tercatat berbeda; ganti dengan --update.", err=True)
        raise typer.Exit(1)


def _at_cells(
    found: "list[Diagnostic]", made: "Taken", given: "Given", after: "Case"
) -> "list[Diagnostic]":
    """Return findings on the record that would be written as findings on the form's cells."""
    from scmaster.exchange import workbook
    from scmaster.model.evaluation import Result

    record = after.dossier.of(Result).get(made.result)
    cells: Mapping[Span, Answer] = (
        {record.span(*path): cell for path, cell in made.cells.items()} if record else {}
    )
    return [
        replace(
            said,
            span=workbook.span(given.book, cells[said.span].place),
            message=f"{cells[said.span].where}: {said.message}",
        )
        if said.span in cells
        else said
        for said in found
    ]
