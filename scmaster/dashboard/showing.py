"""What leaders are shown of a case: what assessors are, without titles of what is closed.

A dashboard is passed on more freely than a report. So the titles of evidence above the
classification *biasa* go as well, and whatever looks like personal data in any text. As this is
done before a page is composed, no page can forget it.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from scmaster.assess.case import Case
from scmaster.assess.disclosure import confidential, for_assessors
from scmaster.assess.personal_data import found
from scmaster.link import Use
from scmaster.model.evidence import Evidence
from scmaster.model.record import Record

R = TypeVar("R", bound=Record)

CLOSED = "Eviden tertutup, diperlihatkan saat visitasi"
"""Stands in the place of a title."""
HIDDEN = "(data pribadi disembunyikan)"
_SHORTEST = 8
"""A title of fewer letters may be a word of any sentence."""


def for_leaders(case: Case) -> Case:
    """Return the case as leaders may see it; how its questions stand does not change."""
    titles = _titles(case)

    def bare(text: str) -> str:
        return without_personal_data(titles.sub(CLOSED, text) if titles else text)

    open_ = for_assessors(case)
    shown = {entry.id: _swept(entry, bare) for entry in open_.dossier.every()}
    for identity, entry in shown.items():
        if isinstance(entry, Evidence) and confidential(entry):
            shown[identity] = entry.model_copy(update={"title": CLOSED})
    dossier = replace(
        open_.dossier,
        records={
            name: {identity: shown[identity] for identity in section}
            for name, section in open_.dossier.records.items()
        },
        uses={
            identity: [Use(shown.get(use.user.id, use.user), use.path) for use in uses]
            for identity, uses in open_.dossier.uses.items()
        },
    )
    own = _swept(open_.submission, bare) if open_.submission else None
    return replace(open_, dossier=dossier, submission=own)


def _titles(case: Case) -> re.Pattern[str] | None:
    """Return what finds the titles of closed evidence in a text; None: there is none."""
    every = case.dossier.of(Evidence).values()
    closed = {e.title for e in every if confidential(e) and len(e.title) >= _SHORTEST}
    longest_first = sorted(closed, key=lambda title: (-len(title), title))
    return re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE) if closed else None


def without_personal_data(text: str) -> str:
    """Return a text in which nothing looks like a NIK, a telephone number, or a secret."""
    for written in sorted({hit.written for hit in found(text)}, key=lambda w: (-len(w), w)):
        text = text.replace(written, HIDDEN)
    return text


def _swept(record: R, bare: Callable[[str], str]) -> R:
    """Return a record, and the records inside it, with every text made bare but its id."""
    update = {
        name: kept
        for name, value in record
        if name != "id" and (kept := _value(value, bare)) is not value
    }
    return record.model_copy(update=update) if update else record


def _value(value: object, bare: Callable[[str], str]) -> object:
    if isinstance(value, str):
        kept = bare(value)
        return value if kept == value else kept
    if isinstance(value, Record):
        return _swept(value, bare)
    if isinstance(value, list):
        items = [_value(item, bare) for item in value]
        same = all(new is old for new, old in zip(items, value, strict=True))
        return value if same else items
    return value
