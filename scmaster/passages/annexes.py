"""What stands at the end: what is missing, accepted exceptions, sources."""

from collections.abc import Collection, Iterable

from scmaster.assess.case import Case
from scmaster.assess.missing import by_owner
from scmaster.model import labels
from scmaster.model.city import Source
from scmaster.model.record import Entry
from scmaster.model.wording import date_words
from scmaster.passages.cells import Link, Missing, Pointer, Row, listed


def missing(case: Case) -> list[Row]:
    """Return, owner by owner, what is owed."""
    return [(owner, list(lines)) for owner, lines in by_owner(case)]


def exceptions(case: Case) -> list[Row]:
    """Return each silenced finding: code, finding, reason, accepted by, until."""
    return [
        (
            silenced.diagnostic.code,
            silenced.diagnostic.message,
            silenced.waiver.reason,
            silenced.waiver.accepted_by,
            date_words(silenced.waiver.until),
        )
        for silenced in case.waived
    ]


def sources(case: Case, only: Collection[str] | None = None) -> list[Row]:
    """Return every source as it is cited: number, title with address, publisher, date, tier.

    `only` names the ids of those that are wanted, under the numbers they have anyway.
    """
    numbers, known = case.dossier.citations, case.dossier.of(Source)
    return [
        (
            listed(number),
            Link(source.title, source.url) if source.url else source.title,
            source.publisher or Missing("tidak diketahui"),
            date_words(source.date) if source.date else Missing("tidak diketahui"),
            labels.TIER[source.tier],
        )
        for source, number in ((known[i], n) for i, n in numbers.items())
        if only is None or source.id in only
    ]


def pointed_at(case: Case, rows: Iterable[Row]) -> set[str]:
    """Return the ids of the sources that the cells of some rows cite."""
    lines = [
        line
        for row in rows
        for cell in row
        for line in (cell if isinstance(cell, list) else [cell])
    ]
    anchors = {line.to for line in lines if isinstance(line, Pointer)}
    numbers = case.dossier.citations
    return {name for name, number in numbers.items() if listed(number).anchor in anchors}


def named_by(case: Case, records: Iterable[Entry]) -> set[str]:
    """Return the ids of the sources that some records name anywhere in them."""
    ids = {record.id for record in records}
    uses = case.dossier.uses
    return {
        identity
        for identity in case.dossier.of(Source)
        if any(use.user.id in ids for use in uses.get(identity, []))
    }
