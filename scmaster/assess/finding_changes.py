"""Which findings are new, and which are gone: by code, record and words, never by line.

A figure in a message is no part of it: "3 of 117 questions" and "4 of 117 questions" are one
finding that stands somewhere else.
"""

import re
from collections.abc import Iterable, Mapping

from scmaster.assess.case import Case
from scmaster.assess.places import Places
from scmaster.diagnostics import Diagnostic

DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
WORD = re.compile(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*")

Fingerprint = tuple[str, str, str]


def compare(
    before: Case, after: Case, renamed: Mapping[str, str]
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """Return the findings that only the later state has, and those that only the earlier had.

    `renamed` holds today's ids by the former ones: a finding about such a record stays what
    it is.
    """
    old = list(zip(_fingerprints(before, renamed), before.diagnostics, strict=True))
    new = list(zip(_fingerprints(after, {}), after.diagnostics, strict=True))
    return tuple(_without(new, old)), tuple(_without(old, new))


def _without(
    those: Iterable[tuple[Fingerprint, Diagnostic]],
    these: Iterable[tuple[Fingerprint, Diagnostic]],
) -> Iterable[Diagnostic]:
    """Yield those that are not among these; of several alike the last ones."""
    left: dict[Fingerprint, int] = {}
    for print_, _ in these:
        left[print_] = left.get(print_, 0) + 1
    for print_, diagnostic in those:
        if left.get(print_, 0):
            left[print_] -= 1
        else:
            yield diagnostic


def _fingerprints(case: Case, renamed: Mapping[str, str]) -> Iterable[Fingerprint]:
    places = Places(case.dossier)
    for diagnostic in case.diagnostics:
        record = places.record_at(diagnostic.span) or ""
        said = WORD.sub(lambda word: renamed.get(word[0], word[0]), diagnostic.message)
        yield diagnostic.code, renamed.get(record, record), _figureless(said)


def _figureless(said: str) -> str:
    """Leave figures out, but not those of an id."""

    def bare(word: re.Match[str]) -> str:
        return "#" if DIGITS.fullmatch(word[0]) else word[0]

    return WORD.sub(bare, said)
