"""Which question of one instrument takes the place of which of another."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from scmaster.link import Frameworks, questions
from scmaster.model.framework import Counterpart, Instrument, Question


@dataclass(frozen=True)
class Counterparts:
    """How the questions of an earlier instrument go on in a later one."""

    taken: dict[str, str]
    """The later question by the earlier one that asks for the same; each at most once."""
    partly: dict[str, list[str]]
    """What of the later instrument asks for part of an earlier question that does not go on."""
    lost: list[str]
    """Earlier questions that nothing asks any more, not even in part."""


def counterparts(frameworks: Frameworks, old: Instrument, new: Instrument) -> Counterparts:
    """Return how the questions of an instrument go on in another.

    The same id is the same question within a family; else a row of a crosswalk says that two
    are equal; else a code of the other edition, where one question alone has it.
    """
    before, after = questions(old), questions(new)
    taken: dict[str, str] = {}
    for one, other in _equal(frameworks, old, new):
        if one in before and other in after and one not in taken and other not in taken.values():
            taken[one] = other
    partly: dict[str, list[str]] = {}
    for row in _rows(frameworks, old, new):
        if row.from_node in before and row.from_node not in taken:
            partly.setdefault(row.from_node, []).append(row.to_node)
    lost = [name for name in before if name not in taken and name not in partly]
    return Counterparts({name: taken[name] for name in before if name in taken}, partly, lost)


def _equal(frameworks: Frameworks, old: Instrument, new: Instrument) -> Iterator[tuple[str, str]]:
    """Yield the pairs that ask for the same, the surest first."""
    before, after = questions(old), questions(new)
    if old.family == new.family:
        yield from ((name, name) for name in before if name in after)
    for row in _rows(frameworks, old, new):
        if row.relation == "equal":
            yield row.from_node, row.to_node
    by_code = _only_ones(after)
    for question in before.values():
        for alias in question.aliases:
            if alias.instrument == new.id and alias.code in by_code:
                yield question.id, by_code[alias.code]
    by_code = _only_ones(before)
    for question in after.values():
        for alias in question.aliases:
            if alias.instrument == old.id and alias.code in by_code:
                yield by_code[alias.code], question.id


def _rows(frameworks: Frameworks, old: Instrument, new: Instrument) -> Iterator[Counterpart]:
    for crosswalk in frameworks.crosswalks.values():
        if (crosswalk.from_instrument, crosswalk.to_instrument) == (old.id, new.id):
            yield from crosswalk.rows


def _only_ones(every: dict[str, Question]) -> dict[str, str]:
    """Return questions by their official code, where no other has the same."""
    counted = Counter(question.code for question in every.values())
    return {q.code: q.id for q in every.values() if counted[q.code] == 1}
