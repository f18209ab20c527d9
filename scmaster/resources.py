"""Where shipped data is: inside a wheel, or beside the package; a workspace's own wins."""

from pathlib import Path

PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """Return the folder of shipped data called `name` (`pillars` or `templates`)."""
    inside = PACKAGE / "_data" / name  # first: beside a wheel lie others' folders
    return inside if inside.is_dir() else PACKAGE.parent / name


def folders(name: str, *homes: Path | None) -> list[Path]:
    """Return the folders to search for `name`: those of the homes, in order, then ours.

    A home is a folder that may hold its own: a city's, or the workspace that holds
    `cities/`; None where there is none.
    """
    own = [home / name for home in homes if home and (home / name).is_dir()]
    rest = shipped(name)
    return own if own and own[-1].resolve() == rest.resolve() else [*own, rest]
