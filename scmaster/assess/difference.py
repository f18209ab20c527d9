"""A city in two states side by side: records, answers, findings and what they earn."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from scmaster.assess import finding_changes, record_changes
from scmaster.assess.case import Case
from scmaster.assess.disclosure import secrets
from scmaster.assess.ledger import Line, ledger
from scmaster.assess.record_changes import RecordChange
from scmaster.assess.standing import State
from scmaster.assess.texts import Path
from scmaster.diagnostics import Diagnostic
from scmaster.model.framework import Question

PERSONAL = "SCM7"
"""Texts that findings with these codes point at are not shown again."""
PRIVATE = "(tidak ditampilkan di sini)"


@dataclass(frozen=True)
class Stood:
    """A question that stands otherwise than before; None: it was not asked."""

    question: Question
    before: State | None
    after: State | None


@dataclass(frozen=True)
class Score:
    """What a dimension, or the whole, would earn: a simulation. None: not known."""

    name: str
    claimed: tuple[Decimal | None, Decimal | None]
    """Before and after."""
    provable: tuple[Decimal | None, Decimal | None]


@dataclass(frozen=True)
class Difference:
    """Two states of a city."""

    before: Case
    after: Case
    records: tuple[RecordChange, ...]
    unknown: tuple[str, ...]
    """Ids that cannot be compared: the record could not be read in one of the states."""
    new: tuple[Diagnostic, ...]
    gone: tuple[Diagnostic, ...]
    questions: tuple[Stood, ...]
    final: Score | None
    """None where the submission has no instrument."""
    dimensions: tuple[Score, ...]
    """Those whose score changed."""


def renamed_submission(before: Case, after: Case) -> str | None:
    """Return the former id of the submission that is looked at, if it had another one."""
    if after.submission is None:
        return None
    found = record_changes.compare(before.dossier, after.dossier, {}, {}).renamed
    return next((old for old, new in found.items() if new == after.submission.id), None)


def compare(before: Case, after: Case) -> Difference:
    """Compare two states, both looked at for the same submission where both have it."""
    found = record_changes.compare(
        before.dossier, after.dossier, _unsaid(before, after), _unsaid(after, before)
    )
    new, gone = finding_changes.compare(before, after, found.renamed)
    final, dimensions = _scores(before, after)
    return Difference(
        before,
        after,
        found.changes,
        found.unknown,
        new,
        gone,
        tuple(_questions(before, after)),
        final,
        dimensions,
    )


def _unsaid(case: Case, other: Case) -> dict[tuple[str, Path], str]:
    """Return what stands in the place of texts that are not shown.

    That is what findings of privacy point at, and what leads to confidential evidence in
    either state.
    """
    lines = {(d.span.file, d.span.line) for d in case.diagnostics if d.code.startswith(PERSONAL)}
    mine, others = secrets(case), secrets(other)
    made = {}
    for entry, path, text in case.texts:
        shown = others.out_of(mine.out_of(text))
        if lines:
            span = entry.span(*path)
            shown = PRIVATE if (span.file, span.line) in lines else shown
        if shown != text:
            made[entry.id, path] = shown
    return made


def _questions(before: Case, after: Case) -> Iterator[Stood]:
    """Yield the questions that stand otherwise, where both states know the submission."""
    if not before.standings or not after.standings:
        return
    for name, now in after.standings.items():
        then = before.standings.get(name)
        if then is None or then.state is not now.state:
            yield Stood(now.question, then.state if then else None, now.state)
    for name, then in before.standings.items():
        if name not in after.standings:
            yield Stood(then.question, then.state, None)


def _scores(before: Case, after: Case) -> tuple[Score | None, tuple[Score, ...]]:
    now, then = ledger(after, {}), ledger(before, {})
    if now is None:
        return None, ()
    known = {line.id: line for line in then.dimensions} if then else {}
    every = [_score(known.get(line.id), line) for line in now.dimensions]
    changed = [s for s in every if s.claimed[0] != s.claimed[1] or s.provable[0] != s.provable[1]]
    return _score(then.final if then else None, now.final), tuple(changed) if then else ()


def _score(then: Line | None, now: Line) -> Score:
    return Score(
        now.name,
        (then.claimed if then else None, now.claimed),
        (then.provable if then else None, now.provable),
    )
