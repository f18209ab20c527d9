"""The kinds of text as JSON Schema has them: what an editor's reader of YAML makes of each.

To us every scalar is text; an editor has made numbers and booleans of some by then, so each
kind of text is also what it becomes there. The patterns hold in Python and in JavaScript.
"""

from collections.abc import Sequence
from typing import Any

Fragment = dict[str, Any]
"""A piece of JSON Schema."""

MOST = 10**18 - 1
"""The largest number that is read: eighteen digits."""

_LEAP_DAY = "(?:(?:19|20)(?:0[48]|[2468][048]|[13579][26])|2000)-02-29"
_DAY = (
    "-(?:0[1-9]|1[0-2])"
    "|-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])"
    "|-(?:0[13-9]|1[0-2])-(?:29|30)"
    "|-(?:0[13578]|1[02])-31"
)


def string(pattern: str, **more: object) -> Fragment:
    """Return a text of which the whole has a pattern."""
    return {"type": "string", "pattern": f"^(?:{pattern})$"} | more


def either(*fragments: Fragment, examples: Sequence[object] = ()) -> Fragment:
    """Return what one of some fragments takes."""
    said: Fragment = {"anyOf": list(fragments)}
    return said | {"examples": list(examples)} if examples else said


def number(plain: str, thousands: str) -> Fragment:
    """Return a number; as text it is plain, and has no dot that may part thousands."""
    figure = {"type": "number", "minimum": -MOST, "maximum": MOST}
    return either(figure, string(rf"(?!{thousands}$){plain}"))


def whole(pattern: str, examples: Sequence[object] = ()) -> Fragment:
    """Return a whole number, 0 or more."""
    figure = {"type": "integer", "minimum": 0, "maximum": MOST}
    return either(figure, string(pattern), examples=examples)


def year(earliest: int, latest: int) -> Fragment:
    """Return a year from one to another, by its number."""
    return {"type": "integer", "minimum": earliest, "maximum": latest}


YEAR = "19[0-9]{2}|20[0-9]{2}|2100"
DATE = f"(?:(?:{YEAR})(?:{_DAY})?|{_LEAP_DAY})"
PERIOD = f"{DATE}(?:/{DATE})?"

YES_NO = either(
    {"type": "boolean"},
    {"enum": ["ya", "tidak"]},
    string("[Yy][Aa]|[Tt][Ii][Dd][Aa][Kk]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]"),
)
TEXT: Fragment = {"type": ["string", "number", "boolean"], "pattern": r"\S"}


def identity(pattern: str, longest: int) -> Fragment:
    """Return an id; one of digits, or with one dot, has become a number."""
    word = {"type": "string", "pattern": pattern, "maxLength": longest}
    return either(word, {"type": "number", "minimum": 0}, {"type": "boolean"})
