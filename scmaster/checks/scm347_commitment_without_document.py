"""Komitmen bersama tanpa naskah.

Komitmen bersama dibuktikan dengan naskah yang ditandatangani. Berita tentang acaranya hanya
menunjukkan bahwa acaranya ada.

Salah:

    commitments:
      - id: komitmen-2024
        title: Komitmen bersama  # SCM347
        date: 2024-03-01
        signed_by_all: ya

Benar:

    commitments:
      - id: komitmen-2024
        title: Komitmen bersama
        date: 2024-03-01
        signed_by_all: ya
        evidence: ev-laporan
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.model.governance import Commitment

SEVERITY = Severity.WARNING
FAMILIES = ("komdigi", "other")


def check(case: Case) -> Iterator[Finding]:
    """Find commitments whose text nobody can open."""
    for commitment in case.dossier.of(Commitment).values():
        claimed = case.dossier.claims_on(commitment.id) or commitment.id in case.dossier.unread
        if commitment.evidence is None and not claimed:
            yield Finding(
                commitment.span("title"),
                f"komitmen {commitment.id} belum mempunyai naskah",
                "catat naskahnya sebagai eviden berjenis komitmen, lalu isi 'evidence'",
            )
