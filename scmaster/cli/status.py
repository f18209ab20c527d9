"""`scmaster status`: how far the evidence has come, and what is missing from whom."""

from typing import TYPE_CHECKING

import typer

from scmaster.cli import look, place

if TYPE_CHECKING:
    from rich.console import Console

    from scmaster.assess.coverage import Count


def status(city: place.CityArgument, submission: place.SubmissionOption = None) -> None:
    """Tampilkan kelengkapan jawaban dan eviden, serta apa yang kurang dan dari siapa."""
    from scmaster import pipeline
    from scmaster.assess import coverage, missing
    from scmaster.report.text import tally

    where = place.find(city)
    case = pipeline.understand_city(
        where.folder, where.workspace, on=look.today(), submission=submission
    )
    if case.submission is None or case.instrument is None:
        look.say(case.diagnostics, look.Format.TEXT)
        place.stop(f"kota '{where.slug}' belum punya pengajuan dengan instrumen yang dikenal.")
    console = _console()
    name = case.dossier.city.name if case.dossier.city else where.slug
    console.print(f"[bold]{name}[/] · {case.submission.title or case.submission.id}")
    console.print(f"Instrumen: {case.instrument.name}", style="dim")
    _table(console, "Menurut dimensi evaluasi", "Dimensi", coverage.by_dimension(case))
    _table(console, "Menurut pilar", "Pilar", coverage.by_pillar(case))
    _table(console, "Menurut perangkat daerah", "Perangkat daerah", coverage.by_owner(case))
    _missing(console, missing.by_owner(case))
    console.print(f"Temuan: {tally(case.diagnostics)} (lihat: scmaster check {where.slug})")
    if case.errors:
        raise typer.Exit(1)


def _console() -> "Console":
    from rich.console import Console

    return Console(
        width=look.width(), no_color=not look.colour(), force_terminal=False, highlight=False
    )


def _table(console: "Console", title: str, first: str, counts: list["Count"]) -> None:
    from rich.markup import escape
    from rich.table import Table

    table = Table(title=title, title_justify="left", title_style="bold")
    table.add_column(first, ratio=1)
    for heading in ("Soal", "Terjawab", "Pendukung", "Terbukti", "Belum"):
        table.add_column(heading, justify="right")
    for row in counts:
        figures = (row.total, row.answered, row.supported, row.proven, row.unanswered)
        table.add_row(escape(row.name), *map(str, figures))
    console.print()
    console.print(table)


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
