"""The report of findings: for whom it is written, and where it goes."""

import os
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scmaster.cli import look, place
from scmaster.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from scmaster.link import Dossier
    from scmaster.report.sarif import Rule

Found = Mapping[Diagnostic, str]
"""The findings, each with its fingerprint; empty in a report that has none."""


class Form(StrEnum):
    """Who reads the report."""

    TEXT = "text"
    BRIEF = "brief"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"
    GITLAB = "gitlab"


KEPT = {Form.SARIF, Form.GITLAB}
"""Kept beside an earlier report: here a finding needs a fingerprint."""
NAMED_HERE = {Form.TEXT, Form.BRIEF, Form.JSON}
"""Read where the command is run; to all others a file is named from the repository's root."""

FormOption = Annotated[
    Form | None,
    typer.Option("--format", help="Bentuk laporan; bawaannya text, dan github di GitHub Actions."),
]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", metavar="BERKAS", help="Tulis laporan ke berkas, bukan ke layar."),
]


def chosen(form: Form | None) -> Form:
    """Return the form asked for; else what suits where the command runs."""
    on_github = os.environ.get("GITHUB_ACTIONS") == "true"
    return form or (Form.GITHUB if on_github else Form.TEXT)


def known(said: Iterable[Diagnostic], dossier: "Dossier | None", form: Form) -> Found:
    """Return findings on a city's records, or on files that are none, as a form wants them."""
    if form not in KEPT:
        return dict.fromkeys(said, "")
    from scmaster.assess.fingerprints import fingerprints
    from scmaster.report import rooted

    return fingerprints(said, dossier, rooted.names_from(rooted.root_of(place.find_workspace())))


def deliver(found: Found, form: Form, output: Path | None, *, strict: bool) -> None:
    """Print the report, or write it to a file whole or not at all and print what it counts."""
    from scmaster.report.text import tally

    summary = tally(list(found))
    width, colour = (look.width(), look.colour()) if output is None else (80, False)
    text = _written(found, form, strict=strict, width=width, colour=colour)
    if output is not None:
        _keep(output, text)
        typer.echo(f"{summary}; laporan ditulis ke {output}")
    elif form is Form.GITHUB:
        typer.echo("\n".join(filter(None, [text, summary])))
    elif text:
        typer.echo(text)


def _written(found: Found, form: Form, *, strict: bool, width: int, colour: bool) -> str:
    said: Sequence[Diagnostic] = list(found)
    if form in NAMED_HERE:
        return _for_people(said, form, width=width, colour=colour)
    from scmaster.report import github, gitlab, junit, rooted, sarif

    said = rooted.rooted(said, rooted.names_from(rooted.root_of(place.find_workspace())))
    known = dict(zip(said, found.values(), strict=True))
    match form:
        case Form.GITHUB:
            return github.report(said)
        case Form.SARIF:
            return sarif.report(said, known, _rules())
        case Form.GITLAB:
            return gitlab.report(said, known)
        case _:
            warned = {Severity.WARNING} if strict else set()
            return junit.report(said, {Severity.ERROR} | warned)


def _for_people(said: Sequence[Diagnostic], form: Form, *, width: int, colour: bool) -> str:
    from scmaster.report import brief, json, text

    if form is Form.JSON:
        return json.report(said)
    if form is Form.BRIEF:
        return brief.report(said)
    return text.report(said, text.lines_of_files(), text.Look(width, colour))


def _rules() -> dict[str, "Rule"]:
    from scmaster import catalogue, local_rules
    from scmaster.report.sarif import Rule

    return {
        code: Rule(
            code,
            page.name,
            page.summary,
            page.text,
            page.family,
            page.severities[0] if page.severities else None,
        )
        for code, page in catalogue.pages(local_rules.pages(place.find_workspace())).items()
    }


def _keep(output: Path, text: str) -> None:
    from scmaster import pipeline
    from scmaster.source.files import SUFFIXES
    from scmaster.source.opening import reason

    if output.suffix.lower() in SUFFIXES:
        place.stop(f"laporan tidak ditulis ke '{output}': .yaml adalah berkas kota.")
    try:
        if output.is_dir():
            raise IsADirectoryError
        pipeline.write(output, (text + "\n" if text else "").encode("utf-8", "replace"))
    except (OSError, ValueError) as error:
        place.stop(f"'{output}' tidak dapat ditulis: {reason(error)}.")
