"""`scmaster list`: the cities, instruments and documents there are."""

import typer

from scmaster.cli import place


def show() -> None:
    """Sebutkan kota, instrumen, dan dokumen yang ada."""
    from scmaster import documents, pipeline

    workspace = place.find_workspace()
    frameworks, _ = pipeline.frameworks(workspace)
    typer.echo("Kota:")
    for slug in place.slugs(workspace) or ["(belum ada)"]:
        typer.echo(f"  {slug}")
    typer.echo("Instrumen:")
    for instrument in sorted(frameworks.instruments.values(), key=lambda i: (i.year, i.id)):
        typer.echo(f"  {instrument.id:<28} {instrument.short_name or instrument.name}")
    typer.echo("Edisi pilar:")
    for edition in frameworks.editions.values():
        mark = " (rancangan)" if edition.status == "draft" else ""
        typer.echo(f"  {edition.id:<28} {edition.name}{mark}")
    typer.echo("Dokumen:")
    for slug in documents.slugs():
        typer.echo(f"  {slug:<28} {documents.title(slug)}")
