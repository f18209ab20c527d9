"""Evidence as an assessor looks for it: number, title and address, kind, place inside."""

from scmaster.assess.evidence import can_open
from scmaster.assess.owners import opd_name
from scmaster.link import Dossier
from scmaster.model import labels
from scmaster.model.evidence import Claim, Evidence
from scmaster.model.wording import date_words, period_words
from scmaster.passages.cells import Cell, Line, Link, Missing, Row

AT_VISIT = "diperlihatkan saat visitasi"


def claimed(dossier: Dossier, claims: tuple[tuple[Claim, Evidence], ...]) -> list[Row]:
    """Return a row for each claim.

    Its cells: number; title and link; kind, role and classification; number, date and who
    issued it; place inside it.
    """
    return [
        (
            evidence.printed_id or evidence.id,
            title(evidence),
            [
                labels.EVIDENCE_KIND[evidence.kind],
                f"eviden {labels.ROLE[claim.role]}",
                f"klasifikasi {labels.CLASSIFICATION[evidence.classification].lower()}",
            ],
            [*numbered(evidence), issuer(dossier, evidence)],
            place(claim),
        )
        for claim, evidence in claims
    ]


def title(evidence: Evidence) -> Cell:
    """Return the title with its address; above `biasa` the address is kept back."""
    if evidence.classification != "biasa":
        return [evidence.title, AT_VISIT]
    if evidence.url:
        return Link(evidence.title, evidence.url)
    if can_open(evidence):
        return [evidence.title, f"berkas: {evidence.file}"]
    return [evidence.title, Missing("tautan atau berkas belum ada")]


def numbered(evidence: Evidence) -> list[Line]:
    """Return number and date of a document, its legal force, and the period it proves."""
    lines: list[Line] = [
        f"Nomor {evidence.number}" if evidence.number else Missing("nomor belum ada"),
        date_words(evidence.date) if evidence.date else Missing("tanggal belum ada"),
    ]
    if evidence.kind == "berita":
        del lines[0]  # news has no number
    if evidence.legal_status is not None:
        lines.append(labels.LEGAL_STATUS[evidence.legal_status])
    if evidence.period is not None:
        lines.append(f"periode {period_words(evidence.period)}")
    return lines


def issuer(dossier: Dossier, evidence: Evidence) -> str | Missing:
    """Return who issued a document."""
    if evidence.opd is not None:
        return opd_name(dossier, evidence.opd)
    return evidence.issuer or Missing("penerbit belum ada")


def place(claim: Claim) -> Cell:
    """Return the place inside the document that proves it."""
    parts = [f"hlm. {claim.pages}"] if claim.pages else []
    parts += [claim.section] if claim.section else []
    return list(parts) or Missing("halaman belum ada")
