"""A template, a document's data and acuan.docx to the bytes of a .docx."""

from pathlib import Path
from typing import TYPE_CHECKING

from scmaster.render import numbering, package, prose, template
from scmaster.render.reference import NAME, Reference
from scmaster.render.wordml import Writer

if TYPE_CHECKING:
    from scmaster.render import Document


def write(slug: str, document: "Document", folders: list[Path]) -> bytes:
    """Fill the template, number its blocks, write them, and splice them into acuan.docx."""
    held = template.run(slug, document, folders)
    blocks = prose.blocks(held)
    reference = Reference(_found(folders))
    outline = numbering.outline(blocks, held, reference.scheme())
    reference.fill(document.cover)
    writer = Writer(reference, outline, held, {})
    return package.write(reference.parts(lambda: writer.body(blocks), writer.links))


def _found(folders: list[Path]) -> Path:
    """Return acuan.docx; the workspace's own wins."""
    paths = [folder / NAME for folder in folders]
    return next((path for path in paths if path.is_file()), paths[-1])
