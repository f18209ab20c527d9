"""A value as YAML, the way people write it in these files.

What is one word too long for a line goes below its key: texts folded, lists with a dash an item.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from scmaster.exchange import scalars
from scmaster.exchange.scalars import WIDTH
from scmaster.exchange.wishes import Written


class Manner(NamedTuple):
    """How the lines of a file are laid out."""

    step: int = 2
    """By how many columns a list stands further right than its key."""
    folds: bool = True
    """Whether texts may run over lines of their own."""


USUAL = Manner()


def block(record: Mapping[str, Written], dash: int, manner: Manner = USUAL) -> list[str]:
    """Return the lines of a record as an item of a list whose dash is at a column (from 0)."""
    return items([record], dash, manner)


def sections(held: Mapping[str, Written]) -> list[str]:
    """Return the lines of a file of sections, each record set apart from the one above."""
    made: list[str] = []
    for name, records in held.items():
        made += [*([""] if made else []), f"{scalars.key(name)}:"]
        for number, record in enumerate(records if isinstance(records, list) else [records]):
            made += [*([""] if number else []), *items([record], 2)]
    return made


def fields(record: Mapping[str, Written], column: int, manner: Manner = USUAL) -> list[str]:
    """Return the lines of a mapping whose keys begin at a column."""
    made = []
    for name, value in record.items():
        lead = f"{' ' * column}{scalars.key(name)}:"
        rest = beside(value, column, len(lead), manner)
        made += [lead + rest[0], *rest[1:]]
    return made


def items(
    values: Sequence[Written], dash: int, manner: Manner = USUAL, *, braces: bool = False
) -> list[str]:
    """Return the lines of a list whose dashes are at a column.

    With `braces`, a mapping that fits on its line stands in braces.
    """
    made = []
    for value in values:
        rest = behind_dash(value, dash, manner, braces=braces)
        made += [" " * dash + "-" + rest[0], *rest[1:]]
    return made


def beside(
    value: Written, column: int, used: int, manner: Manner = USUAL, style: str = ""
) -> list[str]:
    """Return what follows `key:` on its line, and the lines below.

    `column` is where the key begins, `used` how much of the line is taken up to the colon,
    `style` how a text there was written before.
    """
    if value is None:
        return [""]
    if isinstance(value, str):
        return scalars.beside(value, column, used, style, folds=manner.folds)
    short = " " + flow(value)
    if _is_flat(value) and used + len(short) <= WIDTH:
        return [short]
    if isinstance(value, Mapping):
        return ["", *fields(value, column + 2, manner)]
    return ["", *items(value, column + manner.step, manner)]


def behind_dash(
    value: Written, dash: int, manner: Manner = USUAL, style: str = "", *, braces: bool = False
) -> list[str]:
    """Return what follows the dash of an item on its line, and the lines below."""
    if isinstance(value, Mapping) and value:
        short = " " + flow(value)
        if braces and _is_flat(value) and dash + 1 + len(short) <= WIDTH:
            return [short]
        made = fields(value, dash + 2, manner)
        return [made[0][dash + 1 :], *made[1:]]
    if value is None:
        return [""]
    if isinstance(value, str):
        return scalars.beside(value, dash, dash + 1, style, folds=manner.folds)
    return [" " + flow(value)]


def flow(value: Written, style: str = "") -> str:
    """Return a value on one line, as it may stand between brackets."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(pairs(value)) + "}"
    if value is None:
        return "null"
    if isinstance(value, str):
        return scalars.in_brackets(value, style)
    return "[" + ", ".join(map(flow, value)) + "]"


def pairs(values: Mapping[str, Written]) -> list[str]:
    """Return each field of a mapping as it may stand between braces."""
    return [f"{scalars.key(name)}: {flow(value)}" for name, value in values.items()]


def _is_flat(value: Written) -> bool:
    """Tell whether a list or mapping may stand on one line: it holds texts and short lists."""
    if isinstance(value, Mapping):
        return all(_is_simple(held) for held in value.values())
    return not isinstance(value, str) and all(_is_simple(held) for held in value or ())


def _is_simple(value: Written) -> bool:
    if isinstance(value, str):
        return "\n" not in value
    if isinstance(value, Mapping):
        return not value
    return all(isinstance(held, str) for held in value or ())
