"""The originals: the files behind the evidence, as they were locked and as they lie there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from scmaster.assess.links import Link
from scmaster.diagnostics import Span

State = Literal["held", "missing", "changed", "unlocked"]
"""As it was locked; locked, but not there; there, but not as it was locked; never locked."""


@dataclass(frozen=True)
class Original:
    """A file of evidence as `evidence.lock` has it."""

    evidence: str
    """The id of the evidence it is the file of."""
    file: str
    """Its name below the folder of evidence files, with forward slashes."""
    sha256: str
    """64 hexadecimal digits."""
    size: int
    """In bytes."""
    kind: str
    """What its content says it is: pdf, docx, xlsx, jpg, ...; "" where nothing is known."""
    seen: str
    """The day on which it was locked, year-month-day."""
    pages: int | None = None
    """None where it has none, or nobody could count them."""
    layer: Literal["text", "scan", ""] = ""
    """Whether its pages hold text or only pictures; "" for what has no pages."""
    signed: bool = False
    """Whether it holds a digital signature; such a file is never written anew."""
    encrypted: bool = False
    problem: str = ""
    """Why it could not be read (Indonesian); "" where it could."""


@dataclass(frozen=True)
class Contents:
    """What can be read in an original; nothing of it was run."""

    pages: tuple[str, ...] = ()
    """The text of each page, first to last."""
    sections: tuple[str, ...] = ()
    """The headings of a text document, in order."""
    cells: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The name of a sheet -> the name of a cell (B7) -> what it holds, as text."""
    empty_signatures: tuple[int, ...] = ()
    """The pages with a signature block that holds nothing but its place."""

    @property
    def text(self) -> str:
        """All words, page by page and sheet by sheet."""
        sheets = (value for cells in self.cells.values() for value in cells.values())
        return "\n".join([*self.pages, *sheets])


def _nothing(_: str) -> Contents | None:
    return None


@dataclass(frozen=True)
class Originals:
    """What is known of a city's originals, by the id of the evidence."""

    here: bool = False
    """Whether the folder of evidence files is on this machine; else only the lock speaks."""
    locked: Mapping[str, Original] = field(default_factory=dict)
    states: Mapping[str, State] = field(default_factory=dict)
    """Of every piece of evidence that names a file; empty where the folder is not here."""
    strays: tuple[str, ...] = ()
    """Files in the folder that no evidence names."""
    spans: Mapping[str, Span] = field(default_factory=dict)
    """Where `evidence.lock` has each."""
    links: Mapping[str, Link] = field(default_factory=dict)
    """What addresses gave when they were last asked, by the id of who names them."""
    read: Callable[[str], Contents | None] = _nothing
    """Returns what was read in the locked original of an evidence id; None: nothing was."""
