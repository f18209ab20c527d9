"""What a document was made as, kept inside it for the day it comes back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """What a document was made as, so that it can be made again."""

    document: str = ""
    """Its slug."""
    name: str = ""
    """Of its file, without the ending: permintaan-data/dlh."""
    city: str = ""
    submission: str = ""
    copy: str = ""
    """For whom: assessor, internal."""
    draft: str = ""
    """Not empty: a draft was asked for."""
    date: str = ""
    """The day that was asked for, year-month-day; empty: that of the data."""
    since: str = ""
    """What it was asked to be compared with: a git revision; empty: what is usual."""
    packed: str = ""
    """Not empty: it lies in a package, where files of evidence have other names."""
    body: str = ""
    """Digest of its body as it was written: what is made again says the same if this is."""
    version: str = ""
    """Of what made it."""
