"""Words of a returned document as a finding quotes them: short, and nobody's data in them."""

import re

from scmaster.assess import personal_data
from scmaster.render.trace import Traced
from scmaster.render.values import clean

_NUMBER = re.compile(r"[\N{NO-BREAK SPACE} ]K[1-9][0-9]{0,5}(?![0-9A-Za-z])")

LONGEST = 160
"""Letters of a quotation."""

_FAR = 2_000
"""Letters at either end that are looked at: only they may be quoted."""


def masked(text: str) -> str:
    """Return words in one line, with what is personal in them hidden."""
    line = " ".join(clean(text).split())
    hits = sorted(personal_data.found(line), key=lambda hit: hit.start)
    made, at = [], 0
    for hit in hits:
        if hit.start >= at:
            made += [line[at : hit.start], hit.masked]
            at = hit.start + len(hit.written)
    return "".join([*made, line[at:]])


def quoted(text: str, longest: int = LONGEST) -> str:
    """Return words between quotation marks; what is long is cut in its middle."""
    if len(text) > 2 * _FAR:
        text = f"{text[:_FAR]} … {text[-_FAR:]}"
    line = masked(text)
    if len(line) > longest:
        head = longest * 2 // 3
        line = f"{_upto(line[:head])} … {_upto(line[head - longest :][::-1])[::-1]}"
    return f"“{line}”"


def _upto(words: str) -> str:
    """Return words without the last, which may have been cut; a single long one stays."""
    return words.rpartition(" ")[0].rstrip() or words


def plain(words: str) -> str:
    """Return words without the numbers of claims, in one line."""
    return " ".join(_NUMBER.sub("", words).split())


def named(claim: Traced) -> str:
    """Name a claim as people find it: its number, and in short what it says."""
    return f"{claim.number} ({masked(claim.about)})" if claim.about else claim.number


def is_personal(text: str) -> str:
    """Name what kind of personal data stands in words (Indonesian), or nothing."""
    return next((hit.kind.value for hit in personal_data.found(text)), "")
