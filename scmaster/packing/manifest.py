"""`manifest.json` of a package: every file, what it is and what it proves, for programs.

Its keys are described in docs/paket.md; VERSION counts up when one changes its meaning.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from scmaster.assess.case import Case
from scmaster.documents import Imprint
from scmaster.evidence.bag import Stamp
from scmaster.model.evidence import Claim, Evidence
from scmaster.packing.selection import Selection

NAME = "manifest.json"
VERSION = 1


def write(
    case: Case,
    imprint: Imprint,
    selection: Selection,
    titles: Mapping[str, str],
    stamps: Mapping[str, Stamp],
) -> bytes:
    """Write the manifest of what assessors may see of a case.

    `titles` are those of documents and lists, by name below data/; `stamps` are of all files
    but this one. The same package gives the same bytes.
    """
    city, submission = case.dossier.city, case.submission
    owners: dict[str, list[Evidence]] = {}
    for identity, inside in sorted(selection.inside.items()):
        owners.setdefault(inside.name, []).append(case.dossier.of(Evidence)[identity])
    told = {
        "package": VERSION,
        "scmaster": imprint.version,
        "commit": imprint.commit,
        "city": city.id if city else "",
        "submission": submission.id if submission else "",
        "instrument": case.instrument.id if case.instrument else "",
        "draft": imprint.draft,
        "files": [
            {
                "name": name,
                "size": stamp.size,
                "sha256": stamp.sha256,
                **_about(case, name, titles.get(name, ""), owners.get(name, [])),
            }
            for name, stamp in sorted(stamps.items())
        ],
        "left_out": [
            {
                "evidence": each.evidence,
                "title": case.dossier.of(Evidence)[each.evidence].title,
                "reason": each.reason,
            }
            for _, each in sorted(selection.outside.items())
        ],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _about(case: Case, name: str, title: str, owners: Sequence[Evidence]) -> dict[str, Any]:
    if not owners:
        return {"kind": "document" if "/" in name else "contents", "title": title}
    names = [evidence.id for evidence in owners]
    return {
        "kind": "evidence",
        "title": owners[0].title,
        "evidence": names,
        "proves": [dict(_proof(claim)) for claim in _claims(case, names)],
    }


def _claims(case: Case, evidence: Sequence[str]) -> list[Claim]:
    """Return the claims on pieces of evidence that are for the case's submission."""
    own = case.submission.id if case.submission else None
    every = case.dossier.of(Claim).values()
    return [c for c in every if c.evidence in evidence and c.submission in {None, own}]


def _proof(claim: Claim) -> Iterator[tuple[str, Any]]:
    yield "claim", claim.id
    yield "supports", list(claim.supports)
    yield "role", claim.role
    for field in ("pages", "section"):
        if said := getattr(claim, field):
            yield field, said


def stamps_of(data: bytes) -> dict[str, Stamp] | None:
    """Return what a manifest says of its files, by name; None where it cannot be read."""
    try:
        files = json.loads(data.decode("utf-8"))["files"]
        made = {each["name"]: Stamp(each["sha256"], each["size"]) for each in files}
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    shapes = all(
        isinstance(name, str) and isinstance(stamp.sha256, str) and type(stamp.size) is int
        for name, stamp in made.items()
    )
    return made if shapes and len(made) == len(files) else None
