"""`scmaster build`: check, then write what the city's data supports."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scmaster.cli import look, place

if TYPE_CHECKING:
    from scmaster.assess.case import Case
    from scmaster.pipeline import Built

Out = Annotated[
    Path | None,
    typer.Option(
        "--out", metavar="FOLDER", help="Folder hasil; bawaannya build/KOTA.", file_okay=False
    ),
]
Draft = Annotated[
    bool, typer.Option("--draft", help="Tulis walau ada galat; setiap halaman dicap DRAF.")
]
Only = Annotated[
    list[str] | None,
    typer.Option("--document", metavar="DOKUMEN", help="Hanya dokumen ini; boleh diulang."),
]


def build(  # noqa: PLR0913, PLR0917  (one parameter an option)
    city: place.CityArgument,
    out: Out = None,
    document: Only = None,
    submission: place.SubmissionOption = None,
    draft: Draft = False,  # noqa: FBT002
    form: look.FormatOption = look.Format.TEXT,
    strict: look.StrictOption = False,  # noqa: FBT002
) -> None:
    """Periksa kota, lalu tulis dokumen-dokumennya."""
    from scmaster import documents, pipeline
    from scmaster.diagnostics import Severity

    where = place.find(city)
    unknown = [slug for slug in document or [] if slug not in documents.slugs()]
    if unknown:
        place.stop(f"tidak ada dokumen '{unknown[0]}'. Yang ada: {', '.join(documents.slugs())}.")
    case = pipeline.understand_city(
        where.folder, where.workspace, on=look.today(), submission=submission
    )
    if case.submission is None and submission:
        place.stop(f"pengajuan '{submission}' tidak ada di kota '{where.slug}'.")
    if look.failed(case.diagnostics, strict=strict) and not draft:
        severe = (
            case.diagnostics
            if strict
            else [d for d in case.diagnostics if d.severity is Severity.ERROR]
        )
        look.say(severe, form)
        typer.echo(
            "Tidak ada dokumen yang ditulis. Betulkan yang di atas, atau pakai --draft.", err=True
        )
        raise typer.Exit(1)
    made = pipeline.build(case, where.folder, where.workspace, documents=document, draft=draft)
    folder = out or where.workspace / "build" / where.slug
    for artifact in made.artifacts:
        pipeline.write(folder / artifact.name, artifact.content)
    if made.diagnostics:
        look.say(made.diagnostics, form)
    if form is look.Format.TEXT:
        _table(case, folder, made)
    if any(d.severity is Severity.ERROR for d in made.diagnostics):
        raise typer.Exit(1)


def _table(case: "Case", folder: Path, made: "Built") -> None:
    """Print what was written, what was left out and why, and what is missing."""
    from scmaster.assess import coverage
    from scmaster.report.text import tally

    typer.echo("Ditulis:")
    for artifact in made.artifacts:
        size = f"{len(artifact.content) / 1024:.0f} KB"
        typer.echo(f"  {folder / artifact.name}  ({size})")
    for slug, reason in made.left_out:
        typer.echo(f"Tidak dibuat: {slug}: {reason}")
    if case.instrument is not None:
        typer.echo(f"\nKelengkapan ({case.instrument.name}):")
        for row in coverage.by_dimension(case):
            typer.echo(
                f"  {row.name:<22} {row.answered:>3} dari {row.total:>3} terjawab,"
                f" {row.proven:>3} terbukti, {row.unanswered:>3} belum dijawab"
            )
    slug = case.dossier.city.id if case.dossier.city else "KOTA"
    typer.echo(f"\nTemuan: {tally(case.diagnostics)}.")
    typer.echo(
        f"Rincian: scmaster check {slug}; yang kurang dan dari siapa: scmaster status {slug}"
    )
