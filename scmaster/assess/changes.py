"""What changed between two snapshots of a city: by record, field by field.

Answers are compared by question, and only between cycles of one family of instruments: the
ids of questions outlive an edition, not a family. Where the editions differ, only questions
that both ask are compared: one that is no longer asked was not taken back.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scmaster.assess.results import alike
from scmaster.assess.snapshot import Cycle, Item, Snapshot

ADDED, CHANGED, REMOVED = "added", "changed", "removed"


@dataclass(frozen=True)
class FieldChange:
    """A field that says something else; an empty text stands for what is not known."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """A record that came, went, or says something else."""

    kind: str
    """As of Item."""
    id: str
    name: str
    """What it is called now; for one that is gone, what it was called."""
    how: str
    """`added`, `changed` or `removed`."""
    fields: tuple[FieldChange, ...]
    """Of one that came or went: all that it says."""


@dataclass(frozen=True)
class Comparison:
    """Two moments side by side."""

    before: Cycle | None
    """The cycle that the answers are compared with; None when there is none of this family."""
    after: Cycle | None
    editions_differ: bool
    """Whether the two cycles were judged by different instruments of one family."""
    changes: tuple[Change, ...]


def compare(
    before: Snapshot, after: Snapshot, submission: str, earlier: str | None = None
) -> Comparison:
    """Compare a city with itself at an earlier moment, seen from a submission of today.

    `earlier` names the submission to compare the answers with. Without it that is the same
    submission where it was on record already, else the latest one of its family.
    """
    now = next((cycle for cycle in after.cycles if cycle.id == submission), None)
    then = _counterpart(before, now, earlier)
    found = list(_of_items(before.items, after.items))
    differ = bool(now and then and now.instrument != then.instrument)
    if now is not None and then is not None:
        asked = set(now.questions) & set(then.questions)
        found += _of_items(_among(then.answers, asked), _among(now.answers, asked))
    return Comparison(then, now, differ, tuple(found))


def _counterpart(before: Snapshot, now: Cycle | None, earlier: str | None) -> Cycle | None:
    if now is None:
        return None
    able = [cycle for cycle in before.cycles if alike(cycle.family, now.family)]
    named = next((cycle for cycle in able if cycle.id == (earlier or now.id)), None)
    known = [cycle for cycle in able if (cycle.year, cycle.stage) <= (now.year, now.stage)]
    return named or max(known, key=lambda c: (c.year, c.stage, c.id), default=None)


def _among(answers: Iterable[Item], asked: set[str]) -> list[Item]:
    return [answer for answer in answers if answer.id in asked]


def _of_items(before: Iterable[Item], after: Iterable[Item]) -> list[Change]:
    """Compare records by kind and id: what changed and came in today's order, then what went."""
    old = {(item.kind, item.id): item for item in before}
    new = {(item.kind, item.id): item for item in after}
    found = []
    for key, item in new.items():
        was = old.get(key)
        fields = _fields(was.fields if was else {}, item.fields)
        if was is None:
            found.append(Change(item.kind, item.id, item.name, ADDED, fields))
        elif fields:
            found.append(Change(item.kind, item.id, item.name, CHANGED, fields))
    for key, item in old.items():
        if key not in new:
            gone = _fields(item.fields, {})
            found.append(Change(item.kind, item.id, item.name, REMOVED, gone))
    return found


def _fields(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[FieldChange, ...]:
    names = [*after, *(name for name in before if name not in after)]
    pairs = ((name, before.get(name, ""), after.get(name, "")) for name in names)
    return tuple(FieldChange(*pair) for pair in pairs if pair[1] != pair[2])
