"""The generated files beside a city's YAML: the lock, the reviews, what links gave."""

from pathlib import Path

from scmaster.diagnostics import Diagnostic
from scmaster.evidence import lockfile, reviewfile
from scmaster.evidence.links import file as linkfile
from scmaster.source import files, opening

NAMES = (lockfile.NAME, reviewfile.NAME, linkfile.NAME)


def on_disk(city: Path) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """Return the content of those that lie in a city's folder, by name."""
    made: dict[str, bytes] = {}
    found: list[Diagnostic] = []
    for name in NAMES:
        path = city / name
        if not path.is_file():
            continue
        source = files.SourceFile(opening.name_of(path), path.resolve())
        data, problems = files.content(source)
        found += problems
        if data is not None:
            made[name] = data
    return made, found
