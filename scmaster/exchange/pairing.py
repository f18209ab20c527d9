"""Two trees side by side: what of one is in the other, what goes, and what is new."""

from difflib import SequenceMatcher
from typing import NamedTuple

from scmaster.exchange.wishes import Tree


class Fields(NamedTuple):
    """The fields of two mappings, by name."""

    kept: list[str]
    gone: list[str]
    added: dict[str, Tree]


class Items(NamedTuple):
    """The items of two lists, by number."""

    kept: list[tuple[int, int]]
    gone: list[int]
    added: list[int]


def same(one: Tree, other: Tree) -> bool:
    """Tell whether two trees hold the same, mappings in the same order."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(same(one[name], other[name]) for name in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and one == other


def fields(before: dict[str, Tree], wanted: dict[str, Tree]) -> Fields | None:
    """Sort the fields of two mappings; None where they share none, or not in the same order."""
    kept = [name for name in before if name in wanted]
    gone = [name for name in before if name not in wanted]
    added = {name: value for name, value in wanted.items() if name not in before}
    return Fields(kept, gone, added) if kept and list(wanted) == [*kept, *added] else None


def items(before: list[Tree], wanted: list[Tree]) -> Items | None:
    """Pair the items of two lists so that little is to be written; None where no two can be.

    What is added comes last: nothing is written in between.
    """
    if not before or not wanted:
        return None
    both = SequenceMatcher(None, list(map(repr, before)), list(map(repr, wanted)), autojunk=False)
    made = Items([], [], [])
    for _, old, old_end, new, new_end in both.get_opcodes():
        common = min(old_end - old, new_end - new)
        made.kept.extend((old + at, new + at) for at in range(common))
        made.gone.extend(range(old + common, old_end))
        made.added.extend(range(new + common, new_end))
    if made.kept and not (made.added and made.added[0] < made.kept[-1][1]):
        return made
    common = min(len(before), len(wanted))
    return Items(
        [(at, at) for at in range(common)],
        list(range(common, len(before))),
        list(range(common, len(wanted))),
    )
