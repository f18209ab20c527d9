"""What assessors are shown of a case: nothing that would open what is confidential.

Evidence above the classification `biasa` is shown at the visit only. Its title, kind, date,
issuer and printed id stay, so that an assessor can ask for it; address, file, digest, number
of the document, and the place inside it go, wherever in the city's records they are written.
As this is done before a document is composed, no document can forget it.

Notes of records are for the city, but for those that qualify what is printed beside them: of
cycles, results, plans and the masterplan. Exceptions to rules are the city's own as well.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
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
    secrets = _secrets(hidden)
    shown = {entry.id: _shown(entry, hidden, secrets) for entry in case.dossier.every()}
    own = case.submission  # perhaps judged by another instrument than the one on record
    submission = _swept(own, hidden, secrets) if own and hidden else own
    return replace(
        case,
        dossier=_dossier(case.dossier, shown),
        submission=submission,
        diagnostics=tuple(_said(d, secrets) for d in case.diagnostics),
        told=tuple(_said(d, secrets) for d in case.told),
        waived=(),
    )


def sweeper(case: Case) -> Callable[[str], str]:
    """Return what takes the addresses, files and digests of confidential evidence from a text."""
    every = case.dossier.of(Evidence)
    secrets = _secrets({name: piece for name, piece in every.items() if confidential(piece)})
    return lambda text: _text(text, secrets)


def _secrets(hidden: Mapping[str, Evidence]) -> list[str]:
    """Return the texts that lead to what is hidden, the longest first."""
    found = {e.url for e in hidden.values()} | {e.sha256 for e in hidden.values()}
    found |= {e.file for e in hidden.values() if e.file and len(e.file) >= _SHORTEST}
    found -= {None, WITHHELD}
    return sorted((text for text in found if text), key=lambda text: (-len(text), text))


def _shown(entry: Entry, hidden: Mapping[str, Evidence], secrets: list[str]) -> Entry:
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


def _swept(record: R, hidden: Mapping[str, Evidence], secrets: list[str]) -> R:
    """Take secrets out of a record and of the records inside it."""
    update: dict[str, Any] = {}
    for name, value in record:
        kept = _value(name, value, hidden, secrets)
        if kept is not value:
            update[name] = kept
    if isinstance(record, Measure) and record.evidence in hidden and record.page:
        update["page"] = WITHHELD
    return record.model_copy(update=update) if update else record


def _value(name: str, value: object, hidden: Mapping[str, Evidence], secrets: list[str]) -> object:
    if isinstance(value, str):
        kept = _text(value, secrets)
        return None if name == "url" and kept != value else kept
    if isinstance(value, Record):
        return _swept(value, hidden, secrets)
    if isinstance(value, list):
        items = [_value("", item, hidden, secrets) for item in value]
        same = all(new is old for new, old in zip(items, value, strict=True))
        return value if same else items
    return value


def _text(text: str, secrets: list[str]) -> str:
    if text in secrets:
        return WITHHELD
    for secret in secrets:
        if secret in text:
            text = text.replace(secret, f"({WITHHELD})")
    return text


def _said(diagnostic: Diagnostic, secrets: list[str]) -> Diagnostic:
    message, hint = _text(diagnostic.message, secrets), _text(diagnostic.hint, secrets)
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
    )
