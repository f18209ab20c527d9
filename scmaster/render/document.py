"""What render asks of a document that scmaster.documents has composed."""

from typing import Protocol

from scmaster.diagnostics import Span


class Cover(Protocol):
    """What the cover, the header and the properties say; an empty text is left out."""

    @property
    def title(self) -> str:
        """Return the title, in the writing of a sentence; the cover sets it in capitals."""

    @property
    def subtitle(self) -> str:
        """Return what stands below the title."""

    @property
    def city(self) -> str:
        """Return the city with its kind: Kota Balikpapan."""

    @property
    def year(self) -> str:
        """Return the year of the cycle."""

    @property
    def office(self) -> str:
        """Return the issuing office."""

    @property
    def draft(self) -> str:
        """Return the stamp of every page ("DRAF – 3 galat"); empty: not a draft."""

    @property
    def reference(self) -> str:
        """Return the reference document in templates/_shared: "acuan" (with a cover)."""

    @property
    def date(self) -> str:
        """Return the document's own day, as yyyy-mm-dd; empty: it has none."""

    @property
    def subject(self) -> str:
        """Return what the document is about, for its properties."""

    @property
    def commit(self) -> str:
        """Return which version of the city's files the document is made of."""


class Claim(Protocol):
    """What a city states in a document, as the document traces it."""

    @property
    def record(self) -> str:
        """Return the id of the record that states it."""

    @property
    def subject(self) -> str:
        """Return the id under which readers know it where that is another: BAS.01; or nothing."""

    @property
    def field(self) -> str:
        """Return where in the record: fact, measures.0."""

    @property
    def span(self) -> Span:
        """Return the place in the city's files."""

    @property
    def proofs(self) -> tuple[tuple[str, str], ...]:
        """Return the ids of its evidence, each with its SHA-256; empty: not recorded."""

    @property
    def row(self) -> tuple[object, object, object]:
        """Return what an annex prints of it: claim in short, evidence, digests."""


class Document(Protocol):
    """What a composed document has, whatever else its template names."""

    @property
    def cover(self) -> Cover:
        """Return what the cover says."""
