"""`scmaster list`: the cities, instruments and documents there are."""

import typer

from scmaster.cli import look, place


def show() -> None:
    """Sebutkan kota, instrumen, dan dokumen yang ada."""
    from scmaster import documents, forms, pipeline

    workspace = place.find_workspace()
    frameworks, _ = pipeline.frameworks(workspace)
    typer.echo("Kota:")
    for slug in place.slugs(workspace) or ["(belum ada)"]:
        typer.echo(f"  {slug}")
    typer.echo("Instrumen:")
    for instrument in sorted(frameworks.instruments.values(), key=lambda i: (i.year, i.id)):
        _row(instrument.id, instrument.short_name or instrument.name)
    typer.echo("Edisi pilar:")
    for edition in frameworks.editions.values():
        mark = " (rancangan)" if edition.status == "draft" else ""
        _row(edition.id, edition.name + mark)
    typer.echo("Dokumen:")
    for slug in documents.slugs():
        _row(slug, documents.title(slug))
    official = forms.find(frameworks, workspace)
    if official:
        typer.echo("Borang resmi:")
    for slug, found in official.items():
        form = found.form
        _row(slug, f"{form.title}, edisi {form.edition}" if form else "form.yaml belum terbaca")


def _row(name: str, meaning: str) -> None:
    """Print a name and what it means; a long meaning goes on below itself."""
    from textwrap import wrap

    for line in wrap(
        meaning, look.width(), initial_indent=f"  {name:<28} ", subsequent_indent=" " * 31
    ):
        typer.echo(line)
