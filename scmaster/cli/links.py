"""`scmaster evidence links`: whether the addresses of evidence and sources still open."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from scmaster.cli import look, place

if TYPE_CHECKING:
    from scmaster.assess.case import Case
    from scmaster.assess.links import Link, State

WORDS: "dict[State, str]" = {
    "dead": "mati",
    "internal": "jaringan dalam",
    "permission": "perlu izin",
    "not_document": "bukan dokumen",
    "changed": "isinya berubah",
    "moved": "pindah",
    "ok": "baik",
}
"""What a state is called, from the worst to the best."""

Offline = Annotated[
    bool, typer.Option("--offline", help="Tampilkan hasil terakhir saja, tanpa jaringan.")
]
Accept = Annotated[
    bool, typer.Option("--accept", help="Jadikan isi tautan sekarang sebagai acuan yang baru.")
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Izinkan alamat di jaringan dalam.")
]


def links(
    city: place.CityArgument,
    offline: Offline = False,
    accept: Accept = False,
    allow_private: AllowPrivate = False,
) -> None:
    """Periksa apakah tautan eviden dan sumber masih terbuka; catat di evidence.links."""
    from scmaster.assess.links import addresses, current

    where, case = _opened(city)
    wanted = addresses(case.dossier)
    if offline:
        known = current(case.dossier, case.originals.links)
        _tell(known, len(wanted))
        if len(known) < len(wanted):
            typer.echo(f"{len(wanted) - len(known)} tautan belum pernah diperiksa.")
        return
    found = _asked(case, wanted, accept=accept, allow_private=allow_private)
    _keep(where, found)
    _tell(found, len(wanted))
    if any(link.state not in {"ok", "moved"} for link in found.values()):
        raise typer.Exit(1)


def _opened(city: str) -> tuple[place.Place, "Case"]:
    """Return a city whose every record could be read: the others would lose their lines."""
    from scmaster.diagnostics import Severity

    case = place.case_of(city)
    generated = "SCM8"  # a generated file that is broken is made anew
    errors = [d for d in case.told if d.severity is Severity.ERROR and d.code < generated]
    if errors:
        look.say(errors, look.Format.TEXT)
        raise typer.Exit(1)
    return place.find(city), case


def _asked(
    case: "Case", wanted: Mapping[str, str], *, accept: bool, allow_private: bool
) -> "dict[str, Link]":
    from scmaster.evidence.links import rounds

    day = look.today().isoformat()
    with _progress(len(set(wanted.values()))) as tell:
        replies = rounds.ask_all(wanted.values(), allow_private=allow_private, tell=tell)
    try:
        return rounds.of_city(case.dossier, case.originals, replies, day, accept=accept)
    except rounds.NobodyAnsweredError:
        typer.echo(
            "Galat: tidak satu pun alamat menjawab; periksa jaringan komputer ini."
            " Hasil terdahulu dibiarkan.",
            err=True,
        )
        raise typer.Exit(1) from None


def _keep(where: place.Place, found: "Mapping[str, Link]") -> None:
    from scmaster import pipeline
    from scmaster.evidence.links import file
    from scmaster.source.opening import reason

    path = where.folder / file.NAME
    if not found and not path.exists():
        return
    try:
        pipeline.write(path, file.text(found).encode())
    except OSError as error:
        place.stop(f"{path} tidak dapat ditulis: {reason(error)}.")


def _tell(found: "Mapping[str, Link]", every: int) -> None:
    """Print what is not well, the worst first, then how many of each there are."""
    order = list(WORDS)
    alike: dict[Link, list[str]] = {}  # one address may be named by evidence and by a source
    for name, link in sorted(found.items(), key=lambda one: (order.index(one[1].state), one[0])):
        if link.state != "ok":
            alike.setdefault(replace(link, record=""), []).append(name)
    for link, names in alike.items():
        said = f": {link.reason}" if link.reason else ""
        _wrapped(f"{WORDS[link.state]:<15}{', '.join(names)}{said}", 15)
        typer.echo(f"{'':<15}{link.url}")  # whole, so that it can be opened from here
        if link.final:
            typer.echo(f"{'':<13}> {link.final}")
    _wrapped(_counted(found, every))


def _counted(found: "Mapping[str, Link]", every: int) -> str:
    """Say how many addresses there are in each state, and when they were asked."""
    from scmaster.assess.links import day_words

    count = Counter(link.state for link in found.values())
    parts = [f"{count[state]} {WORDS[state]}" for state in reversed(WORDS) if count[state]]
    if not parts:
        return f"{every} tautan."
    days = sorted({link.seen for link in found.values()})
    when = " sampai ".join(map(day_words, dict.fromkeys((days[0], days[-1]))))
    return f"{every} tautan: {', '.join(parts)} (diperiksa {when})."


def _wrapped(text: str, indent: int = 0) -> None:
    from textwrap import wrap

    for line in wrap(text, look.width(), subsequent_indent=" " * indent):
        typer.echo(line)


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """Yield what tells of one address done; a bar on standard error, where a person waits."""
    if not look.watched():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("Memeriksa tautan"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.advance(task)
