"""Buku masterplan tanpa berkas.

Pertanyaan tentang perencanaan dibuktikan dengan buku masterplan itu sendiri, dengan nomor
halaman. Buku yang hanya disebut judulnya tidak dapat dirujuk program, quick win, atau
jawaban mana pun.

Salah:

    masterplan:
      - id: masterplan-uji
        title: Masterplan Kota Cerdas
        edition: pilar-uji
        status: draft
        books:
          - number: 1
            title: Analisis Strategis  # SCM342
            role: strategic_analysis

Benar:

    masterplan:
      - id: masterplan-uji
        title: Masterplan Kota Cerdas
        edition: pilar-uji
        status: draft
        books:
          - number: 1
            title: Analisis Strategis
            role: strategic_analysis
            evidence: ev-laporan
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.masterplans import standing_masterplans
from scmaster.diagnostics import Finding, Severity

SEVERITY = (Severity.WARNING, Severity.ERROR)
FAMILIES = ("komdigi", "other")


def check(case: Case) -> Iterator[Finding]:
    """Find books of the masterplans in use that nobody can open."""
    for masterplan in standing_masterplans(case):
        for book in masterplan.books:
            if book.evidence is None:
                yield Finding(
                    book.span("title"),
                    f"buku {book.number} masterplan {masterplan.id} ({book.title}) tanpa berkas",
                    "catat berkasnya sebagai eviden berjenis masterplan, lalu isi 'evidence'",
                )
