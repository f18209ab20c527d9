"""`scmaster meeting`: a meeting goes into the city's YAML, and what is there is listed."""

from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated

import typer

from scmaster.cli import look, place
from scmaster.cli.wording import Command, Group

if TYPE_CHECKING:
    from scmaster.assess.case import Case
    from scmaster.exchange.minuting import Told
    from scmaster.model.governance import Body, Meeting

app = typer.Typer(
    cls=Group,
    help="Rapat dewan, tim pelaksana, forum, dan kelompok kerja.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
Bodies = Annotated[
    list[str], typer.Option("--body", metavar="ID", help="Lembaga yang rapat; boleh berulang.")
]
Date = Annotated[str, typer.Option("--date", metavar="TANGGAL", help="Tanggal: 2024-05-22.")]
Title = Annotated[str, typer.Option("--title", metavar="TEKS", help="Acara rapat.")]
Where = Annotated[str, typer.Option("--place", metavar="TEKS", help="Tempat.")]
Attendance = Annotated[str, typer.Option("--attendance", metavar="N", help="Banyak peserta.")]
Sectors = Annotated[
    list[str] | None,
    typer.Option("--sector", metavar="UNSUR", help="Unsur yang hadir; boleh berulang."),
]
Opd = Annotated[
    list[str] | None,
    typer.Option("--opd", metavar="ID", help="Perangkat daerah yang hadir; boleh berulang."),
]
Members = Annotated[
    list[str] | None,
    typer.Option("--member", metavar="NAMA", help="Anggota lain yang hadir; boleh berulang."),
]
Minutes = Annotated[str, typer.Option("--minutes", metavar="ID", help="Id eviden notulen.")]
Source = Annotated[str, typer.Option("--source", metavar="ID", help="Id sumber, bila ada.")]
Yes = Annotated[bool, typer.Option("--yes", help="Tulis tanpa bertanya.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Tunjukkan saja, jangan menulis.")]
OneBody = Annotated[str, typer.Option("--body", metavar="ID", help="Hanya lembaga ini.")]


@app.command("add", cls=Command)
def add(  # noqa: PLR0913, PLR0917  (an option each)
    city: place.CityArgument,
    body: Bodies,
    date: Date,
    title: Title,
    where: Where = "",
    attendance: Attendance = "",
    sector: Sectors = None,
    opd: Opd = None,
    member: Members = None,
    minutes: Minutes = "",
    source: Source = "",
    yes: Yes = False,
    dry_run: DryRun = False,
) -> None:
    """Catat sebuah rapat pada lembaga yang mengadakannya.

    Anggota disebut dengan nama seperti di daftar anggota lembaga itu; jangan menyebut nama orang.
    Rapat bersama dicatat sekaligus dengan mengulang --body.
    """
    from scmaster import pipeline
    from scmaster.cli.adding import asks
    from scmaster.exchange.minuting import Told
    from scmaster.source.opening import name_of

    told = Told(
        [*dict.fromkeys(body)],
        date,
        title,
        where,
        attendance,
        sector or [],
        opd or [],
        member or [],
        minutes,
        source,
    )
    if not (yes or dry_run or asks()):
        place.stop("tidak ada terminal untuk bertanya; tambahkan --yes.")
    files = _changed(city, told)
    for line in _summary(told):
        typer.echo(line)
    names = ", ".join(name_of(path) for path in files)
    if dry_run:
        typer.echo(f"Tidak ditulis (--dry-run); tujuannya {names}.")
        return
    if not yes:
        said = typer.prompt(f"Catat di {names}? [y/T]", default="t", show_default=False)
        if str(said).strip().lower() not in {"y", "ya"}:
            typer.echo("Tidak ada yang ditulis.")
            return
    for path, content in files.items():
        pipeline.write(path, content, settled=True)
    typer.echo(f"Tercatat di {names}.")
    if not minutes:
        typer.echo(
            f"Notulen belum disebut: simpan dengan scmaster evidence add {city} BERKAS"
            " --kind notulen, lalu isi 'minutes' rapat itu."
        )


@app.command("list", cls=Command)
def listed(city: place.CityArgument, body: OneBody = "") -> None:
    """Sebutkan rapat yang tercatat, yang terbaru lebih dahulu."""
    from scmaster.model.governance import Body

    case = place.case_of(city)
    known = case.dossier.of(Body)
    if body and body not in known:
        place.stop(f"lembaga '{body}' tidak ada. Yang ada: {', '.join(known) or 'belum ada'}.")
    rows = [
        (meeting, each)
        for each in known.values()
        for meeting in each.meetings
        if body in {"", each.id}
    ]
    if not rows:
        typer.echo("Belum ada rapat yang tercatat.")
    for meeting, each in sorted(rows, key=lambda row: row[0].date.last, reverse=True):
        _told(case, each, meeting)


def _changed(city: str, told: "Told") -> dict[Path, bytes]:
    """Return the files of the city with the meeting in them; stop where it cannot be."""
    from scmaster.diagnostics import Severity
    from scmaster.exchange import minuting
    from scmaster.exchange.changing import changed
    from scmaster.exchange.editing import NoPlaceError

    home = place.find(city)
    case = place.case_of(city)
    generated = "SCM8"  # a generated file that is broken is no reason not to note a meeting
    errors = [d for d in case.told if d.severity is Severity.ERROR and d.code < generated]
    if errors:
        look.say(errors, look.Format.TEXT)
        raise typer.Exit(1)
    for fault in minuting.faults(case, told):
        place.stop(fault)
    try:
        return changed(case, home.folder, minuting.additions(case, told))
    except NoPlaceError as fault:
        place.stop(f"rapat tidak dapat disisipkan ke {fault}; susunan berkasnya tidak lazim.")


def _summary(told: "Told") -> list[str]:
    """Return what is to be written, for the person who is asked."""
    from scmaster.model.values import parse_date
    from scmaster.model.wording import date_words

    parts = [
        ("Lembaga", ", ".join(told.bodies)),
        ("Tanggal", date_words(parse_date(told.date))),
        ("Acara", told.title),
        ("Tempat", told.place),
        ("Banyak peserta", told.attendance),
        ("Unsur", ", ".join(told.sectors)),
        ("Perangkat daerah", ", ".join(told.opd)),
        ("Anggota lain", ", ".join(told.members)),
        ("Notulen", told.minutes),
        ("Sumber", told.source),
    ]
    return [f"{label}: {value}" for label, value in parts if value]


def _told(case: "Case", body: "Body", meeting: "Meeting") -> None:
    from scmaster.model.wording import date_words

    lines = [f"{date_words(meeting.date)} · {body.name} ({body.id})", f"  {meeting.title}"]
    came = _came(case, body, meeting)
    lines.append(f"  Hadir: {came or 'tidak tercatat'}")
    lines.append(f"  Notulen: {meeting.minutes or 'belum ada'}")
    for line in lines:
        for part in wrap(line, look.width(), subsequent_indent="    "):
            typer.echo(part)


def _came(case: "Case", body: "Body", meeting: "Meeting") -> str:
    from scmaster.assess.attendance import sectors_at
    from scmaster.assess.owners import opd_name
    from scmaster.model.labels import SECTOR

    sectors = sectors_at(body, meeting)
    parts = [f"{meeting.attendance} orang"] if meeting.attendance is not None else []
    words = [word for sector, word in SECTOR.items() if sector in sectors]
    parts += [f"unsur {', '.join(words)}"] if words else []
    names = [*(opd_name(case.dossier, opd) for opd in meeting.attendees), *meeting.members]
    parts += [", ".join(names)] if names else []
    return "; ".join(parts)
