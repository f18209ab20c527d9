"""What the commands on documents that came back share: open one, and say what is in it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from scmaster.cli import look, place

if TYPE_CHECKING:
    from scmaster.assess.case import Case
    from scmaster.diagnostics import Diagnostic
    from scmaster.model.form import Form
    from scmaster.remaking import Home
    from scmaster.returned.paper import Paper
    from scmaster.returned.provenance import Provenance

File = Annotated[
    Path, typer.Argument(metavar="BERKAS", help="Dokumen .docx dari scmaster yang kembali.")
]


class Returned(NamedTuple):
    """A document that came back, and the city it is about."""

    name: str
    """Of the file, as it is shown."""
    paper: "Paper"
    found: "Provenance"
    case: "Case"
    """Looked at for the submission that the document is for, where the city has it."""
    where: place.Place
    form: "Form | None" = None
    """The official form that it is, if it is one."""

    @property
    def home(self) -> "Home":
        """Where the document can be made again."""
        from scmaster.remaking import Home

        return Home(self.where.folder, self.where.workspace, look.today())


def opened(city: str, file: Path, form: look.Format) -> Returned:
    """Open a document; end with exit code 1 over one that is not this city's, and say why."""
    from scmaster import forms, remaking
    from scmaster.returned import filled, paper, provenance, refusing
    from scmaster.source.opening import name_of

    where = place.find(city)
    name = name_of(file)
    try:
        read = paper.opened(file)
    except paper.UnreadableError as fault:
        if not file.exists():
            place.stop(f"berkas '{file}' tidak ada.")
        say([refusing.unreadable(name, str(fault))], name, form)
        raise typer.Exit(1) from None
    case = place.case_of(city)
    found, official = provenance.of(read), None
    if found is None:
        known = forms.find(case.dossier.frameworks, where.folder, where.workspace)
        official = filled.form_of(read, known.values())
        found = provenance.of_form(official, case) if official else None
    refusal = refusing.foreign(name, read, found, case, where.slug)
    if refusal is not None or found is None:
        say([refusal] if refusal else [], name, form)
        raise typer.Exit(1)
    about = remaking.about(case, found.origin.submission)
    return Returned(name, read, found, about, where, official)


def say(found: "Sequence[Diagnostic]", name: str, form: look.Format) -> None:
    """Print findings; of the document itself no line is shown, as it has none."""
    if form is not look.Format.TEXT:
        look.say(found, form)
        return
    from scmaster.report import text

    lines = text.lines_of_files()
    report = text.report(
        found,
        lambda span: ("", 1) if span.file == name else lines(span),
        text.Look(look.width(), look.colour()),
    )
    typer.echo(report)
