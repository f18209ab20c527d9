"""`scmaster status`: how far the evidence has come, and what is missing from whom."""

from typing import TYPE_CHECKING

import typer

from scmaster.cli import look, place

if TYPE_CHECKING:
    from rich.console import Console

    from scmaster.assess.case import Case
    from scmaster.assess.coverage import Count
    from scmaster.assess.crosswalking import Suggestion

HEADINGS = ("Soal", "Terjawab", "Pendukung", "Terbukti", "Belum")


def status(city: place.CityArgument, submission: place.SubmissionOption = None) -> None:
    """Tampilkan kelengkapan jawaban dan eviden, serta apa yang kurang dan dari siapa."""
    from scmaster.assess import coverage, crosswalking, missing
    from scmaster.report.text import tally

    case = place.case_of(city, submission=submission)
    if case.submission is None or case.instrument is None:
        look.say(case.diagnostics, look.Format.TEXT)
        place.stop(f"kota '{city}' belum punya pengajuan dengan instrumen yang dikenal.")
    console = look.console()
    name = case.dossier.city.name if case.dossier.city else city
    console.print(f"[bold]{name}[/] · {case.submission.title or case.submission.id}")
    console.print(f"Instrumen: {case.instrument.name}", style="dim")
    for title, first, counts in (
        ("Menurut dimensi evaluasi", "Dimensi", coverage.by_dimension(case)),
        ("Menurut pilar", "Pilar", coverage.by_pillar(case)),
        ("Menurut perangkat daerah", "Perangkat daerah", coverage.by_owner(case)),
    ):
        look.table(console, title, [first, *HEADINGS], [_cells(row) for row in counts])
    _missing(console, missing.by_owner(case))
    _shaken(case)
    _contributions(case, city)
    ends = [
        (s, {s.given.id, s.asked.id}) for s in crosswalking.suggestions(case.dossier, case.shaken)
    ]
    _usable([found for found, cycles in ends if case.submission.id in cycles])
    console.print(f"Temuan: {tally(case.diagnostics)} (lihat: scmaster check {city})")
    if case.errors:
        raise typer.Exit(1)


def _cells(row: "Count") -> list[str]:
    figures = (row.total, row.answered, row.supported, row.proven, row.unanswered)
    return [row.name, *map(str, figures)]


def _missing(console: "Console", owed: list[tuple[str, list[str]]]) -> None:
    from rich.markup import escape
    from rich.table import Table

    table = Table(title="Yang kurang, dan dari siapa", title_justify="left", title_style="bold")
    table.add_column("Dari")
    table.add_column("Yang kurang", ratio=1)
    for owner, lines in owed:
        table.add_row(escape(owner), "\n".join(f"• {escape(line)}" for line in lines))
    console.print()
    console.print(table)


def _shaken(case: "Case") -> None:
    """Say which claims prove nothing until somebody has looked again, a line each."""
    from textwrap import wrap

    from scmaster.passages import vetting

    lines = vetting.lines(case)
    if not lines:
        return
    typer.echo("\nKlaim yang perlu dilihat lagi")
    for told in lines:
        for line in wrap(f"• {told}", look.width(), subsequent_indent="  "):
            typer.echo(line)
    typer.echo()


def _contributions(case: "Case", city: str) -> None:
    """Say in a few lines who contributes, and who has signed the joint commitment."""
    from scmaster.assess.participation import participation
    from scmaster.model.governance import Commitment
    from scmaster.passages import commitment
    from scmaster.passages.participation import summary

    typer.echo("\nKontribusi")
    _points([*summary(participation(case)), f"Rinciannya: scmaster participation {city}"])
    typer.echo("\nKomitmen bersama")
    made = case.dossier.of(Commitment).values()
    _points([commitment.standing(case, one) for one in made] or ["Belum dicatat."])
    typer.echo()


def _points(lines: list[str]) -> None:
    from textwrap import wrap

    for told in lines:
        for line in wrap(f"• {told}", look.width(), subsequent_indent="  "):
            typer.echo(line)


def _usable(found: "list[Suggestion]") -> None:
    """Say what evidence would serve under another instrument as well, a line each."""
    from textwrap import wrap

    from scmaster.passages import suggestions

    if not found:
        return
    typer.echo("\nEviden yang juga dapat dipakai (padanan instrumen)")
    for one in found:
        for line in wrap(f"• {suggestions.line(one)}", look.width(), subsequent_indent="  "):
            typer.echo(line)
    typer.echo()
