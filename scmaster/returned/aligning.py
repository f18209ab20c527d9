"""Which paragraphs of two versions of a document are each other's, and which have no other."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from scmaster.returned.quoting import plain
from scmaster.returned.story import Passage, Story

_LISTS = ("toc ", "table of figures")
"""Styles of lists of contents: their page numbers are whoever's program counted them."""
_MAKER = re.compile(r"\bscmaster [0-9][0-9A-Za-z.+-]*")
_LARGEST = 60
"""Paragraphs of a stretch in which each is compared with each."""
_WORDS = 300
"""Of a paragraph, to tell whether it is like another."""
_ALIKE = 0.35
_SAME_COLUMN = 0.3
"""A cell is rather another's than a paragraph's of another column."""


class Difference(NamedTuple):
    """Paragraphs that are not the same in both, by their places; one side may be empty."""

    before: tuple[int, ...]
    now: tuple[int, ...]
    here: int
    """The paragraph of `now` at which, or before which, it is."""


def differences(before: Story, now: Story) -> list[Difference]:
    """Return where a version differs from one before, in the order of the document.

    A paragraph that changed stands alone with the one that it became; those that came or
    went together stand together.
    """
    old, new = list(_counted(before)), list(_counted(now))
    matcher = SequenceMatcher(None, [words for _, words in old], [words for _, words in new])
    made = []
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind != "equal":
            stretch = [at for at, _ in old[i:j]], [at for at, _ in new[k:m]]
            end = new[m][0] if m < len(new) else max(len(now.passages) - 1, 0)
            made += list(_paired(before, now, *stretch, end))
    return made


def _counted(story: Story) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs that count, with their words."""
    for at, passage in enumerate(story.passages):
        words = _MAKER.sub("scmaster", plain(passage.now))
        if words and not passage.style.startswith(_LISTS):
            yield at, words


def _paired(
    before: Story, now: Story, old: Sequence[int], new: Sequence[int], end: int
) -> Iterator[Difference]:
    """Pair the paragraphs of a stretch that has become another, which `end` follows."""
    pairs = _pairs([before.passages[i] for i in old], [now.passages[i] for i in new])
    gone: list[int] = []
    come: list[int] = []
    for i, j in pairs:
        if i is not None and j is not None:
            if gone or come:
                yield Difference(tuple(gone), tuple(come), come[0] if come else new[j])
                gone, come = [], []
            yield Difference((old[i],), (new[j],), new[j])
        elif i is not None:
            gone.append(old[i])
        elif j is not None:
            come.append(new[j])
    if gone or come:
        yield Difference(tuple(gone), tuple(come), come[0] if come else end)


def _pairs(
    old: Sequence[Passage], new: Sequence[Passage]
) -> Iterator[tuple[int | None, int | None]]:
    """Pair what is most alike, in order; who has no other is paired with None."""
    if len(old) == len(new) == 1:
        yield (0, 0)
        return
    if max(len(old), len(new)) > _LARGEST or not (old and new):
        yield from ((i, None) for i in range(len(old)))
        yield from ((None, j) for j in range(len(new)))
        return
    likeness = [[_likeness(a, b) for b in new] for a in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            met = best[i + 1][j + 1] + likeness[i][j]
            best[i][j] = max(met, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(old) and j < len(new):
        if best[i][j] == best[i + 1][j]:
            yield (i, None)
            i += 1
        elif best[i][j] == best[i][j + 1]:
            yield (None, j)
            j += 1
        else:
            yield (i, j)
            i, j = i + 1, j + 1
    yield from ((n, None) for n in range(i, len(old)))
    yield from ((None, n) for n in range(j, len(new)))


def _likeness(one: Passage, other: Passage) -> float:
    """Return how alike two paragraphs are; 0: not at all."""
    words, others = one.now.split()[:_WORDS], other.now.split()[:_WORDS]
    alike = SequenceMatcher(None, words, others, autojunk=False).ratio()
    if one.cell and other.cell and one.cell.column == other.cell.column:
        alike += _SAME_COLUMN * (1 + (one.cell.row == other.cell.row))
    return alike if alike >= _ALIKE else 0.0
