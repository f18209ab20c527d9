"""The documents: one file each, named after its folder in templates/.

A document turns a case into plain data, in final words; the template only places it.
The file's name with dashes is the document's slug; `TITLE` is what people call it;
`lacks(case)` says why it cannot be made; `compose(case, imprint)` makes its data.
"""

import importlib
import pkgutil
from dataclasses import dataclass
from typing import Any, Protocol, cast

from scmaster.assess.case import Case


@dataclass(frozen=True)
class Imprint:
    """What made a document, and from what: printed in its colophon."""

    version: str
    """Of scmaster."""
    commit: str
    """Of the city's files; says so when there is none (Indonesian)."""
    draft: bool = False
    """Whether a draft was asked for."""


@dataclass(frozen=True)
class Cover:
    """What stands on the cover, in headers and in the file's properties."""

    title: str
    subtitle: str
    city: str
    year: str
    office: str
    draft: str
    """What marks a draft, or nothing."""
    date: str
    """Of the data, year-month-day, or nothing."""
    subject: str


class DocumentModule(Protocol):
    """What a document's file must hold."""

    TITLE: str

    def lacks(self, case: Case) -> str:
        """Say what the city lacks for this document (Indonesian), or nothing."""
        ...

    def compose(self, case: Case, imprint: Imprint) -> Any:  # noqa: ANN401  (its own dataclass)
        """Decide every word of the document."""
        ...


def slugs() -> list[str]:
    """Return the slugs of all documents."""
    return sorted(info.name.replace("_", "-") for info in pkgutil.iter_modules(__path__))


def title(slug: str) -> str:
    """Return what people call a document."""
    return module(slug).TITLE


def module(slug: str) -> DocumentModule:
    """Return the file of a document."""
    name = f"{__name__}.{slug.replace('-', '_')}"
    return cast("DocumentModule", importlib.import_module(name))
