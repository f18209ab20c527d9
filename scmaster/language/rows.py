"""What a single row of a text looks like: dashes, a key, a value, a comment."""

import re
from typing import NamedTuple

from scmaster.source.shapes import COMMENT_OR_BLANK, LEAD, LONGEST, QUOTED, indent

_LEAD = re.compile(LEAD)
_KEY = re.compile(rf"(?P<key>{QUOTED.pattern}|[^\s\"'\[\]{{}},#:][^:#\[\]{{}}]*)\s*:(?:\s+|$)")
_NOTHING = re.compile(r"\s*(?:&\S+\s*)?(?:#.*)?$")
"""What stands behind a key whose value is on the rows below: at most an anchor."""


class Row(NamedTuple):
    """The parts of a row, by the columns where they begin and end."""

    text: str
    left: int
    """Where the first character is."""
    begin: int
    """Where what follows the dashes is: the key, or an item."""
    key: str
    """The key without quotes; empty where there is none."""
    key_end: int
    value: int
    """Where the value begins, or would."""
    end: int
    """Where the content ends."""

    @property
    def dashed(self) -> bool:
        """Whether it begins with a dash."""
        return self.begin > self.left

    @property
    def opens(self) -> bool:
        """Whether it is a key whose value stands on the rows below."""
        return bool(self.key) and bool(_NOTHING.match(self.text, self.value))

    @property
    def content(self) -> str:
        """The value, without quotes."""
        return unquoted(self.text[self.value : self.end])


def row(text: str) -> Row | None:
    """Take a row apart; None where it is blank, a comment, or longer than anybody types."""
    if len(text) > LONGEST or COMMENT_OR_BLANK.match(text):
        return None
    lead = _LEAD.match(text)
    begin = lead.end() if lead else 0
    left, end = indent(text), content_end(text)
    found = _KEY.match(text, begin)
    if found is None:
        return Row(text, left, begin, "", begin, begin, max(begin, end))
    key = found["key"].rstrip()
    value = min(found.end(), max(end, begin + len(key) + 1))
    return Row(text, left, begin, unquoted(key), begin + len(key), value, max(value, end))


def content_end(text: str) -> int:
    """Return where the content of a row ends: before a comment, and before what is blank."""
    i = comment(text)
    content = text[:i].rstrip()
    # one space behind a colon is where a value is about to be typed
    return len(content) + (i > len(content) and content.endswith((":", "-")))


def comment(text: str) -> int:
    """Return where the comment of a row begins; its end where it has none."""
    i = 0 if "#" in text else len(text)
    while i < len(text):
        opens = text[i] in "\"'" and (i == 0 or text[i - 1] in " [{,")
        if opens and (quoted := QUOTED.match(text, i)):
            i = quoted.end()
            continue
        if text[i] == "#" and (i == 0 or text[i - 1].isspace()):
            break
        i += 1
    return i


def unquoted(text: str) -> str:
    """Return a word without the quotes around it."""
    text = text.strip()
    whole = len(text) > 1 and text[0] == text[-1] and text[0] in "\"'"
    return text[1:-1] if whole else text
