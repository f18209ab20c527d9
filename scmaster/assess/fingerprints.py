"""What stays of a finding when lines move: the same slip keeps its fingerprint.

A report that a server keeps beside an earlier one needs to know which findings are new. A
line and a column say nothing of that: who adds a record above moves all below. What stays is
the rule, the record and the field it is about, and what is said but for its figures: "3 of 117
questions" and "4 of 117 questions" are one finding. Where several have all of these in common,
it is which of them.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from hashlib import sha256

from scmaster.diagnostics import Diagnostic, Span
from scmaster.link import Dossier

FIGURE = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
WORD = re.compile(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*")
LENGTH = 32
"""Hexadecimal digits of a fingerprint: more than any number of findings asks for."""


def fingerprints(
    said: Iterable[Diagnostic], dossier: Dossier | None, name: Callable[[str], str] = str
) -> dict[Diagnostic, str]:
    """Return the fingerprint of each finding on a city's records, or on files that are none.

    `name` gives a file the name that it keeps wherever the command is run. It counts only
    where a place is no part of a record: a record may move to another file.
    """
    about = subjects(dossier) if dossier else {}
    seen: Counter[tuple[str, ...]] = Counter()
    made = {}
    for found in said:
        subject = about.get(_start(found.span)) or ("", name(found.span.file))
        words = WORD.sub(_figureless, found.message)
        key = (found.code, *subject, words)
        seen[key] += 1
        made[found] = digest(*key, str(seen[key]))
    return made


def digest(*parts: str) -> str:
    """Make one fingerprint of what stays."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def subjects(dossier: Dossier) -> dict[tuple[str, int, int], tuple[str, ...]]:
    """Return city, record and fields for every place in a record, the outermost that begins there.

    Which item of a list it is does not count: one may be put before it.
    """
    city = dossier.city.id if dossier.city else ""
    made: dict[tuple[str, int, int], tuple[str, ...]] = {}
    for entry in dossier.every():
        for path, span in entry.places():
            fields = [step for step in path if isinstance(step, str)]
            made.setdefault(_start(span), ("record", city, entry.id, *fields))
    return made


def _figureless(word: re.Match[str]) -> str:
    return "#" if FIGURE.fullmatch(word[0]) else word[0]


def _start(span: Span) -> tuple[str, int, int]:
    return span.file, span.line, span.column
