"""A document that came back, made again: as it was handed out, and of the data of today."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from scmaster import documents, forms, pipeline
from scmaster.assess.case import Case
from scmaster.history import NoEarlierMomentError
from scmaster.model.evaluation import Submission
from scmaster.packing.package import as_packed
from scmaster.packing.selection import select
from scmaster.passages.changes import Earlier
from scmaster.render import Origin
from scmaster.render.trace import Trace
from scmaster.returned import paper
from scmaster.returned.paper import Paper
from scmaster.returned.provenance import Provenance
from scmaster.source import git

_COMMIT = re.compile(r"[0-9a-f]{7,40}")


class Home(NamedTuple):
    """Where a city and its workspace are, and the day of the look."""

    folder: Path
    workspace: Path | None
    on: date


class Remade(NamedTuple):
    """A document made again."""

    paper: Paper
    moment: str
    """Of which data (Indonesian)."""
    exact: bool = False
    """Whether it is known to say what the document said when it was handed out."""


class NotRemadeError(Exception):
    """Says in Indonesian why a document cannot be made again."""


def about(case: Case, submission: str) -> Case:
    """Return the case, looked at for a submission; as it is where there is none of that id."""
    own = case.dossier.get(Submission, submission)
    if own is None or own is case.submission:
        return case
    return pipeline.checked(replace(case, submission=own))


def as_now(case: Case, found: Provenance, home: Home) -> Remade:
    """Make a document of the city as it is now. Raises NotRemadeError."""
    made = _made(about(case, found.origin.submission), found, home)
    return Remade(made, "data kota sekarang")


def as_then(found: Provenance, home: Home) -> Remade:
    """Make a document of the city as it was committed then. Raises NotRemadeError."""
    match = _COMMIT.match(found.commit)
    if match is None:
        raise NotRemadeError("dokumen ini tidak mencatat commit data kotanya")
    submission = found.origin.submission or None
    try:
        case = pipeline.understand_revision(
            home.folder, home.workspace, match[0], on=home.on, submission=submission
        )
    except git.RevisionError as fault:
        raise NotRemadeError(str(fault)) from None
    made = _made(case, found, home)
    return Remade(made, f"commit {match[0]}")


def nearest(then: Remade | None, now: Remade, trace: Trace | None) -> Remade:
    """Choose what stands for the document as it was handed out.

    That is whichever has the body it had; else whichever says most of its claims in the same
    words, and of two alike what was committed then.
    """
    made = [now] if then is None else [then, now]
    own = trace.origin.body if trace else ""
    for one in made:
        other = one.paper.trace
        if own and other is not None and other.origin.body == own:
            return one._replace(exact=True)
    return max(made, key=lambda one: _agreeing(one, trace))


def _agreeing(remade: Remade, trace: Trace | None) -> int:
    if trace is None or remade.paper.trace is None:
        return 0
    ours = {(c.record, c.field, c.words) for c in remade.paper.trace.claims}
    return sum(1 for c in trace.claims if (c.record, c.field, c.words) in ours)


def _made(case: Case, found: Provenance, home: Home) -> Paper:
    origin = found.origin
    known = [*documents.slugs(), *forms.slugs(home.folder, home.workspace)]
    if origin.document not in known:
        raise NotRemadeError("jenis dokumennya tidak dikenali")
    if origin.packed:
        case = as_packed(case, select(case))
    order = pipeline.Order(
        documents=[origin.document],
        formats=["docx"],
        draft=bool(origin.draft),
        internal=origin.copy == "internal",
        narrowed=True,
        earlier=_earlier(case, origin, home),
        date=origin.date,
        commit=found.commit,
    )
    built = pipeline.build(case, home.folder, home.workspace, order)
    named = {made.name: made for made in built.artifacts}
    wanted = named.get(f"{origin.name}.docx")
    if wanted is None and len(named) == 1 and not origin.name:
        wanted = next(iter(named.values()))
    if wanted is None:
        why = next((reason for _, reason in built.left_out), "dokumen itu tidak disusun lagi")
        raise NotRemadeError(why)
    return paper.read(wanted.content)


def _earlier(case: Case, origin: Origin, home: Home) -> Earlier | None:
    """Return the moment a document compares with: a revision; a document names no file to us."""
    if not origin.since or origin.since.endswith(".json"):
        return None
    try:
        return pipeline.history(home.folder, home.workspace).named(case, origin.since)
    except NoEarlierMomentError:
        return None
