"""Which originals a package hands out, under which names, and which not, with the reason.

Nothing above the classification *biasa* leaves the house, nothing with personal data in the
clear, and nothing that nobody has looked into. What lies under two records is judged by the
stricter of them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scmaster.assess.case import Case
from scmaster.assess.disclosure import WITHHELD, confidential
from scmaster.assess.originals import Original
from scmaster.model import labels
from scmaster.model.evidence import Claim, Evidence
from scmaster.packing.names import Names

FOLDER = "eviden"
OTHERS = "lain"
"""The folder of what is used, but for no question."""
PERSONAL = frozenset({"SCM705", "SCM821"})
"""Findings that a file holds personal data in the clear; who accepts one may waive it."""

_STATES = {
    "missing": "berkasnya tidak ada di folder eviden",
    "changed": "berkasnya berubah sejak dikunci",
    "unlocked": "berkasnya belum dikunci",
}


@dataclass(frozen=True)
class Inside:
    """An original that goes into the package."""

    name: str
    """Its place below data/: eviden/BAS.01/ev-sk.pdf."""
    original: Original
    """As it was locked."""


@dataclass(frozen=True)
class Outside:
    """A used piece of evidence whose original does not go into the package."""

    evidence: str
    reason: str
    """Indonesian."""
    meant: bool = False
    """Whether that is as it should be; else something has to be done first."""


@dataclass(frozen=True)
class Selection:
    """What becomes of the evidence that a submission uses; by id, but what has no file."""

    inside: Mapping[str, Inside]
    """One original may be that of several pieces of evidence: it is stored once."""
    outside: Mapping[str, Outside]


def select(case: Case) -> Selection:
    """Choose the originals for a case's submission, in the order of its questions."""
    personal = _personal(case)
    outside: dict[str, Outside] = {}
    chosen: dict[str, str] = {}
    for identity, folder in _used(case):
        reason = _closed(case, identity)
        if reason:
            outside[identity] = Outside(identity, reason, meant=True)
        elif fault := _fault(case, identity, personal):
            outside[identity] = Outside(identity, fault)
        elif case.dossier.of(Evidence)[identity].file:
            chosen[identity] = folder
    names, inside, known = Names(), dict[str, Inside](), dict[str, str]()
    secret = _secret(case, personal)
    for identity, folder in chosen.items():
        original = case.originals.locked[identity]
        if {original.sha256, original.file} & secret:
            reason = "isinya sama dengan eviden lain yang tidak diserahkan"
            outside[identity] = Outside(identity, reason)
            continue
        if original.sha256 not in known:
            known[original.sha256] = names.take(f"{FOLDER}/{folder}", identity, original)
        inside[identity] = Inside(known[original.sha256], original)
    return Selection(inside, outside)


def _used(case: Case) -> Iterator[tuple[str, str]]:
    """Yield each piece the submission uses, once, with the folder of its first question."""
    seen: set[str] = set()
    for question, standing in case.standings.items():
        for _, evidence in standing.claims:
            if evidence.id not in seen:
                seen.add(evidence.id)
                yield evidence.id, question
    for identity in case.dossier.of(Evidence):
        if identity not in seen and serves(case, identity):
            yield identity, OTHERS


def serves(case: Case, identity: str) -> list[str]:
    """Return what uses a piece beside questions: ids of records; none of other submissions."""
    own = case.submission.id if case.submission else None
    found: dict[str, None] = {}
    for use in case.dossier.uses.get(identity, []):
        if not isinstance(use.user, Claim):
            found[use.user.id] = None
        elif use.user.submission in {None, own}:
            found |= dict.fromkeys(n for n in use.user.supports if n not in case.standings)
    return list(found)


def _closed(case: Case, identity: str) -> str:
    evidence = case.dossier.of(Evidence)[identity]
    if not confidential(evidence):
        return ""
    return f"klasifikasi {labels.CLASSIFICATION[evidence.classification].lower()}, {WITHHELD}"


def _fault(case: Case, identity: str, personal: set[str]) -> str:
    """Say why a file cannot be handed out yet, or nothing (Indonesian)."""
    evidence, held = case.dossier.of(Evidence)[identity], case.originals
    if not evidence.file:
        return ""
    if identity in personal:
        return "memuat data pribadi yang belum disamarkan"
    if not held.here:
        return "folder eviden tidak ada di komputer ini"
    if said := _STATES.get(held.states.get(identity, "unlocked")):
        return said
    return "" if held.read(identity) is not None else "isinya belum diperiksa di komputer ini"


def _personal(case: Case) -> set[str]:
    places = {found.span for found in case.diagnostics if found.code in PERSONAL}
    fields = (("file",), ("personal_data", "present"))
    return {
        identity
        for identity, evidence in case.dossier.of(Evidence).items()
        if places & {evidence.span(*field) for field in fields}
    }


def _secret(case: Case, personal: set[str]) -> set[str]:
    """Return digests and files of what may not leave the house under any name."""
    hidden = {i for i, e in case.dossier.of(Evidence).items() if confidential(e)}
    hidden |= personal
    every, locked = case.dossier.of(Evidence), case.originals.locked
    found = {locked[identity].sha256 for identity in hidden & locked.keys()}
    found |= {said for i in hidden for said in (every[i].sha256, every[i].file) if said}
    return found
