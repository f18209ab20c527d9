"""A text file: its words, as one page."""

from pathlib import Path

from scmaster.assess.originals import Contents
from scmaster.evidence.reading import Reading, UnreadableError

LARGEST = 5_000_000


def read(path: Path) -> Reading:
    """Read a text of UTF-8; raise UnreadableError over one that is too long."""
    if path.stat().st_size > LARGEST:
        raise UnreadableError("terlalu besar untuk dibaca")
    return Reading(Contents(pages=(path.read_text("utf-8", "replace"),)))
