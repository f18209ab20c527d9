"""`scmaster diff`: what a change does to a city's records, answers and score."""

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from scmaster.cli import look, place

if TYPE_CHECKING:
    from scmaster.assess.case import Case
    from scmaster.assess.difference import Difference

Base = Annotated[
    str, typer.Argument(metavar="PEMBANDING", help="Revisi git: cabang, tag, atau commit.")
]
Head = Annotated[
    str | None,
    typer.Argument(metavar="REVISI", help="Revisi git; tanpa ini: berkas sebagaimana adanya."),
]


class DiffFormat(StrEnum):
    """Who reads the difference."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


FormOption = Annotated[
    DiffFormat, typer.Option("--format", help="Bentuk laporan; markdown: komentar pull request.")
]


def diff(
    city: place.CityArgument,
    base: Base,
    head: Head = None,
    submission: place.SubmissionOption = None,
    form: FormOption = DiffFormat.TEXT,
) -> None:
    """Bandingkan isi dan nilai kota di dua revisi git; tidak menulis apa pun."""
    where = place.find(city)
    difference = _compared(where, base, head, submission)
    if form is DiffFormat.JSON:
        from scmaster.report.difference import json

        typer.echo(json.report(difference, where.slug, base, head))
        return
    from scmaster.passages import difference as passages
    from scmaster.report.difference import markdown, text

    told = passages.told(
        difference,
        f"revisi {base}",
        f"revisi {head}" if head else "berkas sebagaimana adanya sekarang",
    )
    if form is DiffFormat.MARKDOWN:
        typer.echo(markdown.report(told, where.slug), nl=False)
    else:
        typer.echo(text.report(told, look.width()))


def _compared(
    where: place.Place, base: str, head: str | None, submission: str | None
) -> "Difference":
    """Understand both states for one submission, and compare them."""
    from scmaster import pipeline
    from scmaster.assess import difference

    on = look.today()

    def at(revision: str, name: str | None) -> "Case":
        return pipeline.understand_revision(
            where.folder, where.workspace, revision, on=on, submission=name
        )

    if head is None:
        after = pipeline.understand_city(
            where.folder, where.workspace, on=on, submission=submission
        )
    else:
        after = _reached(lambda: at(head, submission))
    if submission and after.submission is None:
        place.stop(f"pengajuan '{submission}' tidak ada di kota '{where.slug}'.")
    name = after.submission.id if after.submission else None
    before = _reached(lambda: at(base, name))
    if before.submission is None:
        former = difference.renamed_submission(before, after)
        if former:
            own = next(e for e in before.dossier.every() if e.id == former)
            before = pipeline.checked(replace(before, submission=own))  # type: ignore[arg-type]
    return difference.compare(before, after)


def _reached(understand: "Callable[[], Case]") -> "Case":
    """Return a state of the city; stop where git does not have it."""
    from scmaster.source import git

    try:
        return understand()
    except git.RevisionError as fault:
        place.stop(f"{fault}.")
