"""A template, a document's data and acuan.docx to the bytes of a .docx."""

from pathlib import Path

from scmaster.diagnostics import Diagnostic, Severity, Span
from scmaster.render import numbering, package, pages, prose, template
from scmaster.render.document import Document
from scmaster.render.docx_body import BodyWriter, paged
from scmaster.render.docx_text import TextWriter
from scmaster.render.reference import NAME, Reference


def write(
    slug: str, document: Document, folders: list[Path], *, paginate: bool
) -> tuple[bytes, list[Diagnostic]]:
    """Fill the template, number its blocks, write them, and splice them into acuan.docx."""
    held = template.run(slug, document, folders)
    blocks = prose.blocks(held)
    reference = Reference(_found(folders))
    outline = numbering.outline(blocks, held, reference.scheme())
    reference.fill(document.cover)
    texts = TextWriter(reference, outline, held)
    body = BodyWriter(reference, outline, texts)
    parts = reference.parts(lambda: body.write(blocks), texts.links)
    content = package.write(parts)
    if not paginate:
        return content, []
    numbers = pages.numbers(content)
    if not numbers:
        return content, [_unpaged(held.file)]
    parts[reference.name] = paged(parts[reference.name], numbers)
    return package.write(parts), []


def _found(folders: list[Path]) -> Path:
    """Return acuan.docx; the workspace's own wins."""
    paths = [folder / NAME for folder in folders]
    return next((path for path in paths if path.is_file()), paths[-1])


def _unpaged(file: str) -> Diagnostic:
    return Diagnostic(
        "SCM613",
        Severity.NOTE,
        Span(file, 1, 1),
        "nomor halaman pada daftar isi belum terisi",
        "pasang LibreOffice, atau di Word: pilih semua (Ctrl+A) lalu tekan F9",
    )
