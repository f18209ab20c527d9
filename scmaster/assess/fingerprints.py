"""What stays of a finding when lines move: the same slip keeps its fingerprint.

A report that a server keeps beside an earlier one needs to know which findings are new. A
line and a column say nothing of that: who adds a record above moves all below. What stays is
the rule, the record and the field it is about, and what is said; where several findings have
all of these in common, which of them it is.
"""

from collections import Counter
from collections.abc import Callable
from hashlib import sha256

from scmaster.assess.case import Case
from scmaster.diagnostics import Diagnostic, Span
from scmaster.link import Dossier

LENGTH = 32
"""Hexadecimal digits of a fingerprint: more than any number of findings asks for."""


def fingerprints(case: Case, name: Callable[[str], str] = str) -> dict[Diagnostic, str]:
    """Return the fingerprint of each finding of a case.

    `name` gives a file the name that it keeps wherever the command is run. It counts only
    where a place is no part of a record: a record may move to another file.
    """
    about = subjects(case.dossier)
    seen: Counter[tuple[str, ...]] = Counter()
    made = {}
    for found in case.diagnostics:
        subject = about.get(_start(found.span)) or ("", name(found.span.file))
        key = (found.code, *subject, found.message)
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


def _start(span: Span) -> tuple[str, int, int]:
    return span.file, span.line, span.column
