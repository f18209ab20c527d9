"""The id under which a piece of evidence is filed: readable, and the same wherever it is made.

It ends in the first digits of the file's digest, so that two people who file two documents
on two branches cannot give them one id, and who files the same document twice does.
"""

import re
import unicodedata
from collections.abc import Container

_LONGEST = 40
"""Letters of a title; an id may have 80 in all."""
_SHORTEST_DIGEST = 6


def identity(kind: str, title: str, year: int | None, sha256: str, taken: Container[str]) -> str:
    """Return an id that nothing has yet: ev-notulen-forum-smart-city-2025-3fa91c."""
    own = slug(kind)
    words = [word for word in slug(title).split("-") if word]
    if "-".join(words[: own.count("-") + 1]) == own:
        del words[: own.count("-") + 1]
    if year is not None:
        words = [word for word in words if word != str(year)]
    while len("-".join(words)) > _LONGEST:
        words.pop()
    parts = ["ev", own, *words, *([str(year)] if year is not None else [])]
    return _free("-".join(filter(None, parts)), sha256, taken)


def claim_identity(supported: str, sha256: str, taken: Container[str]) -> str:
    """Return an id for the claim that a file supports something: klaim-out-05-3fa91c."""
    words = slug(supported)[:_LONGEST].strip("-")
    return _free("-".join(filter(None, ("klaim", words))), sha256, taken)


def slug(text: str) -> str:
    """Return a text in small letters, figures and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def suffix(name: str, kind: str) -> str:
    """Return the ending of a file's name in small letters; else the kind of its content."""
    match = re.search(r"\.([A-Za-z0-9]{1,8})$", name)
    ending = match[1].lower() if match else kind
    return f".{ending}" if ending else ""


def _free(start: str, sha256: str, taken: Container[str]) -> str:
    made = (f"{start}-{sha256[:n]}" for n in range(_SHORTEST_DIGEST, len(sha256) + 1))
    return next(name for name in made if name not in taken)
