"""How a single line looks: what a person was about to write there."""

import re

SMART_QUOTES = "“”„‟‘’‚‛«»"

LONGEST = 5_000
"""Characters of a line that is looked at closely; nobody has typed a longer one, and
looking around every word of a line of megabytes would take for ever."""

LEAD = r"(?P<lead>\s*(?:-\s+)*)"
QUOTED = re.compile(r"\"[^\"\\]*(?:\\.[^\"\\]*)*\"|'[^']*(?:''[^']*)*'")
ENTRY = re.compile(LEAD + rf"(?P<key>{QUOTED.pattern}|[^\s\"'\[\]{{}},#:][^:#]*)\s*:(?:\s+|$)")
"""`key: value` or `key:`, after any number of dashes."""

FIELD = re.compile(LEAD + r"(?P<key>[A-Za-z]\w*):(?:\s+|$)")
"""An entry whose key is what fields are called; prose and brackets seldom look like one."""

SCHEMES = "https?|ftp|mailto|tel|sms|urn|doi|isbn|geo|data|file|javascript"
NO_SPACE = re.compile(LEAD + rf"(?P<key>(?!(?:{SCHEMES}):)[A-Za-z]\w*)(?P<sign>:)(?!//)(?=\S)")
"""`key:value`."""
EQUALS = re.compile(LEAD + r"(?P<key>[A-Za-z]\w*)\s*(?P<sign>=)(?!=)")
"""`key = value`."""
NO_DASH_SPACE = re.compile(r"(?P<lead>\s*(?:-\s+)*)-(?=[^\W\d]|[\"'“])")
"""`-item`; a minus before a figure is a figure."""

BLOCK_HEADER = re.compile(r"[|>][+-]?\d?[+-]?\s*(?:#.*)?$")
COMMENT_OR_BLANK = re.compile(r"\s*(?:#|$)")


def indent(line: str) -> int:
    """Count what stands before the first character that can be seen."""
    return len(line) - len(line.lstrip())


def value_start(line: str) -> int:
    """Return the index where the value of a line begins: after dashes and a key."""
    if match := ENTRY.match(line):
        return match.end()
    match = re.match(LEAD, line)
    return match.end() if match else 0


def key_start(line: str) -> int:
    """Return the index where the key of an entry begins, or the line where there is none."""
    entry = ENTRY.match(line)
    return entry.start("key") if entry else indent(line)
