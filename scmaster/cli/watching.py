"""Builds again what a change touches, until Ctrl-C: `build --watch` and `dashboard --serve`."""

import stat
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

import typer

from scmaster.cli import place

if TYPE_CHECKING:
    from scmaster.assess.case import Case
    from scmaster.diagnostics import Diagnostic

SETTLING = 100
"""Milliseconds without another change after which a build begins: editors write in steps."""
TICK = 500
"""Milliseconds after which is looked in any case: a file or folder may be new to the system."""
SHOWN = 10
"""Findings that are printed, of the new and of the gone."""
PASSING = ("~", ".swp", ".tmp", ".pyc")
"""What editors and Python leave for a moment, and nobody reads."""
SHARED = ("pillars", "templates", "checks")


class Made(Protocol):
    """What was made, as far as watching has to know of it."""

    @property
    def diagnostics(self) -> "Sequence[Diagnostic]":
        """What is wrong with how it was made."""


M = TypeVar("M", bound=Made)


@dataclass(frozen=True)
class Round(Generic[M]):
    """What one build came to."""

    case: "Case"
    made: M | None
    """None: errors kept documents from being written."""
    changed: tuple[str, ...]
    """The files that are not as they were before."""


def follow(
    where: place.Place, rebuild: Callable[[bool], Round[M]], begun: Callable[[Round[M]], None]
) -> None:
    """Build, then again after each change, until Ctrl-C.

    `rebuild` is told whether more than the city's records may have changed; `begun` is given
    what the first build came to.
    """
    try:
        known = _stamps(where)  # before the build: what changes meanwhile is seen afterwards
        before = rebuild(True)
        begun(before)
        typer.echo("\nMenunggu perubahan; Ctrl-C untuk selesai.")
        for _ in _wakes(where):
            now = _stamps(where)
            changed = {path for path, _ in now.items() ^ known.items()}
            known = now
            if changed:
                before = _again(where, rebuild, changed, before)
    except KeyboardInterrupt:
        typer.echo("Selesai.")


def _again(
    where: place.Place, rebuild: Callable[[bool], Round[M]], changed: set[Path], before: Round[M]
) -> Round[M]:
    started = time.perf_counter()
    try:
        now = rebuild(any(not _is_data(path, where) for path in changed))
    except typer.Exit:  # it has said why; the next change may mend it
        return before
    _tell(changed, before.case, now, time.perf_counter() - started)
    return now


def _wakes(where: place.Place) -> Iterator[None]:
    """Yield soon after something changed, and now and then anyway."""
    from watchfiles import watch

    while True:
        folders = _folders(where)
        for _ in watch(
            *folders,
            debounce=4 * SETTLING,
            step=SETTLING,
            rust_timeout=TICK,
            yield_on_timeout=True,
            raise_interrupt=True,
        ):
            yield
            if _folders(where) != folders:  # the workspace has a folder of its own now
                break


def _folders(where: place.Place) -> list[Path]:
    shared = [path for name in SHARED if (path := where.workspace / name).is_dir()]
    return [where.folder, *shared]


def _stamps(where: place.Place) -> dict[Path, tuple[int, int]]:
    """Return the state of every file that documents are made from."""
    from scmaster import settings

    made = {}
    below = (path for folder in _folders(where) for path in folder.rglob("*"))
    for path in [where.workspace / settings.NAME, *below]:
        if path.name.startswith((".", "~")) or path.name.endswith(PASSING):
            continue
        try:
            state = path.stat()
        except OSError:
            continue
        if stat.S_ISREG(state.st_mode):
            made[path] = (state.st_mtime_ns, state.st_size)
    return made


def _is_data(path: Path, where: place.Place) -> bool:
    """Tell whether a file is a city's record: all else may change how a document is made."""
    inside = path.is_relative_to(where.folder)
    return inside and path.suffix.lower() in {".yaml", ".yml"} and "templates" not in path.parts


def _tell(changed: set[Path], before: "Case", now: Round[M], seconds: float) -> None:
    """Print what changed, which findings came and went, and what was written."""
    from scmaster.assess import finding_changes
    from scmaster.indonesian import number
    from scmaster.report.text import tally

    clock = datetime.now().astimezone().strftime("%H:%M:%S")
    names = sorted(path.name for path in changed if path.exists())
    names = names or sorted(path.name for path in changed)  # all of them were taken away
    more = f" dan {len(names) - 3} lagi" if len(names) > 3 else ""  # noqa: PLR2004
    typer.echo(f"\n{clock}  berubah: {', '.join(names[:3])}{more}")
    new, gone = finding_changes.compare(before, now.case, {})
    _list("+", new)
    _list("-", gone)
    took = f"{number(Decimal(seconds), 1)} detik"
    if now.made is None:
        typer.echo(f"  {tally(now.case.diagnostics)}; dokumen tidak ditulis ({took})")
        return
    _list("!", now.made.diagnostics)
    typer.echo(f"  {tally(now.case.diagnostics)}")
    files = ", ".join(now.changed[:SHOWN]) or "tidak ada yang berbeda"
    rest = f" dan {len(now.changed) - SHOWN} lagi" if len(now.changed) > SHOWN else ""
    typer.echo(f"  ditulis: {files}{rest} ({took})")


def _list(sign: str, found: "Iterable[Diagnostic]") -> None:
    every = list(found)
    for diagnostic in every[:SHOWN]:
        typer.echo(f"  {sign} {diagnostic.code} {diagnostic.span}: {diagnostic.message}")
    if len(every) > SHOWN:
        typer.echo(f"  {sign} … dan {len(every) - SHOWN} temuan lagi")
