"""Where shipped data is: inside a wheel, or beside the package; a workspace's own wins."""

from pathlib import Path

PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """Return the folder of shipped data called `name` (`pillars` or `templates`)."""
    inside = PACKAGE / "_data" / name  # first: beside a wheel lie others' folders
    return inside if inside.is_dir() else PACKAGE.parent / name


def folders(name: str, workspace: Path | None) -> list[Path]:
    """Return the folders to search for `name`, the workspace's own first.

    `workspace` is the folder that holds `cities/`, or None where there is none.
    """
    own = [workspace / name] if workspace and (workspace / name).is_dir() else []
    rest = shipped(name)
    return own if own and own[0].resolve() == rest.resolve() else [*own, rest]
