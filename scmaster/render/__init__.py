"""A document's data to bytes: the only folder that knows about file formats."""

from dataclasses import dataclass
from pathlib import Path

from scmaster import resources
from scmaster.diagnostics import Diagnostic
from scmaster.render.document import Cover, Document
from scmaster.render.faults import CODES, FaultError

__all__ = ["CODES", "Artifact", "Cover", "Document", "render"]


@dataclass(frozen=True)
class Artifact:
    """A file to be written."""

    name: str
    content: bytes


def render(
    slug: str, document: Document, workspace: Path | None, *, paginate: bool = False
) -> tuple[Artifact | None, list[Diagnostic]]:
    """Write a document as .docx; a slip in a template or in acuan.docx is a diagnostic.

    `paginate` fills in the page numbers of the lists of contents with LibreOffice (seconds).
    """
    from scmaster.render import word  # noqa: PLC0415  (nothing of it is needed to say --help)

    folders = resources.folders("templates", workspace)
    try:
        content, notes = word.write(slug, document, folders, paginate=paginate)
    except FaultError as fault:
        return None, list(fault.diagnostics)
    return Artifact(f"{slug}.docx", content), notes
