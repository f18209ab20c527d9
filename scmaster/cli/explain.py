"""`scmaster explain`: the page of a code, or of a question."""

from typing import Annotated

import typer

from scmaster.cli import look, place

Topic = Annotated[
    str, typer.Argument(metavar="KODE|PERTANYAAN", help="Misalnya SCM301, atau BAS.01.")
]


def explain(topic: Topic) -> None:
    """Jelaskan sebuah kode temuan atau pertanyaan instrumen."""
    from scmaster import catalogue, pipeline
    from scmaster.report import text

    pages = catalogue.pages()
    if page := pages.get(topic.upper()):
        levels = ""
        if page.severities:
            draft, final = (text.LEVELS[severity] for severity in page.severities)
            levels = draft if draft == final else f"{draft} selama draf, {final} bila final"
        heading = " · ".join(part for part in (page.code, page.name, page.family, levels) if part)
        typer.echo(f"{heading}\n\n{page.text.strip()}")
        return
    known, _ = pipeline.frameworks(place.find_workspace())
    sheets = catalogue.question_sheets(known, topic)
    if not sheets:
        hint = catalogue.nearest(topic, known)
        place.stop(f"tidak ada kode atau pertanyaan '{topic}'.{hint}")
    typer.echo("\n\n".join(text.sheet(sheet.heading, sheet.rows, look.width()) for sheet in sheets))
