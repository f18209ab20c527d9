"""A manuscript to the bytes of a .docx."""

from dataclasses import replace

from scmaster.diagnostics import Diagnostic, Severity, Span
from scmaster.render.attachments import Attachments
from scmaster.render.docx_body import BodyWriter, paged
from scmaster.render.docx_text import TextWriter
from scmaster.render.footnotes import Footnotes
from scmaster.render.manuscript import Manuscript
from scmaster.render.origin import Origin
from scmaster.source import package


def write(manuscript: Manuscript, *, paginate: bool) -> tuple[bytes, list[Diagnostic]]:
    """Write the blocks and splice them into the reference document."""
    reference, outline, held = manuscript.reference, manuscript.outline, manuscript.held
    reference.fill(manuscript.cover)
    attachments = Attachments()
    texts = TextWriter(reference, outline, held, attachments)
    in_notes = TextWriter(reference, outline, held, Attachments())
    notes = Footnotes(reference.footnotes(), attachments, in_notes)
    texts.note = notes.add
    body = BodyWriter(reference, outline, texts)
    pieces = list(body.write(manuscript.blocks))
    notes.announced()
    if manuscript.claims or manuscript.origin is not None:
        from scmaster.render import trace  # noqa: PLC0415  (not for what is passed on nowhere)

        origin = replace(manuscript.origin or Origin(), body=trace.digest_of("".join(pieces)))
        trace.attach(manuscript.claims, origin, manuscript.cover.commit, reference, attachments)
    parts = notes.merged(reference.parts(lambda: pieces, attachments), reference.name)
    content = package.write(parts)
    if not (paginate and outline.listed):
        return content, []
    from scmaster.render import pages  # noqa: PLC0415  (only who asks for page numbers)

    numbers = pages.numbers(content)
    if not numbers:
        return content, [_unpaged(held.file)]
    parts[reference.name] = paged(parts[reference.name], numbers)
    return package.write(parts), []


def _unpaged(file: str) -> Diagnostic:
    return Diagnostic(
        "SCM613",
        Severity.NOTE,
        Span(file, 1, 1),
        "nomor halaman pada daftar isi belum terisi",
        "pasang LibreOffice, atau di Word: pilih semua (Ctrl+A) lalu tekan F9",
    )
