"""`scmaster evidence`: the files of evidence, their lock, and whether they still are the same."""

from typing import TYPE_CHECKING

import typer

from scmaster.cli import adding, due, links, look, place
from scmaster.cli.wording import Command, Group

if TYPE_CHECKING:
    from scmaster.assess.case import Case
    from scmaster.evidence.digests import Digests

ODD = frozenset({"SCM805", "SCM807", "SCM808", "SCM823"})
"""Findings on a file as a whole: empty, twice the same, not what its name says, over a limit."""

app = typer.Typer(
    cls=Group,
    help="Kelola berkas dan tautan eviden: simpan, kunci sidiknya, periksa keadaannya.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command("lock", cls=Command)
def lock(city: place.CityArgument) -> None:
    """Catat sidik setiap berkas eviden di evidence.lock."""
    from scmaster import pipeline
    from scmaster.evidence import lockfile, shelf, survey
    from scmaster.evidence.workshop import Workshop

    where, case, digests = _opened(city)
    store, before = digests.store, case.originals.locked
    with Workshop() as workshop:
        after, inside = survey.lock(
            case.dossier,
            digests,
            before,
            look.today().isoformat(),
            lambda name, kind: workshop.read(store.path(name), kind),
        )
    for digest, contents in inside.items():
        pipeline.write(store.folder / shelf.place(digest), shelf.packed(contents))
    pipeline.write(where.folder / lockfile.NAME, lockfile.text(after).encode())
    remember(digests)
    new = [name for name in after if name not in before]
    changed = [name for name in after if name in before and after[name] != before[name]]
    gone = [name for name in before if name not in after]
    typer.echo(f"{len(after)} berkas tercatat di {where.folder / lockfile.NAME}.")
    for word, names in (("Baru", new), ("Berubah", changed), ("Tidak lagi disebut", gone)):
        if names:
            typer.echo(f"{word}: {', '.join(names)}")


@app.command("verify", cls=Command)
def verify(city: place.CityArgument) -> None:
    """Hitung ulang sidik setiap berkas, dan sebut yang hilang, berubah, atau janggal."""
    from textwrap import wrap

    from scmaster.evidence import survey

    _, case, digests = _opened(city)
    found = survey.verify(case.dossier, digests, case.originals)
    remember(digests)
    names = survey.named_files(case.dossier)
    words = {"missing": "hilang", "changed": "berubah", "unlocked": "belum dikunci"}
    for identity, state in found.states.items():
        if state in words:
            typer.echo(f"{words[state]:<14} {identity}: {names[identity]}")
    for name in found.strays:
        typer.echo(f"{'tidak dikenal':<14} {name}")
    odd = [said for said in case.diagnostics if said.code in ODD]
    for said in odd:
        line = f"{'janggal':<14} {said.message} ({said.code})"
        typer.echo("\n".join(wrap(line, look.width(), subsequent_indent=" " * 15)))
    held = sum(1 for state in found.states.values() if state == "held")
    typer.echo(f"{held} dari {len(found.states)} berkas utuh seperti saat dikunci.")
    if odd or held < len(found.states):
        raise typer.Exit(1)


def _opened(city: str) -> tuple[place.Place, "Case", "Digests"]:
    """Return a city, what is understood of it, and the digests of its files."""
    from scmaster.diagnostics import Severity
    from scmaster.evidence import holdings
    from scmaster.evidence.digests import Digests

    where = place.find(city)
    case = place.case_of(city)
    store, found = holdings.store_of(where.folder, where.workspace)
    errors = [d for d in case.told if d.severity is Severity.ERROR]
    generated = "SCM8"  # a generated file that is broken is made anew
    broken = [d for d in errors if d.code < generated] or found
    if broken:  # a record that could not be read would lose its line in the lock
        look.say(broken, look.Format.TEXT)
        raise typer.Exit(1)
    if not store.here:
        place.stop(f"folder eviden {store.folder} tidak ada di komputer ini.")
    return where, case, Digests(store)


def remember(digests: "Digests") -> None:
    """Keep what was read for the next run; a folder that may not be written is no fault."""
    import contextlib

    from scmaster import pipeline

    if not digests.read:
        return  # nothing new
    name, content = digests.remembered()
    with contextlib.suppress(OSError):
        pipeline.write(digests.store.folder / name, content)


app.command("links", cls=Command)(links.links)
app.command("add", cls=Command)(adding.add)
app.command("due", cls=Command)(due.due)
