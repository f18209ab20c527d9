"""`scmaster check`: say what is wrong, and change nothing."""

from typing import Annotated

import typer

from scmaster.cli import belonging, look, place, reporting

Cities = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="KOTA",
        help="Kota yang diperiksa, atau berkas di foldernya; tanpa argumen: semuanya.",
    ),
]
Brief = Annotated[bool, typer.Option("--brief", help="Sama dengan --format brief.")]


def check(  # noqa: PLR0913, PLR0917  (a command's options)
    cities: Cities = None,
    submission: place.SubmissionOption = None,
    form: reporting.FormOption = None,
    output: reporting.OutputOption = None,
    brief: Brief = False,
    strict: look.StrictOption = False,
    local: place.LocalOption = False,
) -> None:
    """Periksa berkas kota; tidak mengubah satu pun berkasnya."""
    from scmaster.diagnostics import Diagnostic

    workspace = place.find_workspace()
    names = belonging.cities_of(cities) if cities else place.slugs(workspace)
    if not names:
        place.stop("belum ada kota di cities/; sebutkan folder kota yang akan diperiksa.")
    form = reporting.Form.BRIEF if brief else reporting.chosen(form)
    found: dict[Diagnostic, str] = {}  # a slip in pillars/ is said once for all cities
    for name in names:
        case = place.case_of(name, submission=submission, local=local)
        found |= reporting.known(case.diagnostics, case.dossier, form)
    reporting.deliver(found, form, output, strict=strict)
    if look.failed(list(found), strict=strict):
        raise typer.Exit(1)
