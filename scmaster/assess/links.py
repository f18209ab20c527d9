"""What the addresses gave when they were last asked; nothing here opens the network."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from scmaster.indonesian import partial_date
from scmaster.link import Dossier
from scmaster.model.city import Source
from scmaster.model.evidence import Evidence, EvidenceKind

if TYPE_CHECKING:
    from scmaster.assess.case import Case

State = Literal["ok", "moved", "changed", "not_document", "permission", "internal", "dead"]
"""Opens; opens elsewhere for good; opens another content than before; opens a web page where
a file is wanted; asks who is there; leads into a private network; does not open."""

ON_THE_WEB: frozenset[EvidenceKind] = frozenset(
    {
        "berita",
        "data_statistik",
        "foto",
        "hasil_indeks",
        "inventaris_aplikasi",
        "penghargaan",
        "statistik_layanan",
        "tangkapan_layar",
        "tautan",
        "testimoni",
        "video",
    }
)
"""Kinds of which a web page may be the evidence itself; of any other the file is wanted."""


@dataclass(frozen=True)
class Link:
    """What an address gave, as `evidence.links` has it."""

    record: str
    """The id of the evidence or source that names it."""
    url: str
    seen: str
    """The day on which it was asked, year-month-day."""
    state: State
    reason: str = ""
    """Why it is not well (Indonesian)."""
    final: str = ""
    """Where it has moved to for good."""
    sha256: str = ""
    """Of the file that it gave first; "" for a web page, or where it was not read whole."""
    since: str = ""
    """The day on which it gave that, year-month-day."""


def day_words(day: str) -> str:
    """Write a day of a generated file as people do: 6 November 2024."""
    try:
        told = date.fromisoformat(day)
    except ValueError:  # its shape was looked at, not the calendar
        return day
    return partial_date(told.year, told.month, told.day)


def addresses(dossier: Dossier) -> dict[str, str]:
    """Return the address that evidence and sources name, by their ids, in their order."""
    every: list[Evidence | Source] = [*dossier.of(Evidence).values(), *dossier.of(Source).values()]
    return {entry.id: entry.url for entry in every if entry.url}


def current(dossier: Dossier, links: Mapping[str, Link]) -> dict[str, Link]:
    """Return what is known of the addresses that are named today; of a new one, nothing is."""
    asked = addresses(dossier)
    return {name: link for name, link in links.items() if asked.get(name) == link.url}


def found(case: "Case", *states: State) -> Iterator[tuple[Evidence | Source, Link]]:
    """Yield the evidence and sources whose address was in one of these states."""
    for name, link in current(case.dossier, case.originals.links).items():
        entry = case.dossier.get(Evidence, name) or case.dossier.get(Source, name)
        if entry is not None and link.state in states:
            yield entry, link
