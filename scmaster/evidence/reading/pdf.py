"""PDF through pypdf: pages, their text, whether it is signed or locked."""

import logging
import re
from pathlib import Path
from typing import Any

from scmaster.assess.originals import Contents
from scmaster.evidence.reading import Reading, UnreadableError

MOST_PAGES = 2_000
MOST_LETTERS = 5_000_000
_WORDS = 20
"""A page with fewer letters than this is a picture, perhaps with a stamp."""
_MOST_FIELDS = 5_000
_EMPTY = re.compile(r"NIP\s*[.:]?\s*[._…]{3,}|\(\s*[._…]{5,}\s*\)")
"""The place of a signature that nobody has filled in: dots where a name belongs."""


def read(path: Path) -> Reading:
    """Read a PDF; raise UnreadableError over one that is locked or beyond all measure."""
    from pypdf import PdfReader  # noqa: PLC0415  (only who reads one)

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    document = PdfReader(path, strict=False)
    if document.is_encrypted and not document.decrypt(""):
        raise UnreadableError("disandi dengan kata sandi", encrypted=True)
    count = len(document.pages)
    if count > MOST_PAGES:
        raise UnreadableError(f"lebih dari {MOST_PAGES} halaman")
    pages: list[str] = []
    left = MOST_LETTERS
    for page in document.pages:
        words = _text(page)[:left]
        left -= len(words)
        pages.append(words)
    told = sum(1 for words in pages if len("".join(words.split())) >= _WORDS)
    empty = tuple(n for n, words in enumerate(pages, start=1) if _EMPTY.search(words))
    return Reading(
        Contents(pages=tuple(pages), empty_signatures=empty),
        pages=count,
        layer="text" if told * 2 >= count else "scan",
        signed=_signed(document),
        encrypted=document.is_encrypted,
    )


def _text(page: Any) -> str:  # noqa: ANN401  (pypdf's)
    """Return a page's text; one page that cannot be read does not cost the others."""
    try:
        return str(page.extract_text())
    except (MemoryError, RecursionError):
        raise
    except Exception:  # noqa: BLE001  (a broken page makes pypdf raise anything)
        return ""


def _signed(document: Any) -> bool:  # noqa: ANN401  (pypdf's)
    """Look for a signature field that holds a signature."""
    root = document.trailer["/Root"]
    form = root.get("/AcroForm")
    waiting = list(form.get_object().get("/Fields", [])) if form is not None else []
    for _ in range(_MOST_FIELDS):
        if not waiting:
            break
        field = waiting.pop().get_object()
        if field.get("/FT") == "/Sig" and field.get("/V") is not None:
            return True
        waiting += list(field.get("/Kids", []))
    return False
