"""What stands in a cell: words, words that lead somewhere, or that something is missing."""

from dataclasses import dataclass

from scmaster.diagnostics import Span
from scmaster.link import Dossier
from scmaster.model.city import Source
from scmaster.model.measure import Measure


@dataclass(frozen=True)
class Link:
    """Words that lead to an address; in print the address is read beside them."""

    text: str
    url: str


@dataclass(frozen=True)
class Missing:
    """Says that something is not there, in the style that makes it seen."""

    text: str = "belum ada"
    style: str = "Belum Ada"


@dataclass(frozen=True)
class Place:
    """Words that other words of the document lead to."""

    text: str
    anchor: str
    """Its name: letters and digits, unique in a document."""


@dataclass(frozen=True)
class Pointer:
    """Words that lead to a place of the same document, where it has that place."""

    text: str
    to: str


@dataclass(frozen=True)
class Noted:
    """Words with a footnote: what a reader wants to see on the same page."""

    text: str
    note: "list[str | Link]"
    """A line each."""


@dataclass(frozen=True)
class Claim:
    """What the city states: where it is written, and what proves it."""

    record: str
    """Id of the record that states it."""
    field: str
    """Where in the record: fact, measures.0."""
    span: Span
    proofs: tuple[tuple[str, str], ...]
    """Ids of its evidence, each with its SHA-256; empty where that is not recorded."""
    row: "tuple[Cell, Cell, Cell]"
    """What the annex prints of it: claim in short, evidence, digests."""
    subject: str = ""
    """The id under which readers know it, where that is another: a question's."""


@dataclass(frozen=True)
class Stated:
    """Words with which the city claims something; `claims.stated` makes them."""

    text: str
    claim: Claim
    style: str = ""


Line = str | Link | Missing | Place | Pointer | Noted | Stated
Cell = Line | list[Line]
Row = tuple[Cell, ...]


def listed(number: int) -> Place:
    """Return the number of a source as the list of sources has it."""
    return Place(f"[{number}]", f"Sumber{number}")


def cite(dossier: Dossier, identity: str | None) -> Pointer | Missing:
    """Cite a source by the number it has in the list of sources, and its publisher."""
    source = dossier.get(Source, identity)
    if source is None:
        return Missing()
    row = listed(dossier.citations[source.id])
    return Pointer(" ".join(filter(None, (row.text, source.publisher))), row.anchor)


def origin_of(dossier: Dossier, measure: Measure, others: list[str]) -> Pointer | Missing:
    """Cite where a figure was read: its own source, else the first of its record."""
    return cite(dossier, measure.source or next(iter(others), None))


def marks(dossier: Dossier, *identities: str | None) -> str:
    """Return the numbers of sources, as they follow what was read there: [3] [7]."""
    numbers = [dossier.citations[i] for i in dict.fromkeys(identities) if i in dossier.citations]
    return " ".join(f"[{number}]" for number in numbers)
