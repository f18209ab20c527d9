"""Which words of a paragraph became which."""

import re
from collections.abc import Callable
from difflib import SequenceMatcher
from typing import NamedTuple

_WORD = re.compile(r"\S+")
_NUMBER = re.compile(r"K[1-9][0-9]{0,5}")
"""A claim's; it is another where a claim before it came or went."""
_MOST = 3_000
"""Words of a paragraph that are told apart; a longer one has changed as a whole."""


class Hunk(NamedTuple):
    """Words that became others; letters are counted in the text before."""

    start: int
    end: int
    before: str
    now: str

    def told(self, quoted: Callable[[str], str]) -> str:
        """Say it (Indonesian)."""
        if self.before and self.now:
            return f"{quoted(self.before)} menjadi {quoted(self.now)}"
        return f"{quoted(self.now)} ditambahkan" if self.now else f"{quoted(self.before)} dihapus"


def hunks(before: str, now: str) -> list[Hunk]:
    """Return what changed between two texts, spaces apart."""
    old, new = list(_WORD.finditer(before)), list(_WORD.finditer(now))
    words, others = [m[0] for m in old], [m[0] for m in new]
    if max(len(words), len(others)) > _MOST:
        return [Hunk(0, len(before), before, now)]
    made = []
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal" or all(map(_NUMBER.fullmatch, [*words[i:j], *others[k:m]])):
            continue
        start = old[i].start() if i < len(old) else len(before)
        end = old[j - 1].end() if j > i else start
        made.append(Hunk(start, end, before[start:end], " ".join(others[k:m])))
    return made
