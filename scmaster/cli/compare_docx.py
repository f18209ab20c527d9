"""`scmaster compare-docx`: what was edited by hand in a document that came back."""

import textwrap
from typing import TYPE_CHECKING

import typer

from scmaster.cli import handed_back, look, place

if TYPE_CHECKING:
    from scmaster.cli.handed_back import Returned
    from scmaster.remaking import Remade


def compare_docx(
    city: place.CityArgument,
    file: handed_back.File,
    form: look.FormatOption = look.Format.TEXT,
) -> None:
    """Tunjukkan yang disunting tangan di dokumen, dan yang berubah di data sejak itu.

    Dokumennya disusun ulang dari commit yang tercatat di dalamnya, lalu dibandingkan
    pernyataan demi pernyataan. Perubahan terlacak dianggap diterima. Tidak menulis apa pun.
    """
    from scmaster.returned import refusing
    from scmaster.returned.comparing import Comparison, Version, Versions
    from scmaster.returned.places import Places

    back = handed_back.opened(city, file, form)
    base, today = _remade(back)
    places = Places(back.case)
    own = back.paper.trace or base.paper.trace
    versions = Versions(
        Version.of(back.paper, own, places.known),
        Version.of(base.paper, base.paper.trace, places.known),
        Version.of(today.paper, today.paper.trace, places.known),
        base.exact,
    )
    lost = [] if back.paper.trace or back.form else [refusing.forgotten(back.name, again=True)]
    if form is look.Format.TEXT:
        _against(back, base)
    found = [*lost, *Comparison(back.name, versions, places).findings()]
    handed_back.say(found, back.name, form)


def _remade(back: "Returned") -> "tuple[Remade, Remade]":
    """Return the document as it was handed out, and as it would be today; stop without."""
    from scmaster import remaking

    try:
        today = remaking.as_now(back.case, back.found, back.home)
    except remaking.NotRemadeError as fault:
        today, why = None, str(fault)
    try:
        then = remaking.as_then(back.found, back.home)
    except remaking.NotRemadeError as fault:
        then, why = None, why if today is None else str(fault)
    if today is None:
        if then is None:
            place.stop(f"{back.name}: dokumennya tidak dapat disusun ulang: {why}.")
        today = then
    return remaking.nearest(then, today, back.paper.trace), today


def _against(back: "Returned", base: "Remade") -> None:
    """Say what is compared with what, and how far that is to be trusted."""
    from scmaster import __version__

    origin = back.found.origin
    lines = [f"{back.name} dibandingkan dengan {origin.document} dari {base.moment}."]
    if not base.exact:
        lines.append(
            "Keadaan saat dokumen ini dibuat tidak dapat disusun ulang persis (versi datanya:"
            f" {back.found.commit or 'tidak tercatat'}). Karena itu di luar pernyataan bernomor,"
            " suntingan tangan tidak selalu dapat dibedakan dari perubahan data atau templat."
        )
    if origin.version not in {"", __version__}:
        lines.append(
            f"Dokumen ini dibuat scmaster {origin.version}; yang dipakai sekarang {__version__}."
        )
    for line in lines:
        typer.echo(textwrap.fill(line, look.width(), break_on_hyphens=False))
    typer.echo("")
