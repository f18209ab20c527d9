"""`scmaster survey`: answers of respondents into a record, and a form to collect them with."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scmaster.cli import look, place, taking_in
from scmaster.cli.wording import Command, Group

if TYPE_CHECKING:
    from scmaster.assess.case import Case
    from scmaster.exchange.respondents import Answers
    from scmaster.exchange.survey_record import About, Difference
    from scmaster.exchange.workbook import Workbook

app = typer.Typer(
    cls=Group,
    help="Survei dampak: lembar untuk responden, dan rekap jawabannya ke YAML kota.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
File = Annotated[Path, typer.Argument(metavar="BERKAS", help="Rekap jawaban: .xlsx atau .csv.")]
Programme = Annotated[str, typer.Option("--programme", metavar="ID", help="Program yang disurvei.")]
SubPillar = Annotated[str, typer.Option("--sub-pillar", metavar="ID", help="Subdimensinya.")]
Date = Annotated[
    str, typer.Option("--date", metavar="TANGGAL", help="Waktu pelaksanaan, misalnya 2025-09-11.")
]
Users = Annotated[str, typer.Option("--users", metavar="ANGKA", help="Banyak pengguna layanan.")]
GroupOption = Annotated[
    str, typer.Option("--group", metavar="ID", help="Penanda kelompok responden, tanpa nama.")
]
Opd = Annotated[
    str, typer.Option("--opd", metavar="ID", help="Penanggung jawab; bawaannya pemilik program.")
]
Evidence = Annotated[
    list[str] | None,
    typer.Option("--evidence", metavar="ID", help="Eviden rekap survei; boleh berulang."),
]
Columns = Annotated[
    str, typer.Option("--columns", metavar="KOLOM", help="Kolom pernyataan 1, 2, 3: D,E,F.")
]


@app.command("import", cls=Command)
def take_in(  # noqa: PLR0913, PLR0917  (an option each)
    city: place.CityArgument,
    file: File,
    programme: Programme,
    sub_pillar: SubPillar,
    submission: place.SubmissionOption = None,
    date: Date = "",
    users: Users = "",
    group: GroupOption = "",
    opd: Opd = "",
    evidence: Evidence = None,
    columns: Columns = "",
    update: taking_in.Update = False,
    yes: taking_in.Yes = False,
    dry_run: taking_in.DryRun = False,
) -> None:
    """Rekap jawaban responden menjadi satu catatan di bagian surveys.

    Yang dicatat hanya jumlah responden, rata-rata, dan sebaran jawaban. Nama, telepon, NIK, surel,
    alamat, dan isian bebas tidak dibaca lebih jauh, tidak ditulis, dan tidak ditampilkan.
    """
    from scmaster.assess.statements import USUAL, by_sub_pillar
    from scmaster.exchange import respondents, survey_record
    from scmaster.exchange.suspect_answers import doubts
    from scmaster.exchange.workbook import oddities

    where, case = taking_in.ready(city, submission, yes=yes, dry_run=dry_run)
    told = (date, users, group, tuple(evidence or ()))
    about = _about(case, programme, sub_pillar, opd, told)
    book = taking_in.opened(file)
    _own(case, book)
    known = by_sub_pillar(case.instrument)
    count = len(known.get(sub_pillar, ())) or USUAL
    answers, found = respondents.read(book, sub_pillar, count, known, columns)
    if answers is not None:
        found = [*oddities(replace(book, sheets=(answers.columns.sheet,))), *found]
    taking_in.tell(found)
    if answers is None or not answers.rows:
        typer.echo("Tidak ada jawaban yang dapat dihitung; tidak ada yang ditulis.", err=True)
        raise typer.Exit(1)
    survey = survey_record.recorded(case, about)
    wanted = survey_record.record(about, answers.rows)
    if survey and not opd:
        wanted["owner"] = survey.owner  # who is known to have asked did, whoever owns it now
    _show(about, answers)
    taking_in.tell(doubts(case, answers, sub_pillar, survey.id if survey else "", book.file))
    changes = survey_record.changes(survey, wanted)
    if survey and changes:
        _differ(survey.id, survey_record.differences(survey, wanted), update=update)
    if not changes:
        typer.echo("Survei ini sudah tercatat dengan angka yang sama; tidak ada yang berubah.")
        return
    home = where.folder / "isian" / f"{about.owner}.yaml"
    files = taking_in.made(where, case, changes, home)
    fresh = taking_in.new_findings(case, taking_in.judged(where, case, files))
    taking_in.refuse_broken(fresh)
    taking_in.tell(fresh)
    taking_in.finish(files, yes=yes, dry_run=dry_run)


def _about(
    case: "Case",
    programme: str,
    sub_pillar: str,
    opd: str,
    told: tuple[str, str, str, tuple[str, ...]],
) -> "About":
    """Return which survey it is; stop over an id that nobody knows, or a value that is none."""
    from scmaster.exchange import filing, survey_record
    from scmaster.model.city import Opd as Office
    from scmaster.model.evidence import Evidence as Document
    from scmaster.model.masterplan import Programme as Plan

    dossier = case.dossier
    date, users, group, evidence = told
    _known("program", programme, dossier.of(Plan))
    _known("subdimensi", sub_pillar, dossier.frameworks.sub_pillars())
    for one in evidence:
        _known("eviden", one, dossier.of(Document))
    owner = opd or dossier.of(Plan)[programme].owner or ""
    if not owner:
        place.stop(f"program {programme} belum punya pemilik; sebut penanggung jawabnya: --opd.")
    _known("perangkat daerah", owner, dossier.of(Office))
    submission = case.submission.id if case.submission else ""
    about = survey_record.About(
        submission, programme, sub_pillar, owner, date, users, group, evidence
    )
    slips = filing.slips("surveys", survey_record.record(about, {1: (0,)}))
    if slips:
        place.stop(f"{slips[0].message} {slips[0].hint}".strip())
    return about


def _known(what: str, identity: str, known: Mapping[str, object]) -> None:
    """Stop over an id that is not there, with the one that may be meant."""
    from difflib import get_close_matches

    if identity not in known:
        close = get_close_matches(identity, known, n=1)
        hint = f" Maksudnya '{close[0]}'?" if close else ""
        place.stop(f"{what} '{identity}' tidak ada.{hint}")


def _own(case: "Case", book: "Workbook") -> None:
    """Stop over a sheet of ours that was made for another city or another submission."""
    from scmaster.exchange.issued import carried
    from scmaster.requests.survey_form import OPD

    form = carried(book, "scmaster survey template")[0]
    city = case.dossier.city.id if case.dossier.city else ""
    submission = case.submission.id if case.submission else ""
    if form is None or form.opd != OPD or (form.city, form.submission) == (city, submission):
        return
    place.stop(f"lembar ini dibuat untuk kota '{form.city}', pengajuan '{form.submission}'.")


def _show(about: "About", answers: "Answers") -> None:
    """Print what was counted, and which columns were left alone."""
    from textwrap import wrap

    from scmaster.exchange.marks import letters
    from scmaster.exchange.survey_record import mean
    from scmaster.exchange.suspect_answers import distributions
    from scmaster.indonesian import number

    columns = answers.columns
    used = columns.answers[about.sub_pillar]
    rows = [
        (
            f"Pernyataan {place} (kolom {letters(column)})",
            number(mean(counts), 2),
            *map(number, counts),
        )
        for place, (column, counts) in enumerate(
            zip(used, distributions(answers.rows), strict=True), start=1
        )
    ]
    left_out = f", {answers.left_out} baris tidak dihitung" if answers.left_out else ""
    typer.echo(f"{len(answers.rows)} responden dihitung{left_out}.")
    alone = [f"{letters(column)} ({kind})" for column, kind in columns.private().items()]
    if alone:
        said = f"Tidak diambil: kolom {', '.join(alone)}."
        typer.echo("\n".join(wrap(said, look.width(), subsequent_indent="  ")))
    headings = (f"{about.sub_pillar}, {about.programme}", "Rata-rata", "0", "1", "2", "3", "4")
    look.table(look.console(), "Rekap", headings, rows)
    typer.echo()


def _differ(identity: str, found: list["Difference"], *, update: bool) -> None:
    """Print what is on record otherwise; end where it is not to be replaced."""
    rows = [(one.title, one.before or "belum ada", one.after) for one in found]
    look.table(look.console(), f"Tercatat di {identity}", ("Isian", "Tercatat", "Berkas"), rows)
    typer.echo()
    if not update and any(one.before for one in found):
        typer.echo("Survei ini sudah tercatat berbeda; ganti dengan --update.", err=True)
        raise typer.Exit(1)


Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="BERKAS", help="Berkas yang ditulis: .xlsx atau .csv."),
]


@app.command("template", cls=Command)
def template(
    city: place.CityArgument,
    sub_pillar: SubPillar,
    submission: place.SubmissionOption = None,
    out: Out = None,
) -> None:
    """Buat lembar jawaban responden untuk satu subdimensi.

    Pernyataannya diambil dari instrumen pengajuan. Tanpa --out, lembarnya ditulis ke
    build/KOTA/survei-SUBDIMENSI.xlsx.
    """
    from scmaster import pipeline
    from scmaster.exchange.delimited import written
    from scmaster.render import questionnaire
    from scmaster.requests.form import KEY
    from scmaster.requests.survey_form import survey_form

    where, case = place.find(city), place.case_of(city, submission=submission)
    _known("subdimensi", sub_pillar, case.dossier.frameworks.sub_pillars())
    form = survey_form(case, sub_pillar)
    path = out or where.workspace / "build" / where.slug / f"survei-{sub_pillar}.xlsx"
    if path.suffix.lower() == ".csv":
        titles = [column.title for column in form.sheets[0].columns]
        content = written([[KEY, *titles]])
    elif path.suffix.lower() == ".xlsx":
        content = questionnaire.write(form)
    else:
        place.stop("--out harus berakhiran .xlsx atau .csv.")
    try:
        pipeline.write(path, content)
    except OSError as fault:
        place.stop(f"'{path}' tidak dapat ditulis: {fault.strerror or fault}.")
    typer.echo(f"Ditulis: {path.as_posix()}")
