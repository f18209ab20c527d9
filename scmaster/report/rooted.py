"""Files named from the root of the repository, as those who keep a report want them.

A person is told a file's name from where the person stands. GitHub, GitLab and a stored
report know only the repository: for them a name begins at its root, wherever the command was
run, and nothing of the machine it was run on is in it.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from scmaster import resources
from scmaster.diagnostics import Diagnostic, Span

Name = Callable[[str], str]
"""Gives the name of a file, as a report has it, the name it is kept under."""


def root_of(workspace: Path) -> Path:
    """Return the folder of the repository that a workspace is in; else the workspace itself."""
    here = _whole(workspace)
    above = (folder for folder in [here, *here.parents] if (folder / ".git").exists())
    return next(above, here)


def names_from(root: Path) -> Name:
    """Return what names files from a folder; one that is not below it keeps no folder.

    What is shipped with the package is named from the package.
    """
    homes = [_whole(root), _whole(resources.PACKAGE), _whole(resources.PACKAGE.parent)]

    def name(file: str) -> str:
        path = _whole(Path(file))
        home = next((home for home in homes if path.is_relative_to(home)), path.parent)
        return path.relative_to(home).as_posix()

    return name


def rooted(diagnostics: Sequence[Diagnostic], name: Name) -> list[Diagnostic]:
    """Return the diagnostics with every file in them named anew."""

    def moved(span: Span) -> Span:
        return span._replace(file=name(span.file))

    return [
        replace(
            d,
            span=moved(d.span),
            related=tuple(other._replace(span=moved(other.span)) for other in d.related),
        )
        for d in diagnostics
    ]


def _whole(path: Path) -> Path:
    """Write a path from the top, as it is named: a link stays a link, as git has it."""
    return Path(os.path.abspath(path))  # noqa: PTH100  (resolve would follow links)
