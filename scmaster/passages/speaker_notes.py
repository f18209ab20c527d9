"""What a speaker is to know of a figure or a statement: where it was read, what proves it."""

from collections.abc import Iterable

from scmaster.link import Dossier
from scmaster.model.evidence import Evidence
from scmaster.model.measure import Measure
from scmaster.model.record import Entry
from scmaster.model.wording import figure_with_date
from scmaster.passages.cells import Link, Noted
from scmaster.passages.evidence import numbered, place
from scmaster.passages.footnotes import noted

NO_EVIDENCE = "belum ada eviden"
NO_SOURCE = "sumber belum dicatat"


def of_measure(
    dossier: Dossier, about: str, measure: Measure, record: Entry, unit: str = ""
) -> str:
    """Write a figure with its date and kind, its sources, and its evidence with the page.

    A figure that names where it was read is not proven by what supports the record as a whole.
    """
    alone = bool(measure.evidence or measure.source)
    sources = [measure.source] if measure.source else record.sources[:1]
    proofs = _own(dossier, measure) if alone else _of(dossier, record, ())
    return _line(dossier, f"{about}: {figure_with_date(measure, unit)}", sources, proofs)


def of_record(
    dossier: Dossier,
    about: str,
    record: Entry,
    evidence: Iterable[str | None] = (),
    sources: Iterable[str | None] = (),
) -> str:
    """Write what a record states, its sources, and its evidence with pages.

    `evidence` and `sources` are named beside those of the record as a whole.
    """
    cited = [*sources, *record.sources]
    return _line(dossier, about, cited, _of(dossier, record, evidence))


def _line(dossier: Dossier, about: str, sources: Iterable[str | None], proofs: list[str]) -> str:
    read = noted(dossier, about, sources)
    lines = read.note if isinstance(read, Noted) else []
    cited = "; ".join(line.text if isinstance(line, Link) else line for line in lines)
    return (
        f"{about.rstrip('.')}. Sumber: {cited or NO_SOURCE}."
        f" Eviden: {'; '.join(proofs) or NO_EVIDENCE}."
    )


def _own(dossier: Dossier, measure: Measure) -> list[str]:
    evidence = dossier.get(Evidence, measure.evidence)
    if evidence is None:
        return []
    page = f"hlm. {measure.page}" if measure.page else "halaman belum ada"
    return [f"{_called(evidence)}, {page}"]


def _of(dossier: Dossier, record: Entry, ids: Iterable[str | None]) -> list[str]:
    """Name what supports a record with its pages, and then what is named beside."""
    made: dict[str, str] = {}
    for claim in dossier.claims_on(record.id):
        evidence = dossier.get(Evidence, claim.evidence)
        if evidence is not None:
            made[evidence.id] = f"{_called(evidence)}, {_words(place(claim))}"
    for identity in ids:
        evidence = dossier.get(Evidence, identity)
        if evidence is not None and evidence.id not in made:
            made[evidence.id] = f"{_called(evidence)}, halaman belum ada"
    return list(made.values())


def _called(evidence: Evidence) -> str:
    """Name a piece of evidence: its id, title, number and date."""
    facts = ", ".join(_words(line) for line in numbered(evidence)[:2])
    return f"{evidence.printed_id or evidence.id} {evidence.title} ({facts})"


def _words(cell: object) -> str:
    if isinstance(cell, list):
        return ", ".join(_words(line) for line in cell)
    return str(getattr(cell, "text", cell))
