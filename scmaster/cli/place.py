"""Which city an argument names, and where its workspace is."""

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, NoReturn

import typer

if TYPE_CHECKING:
    from scmaster.assess.case import Case

CITIES = "cities"

CityArgument = Annotated[
    str, typer.Argument(metavar="KOTA", help="Nama folder di bawah cities/, atau alamat folder.")
]
SubmissionOption = Annotated[
    str | None, typer.Option("--submission", metavar="ID", help="Id pengajuan yang ditinjau.")
]
LocalOption = Annotated[
    bool,
    typer.Option(
        "--allow-local-rules",
        help="Jalankan aturan di folder checks/ ruang kerja; baca isinya dahulu.",
    ),
]


class Place(NamedTuple):
    """A city's folder, and the workspace whose pillars and templates win."""

    slug: str
    folder: Path
    workspace: Path


def stop(message: str) -> NoReturn:
    """Say what is wrong with the command line, and end with exit code 2."""
    typer.echo(f"Galat: {message}", err=True)
    raise typer.Exit(2)


def find(city: str) -> Place:
    """Find a city by its slug here or in a folder above, or by the path of its folder."""
    workspace = find_workspace()
    folder = workspace / CITIES / city
    if _is_name(city) and folder.is_dir():
        return Place(city, folder, workspace)
    path = Path(city)
    if path.is_dir():
        real = path.resolve()
        above = real.parent.parent if real.parent.name == CITIES else workspace
        return Place(real.name, path, above)
    known = slugs(workspace)
    close = get_close_matches(city, known, n=1)
    hint = f" Maksudnya '{close[0]}'?" if close else ""
    if not close:
        hint = f" Yang ada: {', '.join(known)}." if known else " Belum ada kota di cities/."
    return stop(f"kota '{city}' tidak ada.{hint}")


def find_workspace() -> Path:
    """Return the nearest folder, here or above, that holds `cities/`; else this one."""
    here = Path()
    above = [Path(*[".."] * n) for n in range(1, len(here.resolve().parents) + 1)]
    return next((folder for folder in [here, *above] if (folder / CITIES).is_dir()), here)


def case_of(
    city: str,
    *,
    submission: str | None = None,
    instrument: str | None = None,
    local: bool = False,
) -> "Case":
    """Understand a city for a submission, and stop where the command line names what is not.

    `local` allows the workspace's own rules to run.
    """
    from scmaster import pipeline
    from scmaster.assess.case import judged_by
    from scmaster.cli.look import today

    where = find(city)
    case = pipeline.understand_city(
        where.folder, where.workspace, on=today(), submission=submission, local=local
    )
    if submission and case.submission is None:
        stop(f"pengajuan '{submission}' tidak ada di kota '{where.slug}'.")
    if instrument is None:
        return case
    known = case.dossier.frameworks.instruments
    if instrument not in known:
        close = get_close_matches(instrument, known, n=1)
        hint = f"Maksudnya '{close[0]}'?" if close else f"Yang ada: {', '.join(known)}."
        stop(f"instrumen '{instrument}' tidak ada. {hint}")
    return judged_by(case, instrument)


def slugs(workspace: Path) -> list[str]:
    """Return the names of the cities of a workspace."""
    folder = workspace / CITIES
    if not folder.is_dir():
        return []
    return sorted(p.name for p in folder.iterdir() if p.is_dir() and not p.name.startswith("."))


def cities_of(folder: str | None) -> tuple[list[Path], Path]:
    """Return the folders of all cities of a folder, and the workspace that they stand in.

    `folder` is a workspace, or holds the cities itself; None: the workspace here or above.
    """
    root = find_workspace() if folder is None else Path(folder)
    if not root.is_dir():
        stop(f"folder '{folder}' tidak ada.")
    if (root / CITIES).is_dir() or folder is None:
        return [root / CITIES / slug for slug in slugs(root)], root
    workspace = root.parent if root.resolve().name == CITIES else find_workspace()
    every = (path for path in root.iterdir() if path.is_dir() and not path.name.startswith("."))
    return sorted(every, key=lambda path: path.name), workspace


def _is_name(city: str) -> bool:
    return Path(city).name == city and city not in {"", ".", ".."}
