"""What assessors are shown of a case: nothing that would open what is confidential.

Evidence above the classification `biasa` is shown at the visit only. Its title, kind, date,
issuer and printed id stay, so that an assessor can ask for it; address, file, digest, number
of the document, and the place inside it go, wherever in the city's records they are written.
As this is done before a document is composed, no document can forget it.

Notes of records are for the city, but for those that qualify what is printed beside them: of
cycles, results, plans and the masterplan. Exceptions to rules are the city's own as well.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from scmaster.assess.case import Case
from scmaster.diagnostics import Diagnostic
from scmaster.link import Dossier, Use
from scmaster.model.city import Planning
from scmaster.model.evaluation import Result, Submission
from scmaster.model.evidence import Claim, Evidence
from scmaster.model.masterplan import Masterplan
from scmaster.model.measure import Measure
from scmaster.model.record import Entry, Record

R = TypeVar("R", bound=Record)

WITHHELD = "diperlihatkan saat visitasi"
"""What stands in the place of what is not shown."""

QUALIFYING = (Submission, Result, Masterplan, Planning)
"""Kinds of records whose notes say how to read what is printed of them."""

_SHORTEST = 6
"""A file's name of fewer letters may be a word of any sentence."""


def confidential(evidence: Evidence | None) -> bool:
    """Tell whether a piece of evidence is only shown at the visit."""
    return evidence is not None and evidence.classification != "biasa"


def for_assessors(case: Case) -> Case:
    """Return the case as assessors may see it; how its questions stand does not change."""
    hidden = {e.id: e for e in case.dossier.of(Evidence).values() if confidential(e)}
    found = _secrets(hidden, case.dossier.digests)
    shown = {entry.id: _shown(entry, hidden, found) for entry in case.dossier.every()}
    own = case.submission  # perhaps judged by another instrument than the one on record
    submission = _swept(own, hidden, found) if own and hidden else own
    return replace(
        case,
        dossier=_dossier(case.dossier, shown),
        submission=submission,
        diagnostics=tuple(_said(d, found) for d in case.diagnostics),
        told=tuple(_said(d, found) for d in case.told),
        waived=(),
    )


@dataclass(frozen=True)
class Secrets:
    """The addresses, files and digests of what is hidden, however they are written in a text."""

    keys: tuple[str, ...] = ()
    """In small letters; a text without any of them is not looked at more closely."""
    pattern: re.Pattern[str] | None = None

    def out_of(self, text: str) -> str:
        """Return a text without them."""
        if self.pattern is None or not self._in(text):
            return text
        if self.pattern.fullmatch(text):
            return WITHHELD
        return self.pattern.sub(f"({WITHHELD})", text)

    def _in(self, text: str) -> bool:
        small = text.lower()
        return any(key in small for key in self.keys)


def secrets(case: Case) -> Secrets:
    """Return what leads to the confidential evidence of a case."""
    every = case.dossier.of(Evidence)
    hidden = {name: piece for name, piece in every.items() if confidential(piece)}
    return _secrets(hidden, case.dossier.digests)


def _secrets(hidden: Mapping[str, Evidence], digests: Mapping[str, str]) -> Secrets:
    keys: dict[str, str] = {}
    for piece in hidden.values():
        if piece.url:
            address = piece.url.partition("://")[2].rstrip("/")
            keys[address] = rf"(?:https?://)?{re.escape(address)}/?(?:[?#][^\s)]*)?"
        if piece.file and piece.file != WITHHELD and len(piece.file) >= _SHORTEST:
            keys[piece.file] = re.escape(piece.file)
        written = filter(None, (piece.sha256, digests.get(piece.id)))
        keys |= {digest: digest for digest in written}
    if not keys:
        return Secrets()
    longest_first = sorted(keys, key=lambda key: (-len(key), key))
    within = "|".join(keys[key] for key in longest_first)
    # not a part of a longer name: an address may be the beginning of another one
    whole = rf"(?<![\w.-])(?:{within})(?=[.,;:!?)\]}}\"'>]*(?:\s|$))"
    return Secrets(tuple(k.lower() for k in longest_first), re.compile(whole, re.IGNORECASE))


def _shown(entry: Entry, hidden: Mapping[str, Evidence], secrets: Secrets) -> Entry:
    update: dict[str, Any] = {}
    if not isinstance(entry, QUALIFYING):
        update["note"] = None
    if isinstance(entry, Evidence) and entry.id in hidden:
        update |= _closed(entry)
    if isinstance(entry, Claim) and entry.evidence in hidden:
        update |= _unplaced(entry)
    bare = entry.model_copy(update=update)
    return _swept(bare, hidden, secrets) if hidden else bare


def _closed(evidence: Evidence) -> dict[str, Any]:
    """Empty what would open a piece of evidence; that there is something to open stays."""
    has_file = bool(evidence.url or evidence.file)
    return {
        "url": None,
        "file": WITHHELD if has_file else None,
        "sha256": None,
        "pages": None,
        "number": WITHHELD if evidence.number else None,
        "narrator": None,
        "personal_data": None,
        "revoked_by": None,
    }


def _unplaced(claim: Claim) -> dict[str, Any]:
    placed = bool(claim.pages or claim.section)
    verdicts = [verdict.model_copy(update={"reason": None}) for verdict in claim.verdicts]
    return {
        "pages": None,
        "section": WITHHELD if placed else None,
        "statement": None,
        "coverage": None,
        "verdicts": verdicts,
    }


def _swept(record: R, hidden: Mapping[str, Evidence], secrets: Secrets) -> R:
    """Take secrets out of a record and of the records inside it."""
    update: dict[str, Any] = {}
    for name, value in record:
        kept = _value(name, value, hidden, secrets)
        if kept is not value:
            update[name] = kept
    if isinstance(record, Measure) and record.evidence in hidden and record.page:
        update["page"] = WITHHELD
    return record.model_copy(update=update) if update else record


def _value(name: str, value: object, hidden: Mapping[str, Evidence], secrets: Secrets) -> object:
    if isinstance(value, str):
        kept = secrets.out_of(value)
        return None if name == "url" and kept != value else kept
    if isinstance(value, Record):
        return _swept(value, hidden, secrets)
    if isinstance(value, list):
        items = [_value("", item, hidden, secrets) for item in value]
        same = all(new is old for new, old in zip(items, value, strict=True))
        return value if same else items
    return value


def _said(diagnostic: Diagnostic, secrets: Secrets) -> Diagnostic:
    message, hint = secrets.out_of(diagnostic.message), secrets.out_of(diagnostic.hint)
    return replace(diagnostic, message=message, hint=hint)


def _dossier(dossier: Dossier, shown: Mapping[str, Entry]) -> Dossier:
    return replace(
        dossier,
        records={
            name: {identity: shown[identity] for identity in section}
            for name, section in dossier.records.items()
        },
        uses={
            identity: [Use(shown.get(use.user.id, use.user), use.path) for use in uses]
            for identity, uses in dossier.uses.items()
        },
        digests={
            identity: digest
            for identity, digest in dossier.digests.items()
            if not confidential(dossier.get(Evidence, identity))
        },
    )
