"""Which findings are new, and which are gone: by code, record, field and words, never by line.

A figure in a message is no part of it: "3 of 117 questions" and "4 of 117 questions" are one
finding that stands somewhere else. A warning about the same field of the same record is the same
one even in other words, for those may quote a name that changed; an error is not, for it may be
another slip.
"""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple

from scmaster.assess.case import Case
from scmaster.assess.fingerprints import FIGURE, WORD, subjects
from scmaster.diagnostics import Diagnostic, Severity


class Known(NamedTuple):
    """A finding by what stays of it."""

    code: str
    subject: tuple[str, ...]
    """The record and the field; empty where it is about none."""
    words: str
    finding: Diagnostic


def compare(
    before: Case, after: Case, renamed: Mapping[str, str]
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """Return the findings that only the later state has, and those that only the earlier had.

    `renamed` holds today's ids by the former ones: a finding about such a record stays what
    it is.
    """
    old, new = list(_known(before, renamed)), list(_known(after, {}))
    for same in (_by_words, _by_place):
        old, new = _without(old, new, same), _without(new, old, same)
    return tuple(known.finding for known in new), tuple(known.finding for known in old)


def _by_words(known: Known) -> Hashable:
    return known.code, known.subject, known.words


def _by_place(known: Known) -> Hashable:
    """Return what two findings have in common that differ in words; an error has nothing."""
    if not known.subject or known.finding.severity is Severity.ERROR:
        return id(known)
    return known.code, known.subject


def _without(
    those: Sequence[Known], these: Sequence[Known], same: Callable[[Known], Hashable]
) -> list[Known]:
    """Return those that are not among these; of several alike the last ones."""
    left = Counter(same(known) for known in these)
    made = []
    for known in those:
        left[same(known)] -= 1
        if left[same(known)] < 0:
            made.append(known)
    return made


def _known(case: Case, renamed: Mapping[str, str]) -> Iterator[Known]:
    about = subjects(case.dossier)

    def today(word: re.Match[str]) -> str:
        return "#" if FIGURE.fullmatch(word[0]) else renamed.get(word[0], word[0])

    for found in case.diagnostics:
        span = found.span
        subject = about.get((span.file, span.line, span.column), ())
        stays = tuple(renamed.get(part, part) for part in subject)
        yield Known(found.code, stays, WORD.sub(today, found.message), found)
