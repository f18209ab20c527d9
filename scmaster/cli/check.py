"""`scmaster check`: say what is wrong, and change nothing."""

from typing import Annotated

import typer

from scmaster.cli import look, place

Cities = Annotated[
    list[str] | None,
    typer.Argument(metavar="KOTA", help="Kota yang diperiksa; tanpa argumen: semuanya."),
]
Brief = Annotated[bool, typer.Option("--brief", help="Sama dengan --format brief.")]


def check(
    cities: Cities = None,
    submission: place.SubmissionOption = None,
    form: look.FormatOption = look.Format.TEXT,
    brief: Brief = False,
    strict: look.StrictOption = False,
) -> None:
    """Periksa berkas kota; tidak menulis apa pun."""
    from scmaster.diagnostics import Diagnostic

    names = cities or place.slugs(place.find_workspace())
    if not names:
        place.stop("belum ada kota di cities/; sebutkan folder kota yang akan diperiksa.")
    found: dict[Diagnostic, None] = {}  # a slip in pillars/ is said once for all cities
    for name in names:
        case = place.case_of(name, submission=submission)
        found |= dict.fromkeys(case.diagnostics)
    look.say(list(found), look.Format.BRIEF if brief else form)
    if look.failed(list(found), strict=strict):
        raise typer.Exit(1)
