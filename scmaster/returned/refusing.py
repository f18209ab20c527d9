"""Why a file that was handed in is not looked at, and what is said of one that lost its notes."""

from scmaster.assess.case import Case
from scmaster.diagnostics import Diagnostic, Severity, Span
from scmaster.returned.paper import Paper
from scmaster.returned.provenance import Provenance, is_of


def unreadable(name: str, why: str) -> Diagnostic:
    """Say that a file cannot be read; `why` is Indonesian."""
    hint = "buka dengan Word atau LibreOffice, simpan ulang sebagai .docx tanpa kata sandi"
    message = f"dokumen ini tidak dapat dibaca: {why}"
    return Diagnostic("SCM940", Severity.ERROR, Span(name, 1, 1), message, hint)


def foreign(
    name: str, paper: Paper, found: Provenance | None, case: Case, city: str
) -> Diagnostic | None:
    """Say that a document is not ours, or not this city's (its folder's name is `city`)."""
    if found is None:
        hint = "berikan .docx hasil 'scmaster build' atau 'scmaster pack', bukan berkas lain;"
        hint += " borang resmi dikenali dari form.yaml-nya"
        message = "dokumen ini tidak mengandung tanda bahwa ia disusun scmaster"
    elif not is_of(found, paper, case):
        own = f"kota '{found.origin.city}'" if found.origin.city else "kota lain"
        message, hint = f"dokumen ini tentang {own}, bukan '{city}'", "periksa nama kotanya"
    else:
        return None
    return Diagnostic("SCM941", Severity.ERROR, Span(name, 1, 1), message, hint)


def forgotten(name: str, *, again: bool) -> Diagnostic:
    """Say that the notes inside a document are lost; `again`: whether it could be made again."""
    instead = (
        "nomor pernyataannya dicocokkan dengan dokumen yang disusun ulang"
        if again
        else "yang terbaca hanya id dan judul bagian yang tercetak"
    )
    message = f"catatan di dalam dokumen ini hilang; {instead}"
    hint = "mintalah dokumen dikembalikan sebagai .docx dari Word atau LibreOffice"
    return Diagnostic("SCM942", Severity.NOTE, Span(name, 1, 1), message, hint)
