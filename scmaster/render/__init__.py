"""A document's data to bytes: the only folder that knows about file formats."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scmaster import resources
from scmaster.diagnostics import Diagnostic
from scmaster.passages.slides import Slide
from scmaster.render import form_codes
from scmaster.render.document import Cover, Document
from scmaster.render.faults import CODES as OF_TEMPLATES
from scmaster.render.faults import FaultError
from scmaster.render.origin import Origin

__all__ = ["CODES", "FORMATS", "Artifact", "Cover", "Document", "Origin", "render"]

CODES = OF_TEMPLATES | form_codes.CODES

FORMATS = ("docx", "html", "xlsx", "pdf", "pptx")
"""What a document can be written as, by the ending of its file's name."""


@dataclass(frozen=True)
class Artifact:
    """A file to be written."""

    name: str
    """Its place below the folder of results, with forward slashes."""
    content: bytes


def render(  # noqa: PLR0913  (what is written, where its template is, and how)
    slug: str,
    document: Document,
    workspace: Path | None,
    *,
    city: Path | None = None,
    name: str = "",
    form: str = "docx",
    paginate: bool = False,
    origin: Origin | None = None,
) -> tuple[Artifact | None, list[Diagnostic]]:
    """Write a document in one of FORMATS; a slip in a template or in acuan.docx is a diagnostic.

    No artifact and no diagnostic either: there is nothing in it for that format, such as no
    table for xlsx, or no slides for pptx.

    `city` and `workspace` are folders whose own `templates/` win, in this order. `name` is
    the file's name without its ending, else the slug. `paginate` fills in the page numbers
    of the lists of contents with LibreOffice (seconds). `origin` is kept inside a .docx, so
    that what comes back can be compared with what was made.
    """
    from scmaster.render import manuscript, writers  # noqa: PLC0415  (not needed to say --help)

    folders = resources.folders("templates", city, workspace)
    slides: Sequence[Slide] | None = getattr(document, "slides", None)
    try:
        if slides is None:
            script = manuscript.typeset(slug, document, folders, city, origin)
            content, notes = writers.write(script, form, paginate=paginate)
        else:
            content, notes = writers.write_deck(slides, document.cover, folders, form), []
    except FaultError as fault:
        return None, list(fault.diagnostics)
    made = None if content is None else Artifact(f"{name or slug}.{form}", content)
    return made, notes
