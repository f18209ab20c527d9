"""Ties words of a returned document to what the city states there.

The nearest counts: the claim whose bookmark or number is at the words, else the one beside
them in the paragraph or in the row of a table, else the record or question whose id stands
in the row or in the headings above.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from scmaster.render.trace import Trace, Traced
from scmaster.returned.markup import TAG
from scmaster.returned.story import Passage, Story

_NUMBERED = re.compile(r"(?:Klaim|Telusur)0*([0-9]+)")
_PRINTED = re.compile(r"[\N{NO-BREAK SPACE} ]K([1-9][0-9]{0,5})(?![0-9A-Za-z])")
"""As numbers are printed, for where the links under them were lost."""
_HEADING = re.compile(r"heading ([1-9])")
_FRONT = "judul depan"
_FOOTNOTE = "footnote"
"""Footnotes stand behind the body."""
_ID = re.compile(r"\w[\w./-]*\w")

NO_TAGS: Mapping[str, str] = MappingProxyType({})


class Sign(NamedTuple):
    """A claim's words or its number in a paragraph."""

    number: str
    start: int
    end: int
    words: bool
    """Whether it marks the words themselves; else the number behind them."""


class Tie(NamedTuple):
    """What words of a document belong to."""

    claims: tuple[Traced, ...] = ()
    """The nearest first."""
    identity: str = ""
    """Of a record or a question, where there is no claim."""
    headings: tuple[str, ...] = ()
    """Those above, the highest first."""
    tag: str = ""
    """Of the content control, in an official form."""


class Tying:
    """Ties places of one document."""

    def __init__(
        self,
        story: Story,
        trace: Trace | None,
        known: Container[str],
        tags: Mapping[str, str] = NO_TAGS,
    ) -> None:
        """Take the document, its claims, and the ids that may be read in its words.

        `tags` are those of the content controls of a form, each with the id that fills it.
        """
        self._tags = tags
        self._passages = story.passages
        self._claims = {claim.number: claim for claim in trace.claims} if trace else {}
        self._known = known
        self._rows: dict[tuple[int, int], list[int]] = defaultdict(list)
        self._headings: list[tuple[int, int]] = []
        for at, passage in enumerate(story.passages):
            if passage.cell:
                self._rows[passage.cell[:2]].append(at)
            elif (level := heading_level(passage)) and passage.now.strip():
                self._headings.append((at, level))

    def tie(self, at: int, start: int, end: int) -> Tie:
        """Return what the letters `start` to `end` of a paragraph belong to."""
        if not 0 <= at < len(self._passages):
            return Tie()
        headings = self.headings(at)
        numbers = self._in(at, start, end) or self._in_row(at)
        if numbers:
            return Tie(tuple(self._claims[n] for n in dict.fromkeys(numbers)), "", headings)
        own = [self._passages[at].now, *self._row_words(at)]
        if tag := self._tag(at, start, end):
            return Tie((), self._tags[tag] or self._id(own), headings, tag)
        return Tie((), self._id([*own, *reversed(headings)]), headings)

    def headings(self, at: int) -> tuple[str, ...]:
        """Return the headings above a paragraph, the highest first."""
        if self._passages[at].style.startswith(_FOOTNOTE):
            return ("Catatan Kaki",)
        found: list[str] = []
        lowest = 10
        for place, level in reversed(self._headings[: self._above(at)]):
            if level < lowest:
                found.append(" ".join(self._passages[place].now.split()))
                lowest = level
            if level == 1:
                break
        return tuple(reversed(found))

    def signs(self, at: int) -> list[Sign]:
        """Return the claims in a paragraph by their places; only those that are known."""
        passage = self._passages[at]
        made = []
        for mark in passage.marks:
            number = _number(mark.name)
            words = mark.name.startswith("Klaim") and not mark.link
            made.append(Sign(number, mark.start, mark.end, words))
        told = {sign.number for sign in made}
        printed = ((f"K{m[1]}", *m.span()) for m in _PRINTED.finditer(passage.now))
        made += [Sign(*one, words=False) for one in printed if one[0] not in told]
        return sorted((s for s in made if s.number in self._claims), key=lambda s: s[1:3])

    def _above(self, at: int) -> int:
        return bisect_right(self._headings, (at, 10))

    def _in(self, at: int, start: int, end: int) -> list[str]:
        """Return the claims at the words, else the one nearest in the paragraph."""
        signs = self.signs(at)
        if start < end:
            met = [s.number for s in signs if s.start < end and s.end > start]
        else:
            met = [s.number for s in signs if s.start <= start <= s.end]
        if met or not signs:
            return met
        marked = {sign.number for sign in signs if sign.words}
        after = [s.number for s in signs if s.start >= end]
        if after and after[0] not in marked:
            return after[:1]  # told before: only its number stands here, behind its words
        before = [s.number for s in signs if s.end <= start]
        return before[-1:] or after[:1]

    def _tag(self, at: int, start: int, end: int) -> str:
        """Return the innermost content control at the words, which is the first that ended."""
        for mark in self._passages[at].marks:
            tag = mark.name.removeprefix(TAG)
            if tag in self._tags and mark.start <= end and mark.end >= start:
                return tag
        return ""

    def _in_row(self, at: int) -> list[str]:
        near = sorted(self._row(at), key=lambda other: (abs(other - at), other))
        return next((found for o in near if (found := [s.number for s in self.signs(o)])), [])

    def _row(self, at: int) -> list[int]:
        cell = self._passages[at].cell
        return [other for other in self._rows[cell[:2]] if other != at] if cell else []

    def _row_words(self, at: int) -> list[str]:
        return [self._passages[other].now for other in self._row(at)]

    def _id(self, texts: Iterable[str]) -> str:
        """Return the first id that stands in words, or nothing."""
        found = (match[0] for words in texts for match in _ID.finditer(words))
        return next((word for word in found if word in self._known), "")


def heading_level(passage: Passage) -> int:
    """Return the level of a heading, from 1; 0: it is none."""
    match = _HEADING.fullmatch(passage.style)
    return int(match[1]) if match else int(passage.style == _FRONT)


def _number(bookmark: str) -> str:
    match = _NUMBERED.fullmatch(bookmark)
    return f"K{match[1]}" if match else ""
