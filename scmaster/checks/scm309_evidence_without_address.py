"""Eviden tidak dapat dibuka: tanpa berkas dan tanpa tautan.

Eviden yang hanya disebut judulnya bagi asesor sama dengan tidak ada. Letakkan berkasnya di
folder eviden dan sebutkan namanya, atau tulis tautan yang dapat dibuka. Dokumen rahasia
dikecualikan: ia diperlihatkan di tempat, bukan dilampirkan.

Salah:

    evidence:
      - id: ev-notulen
        title: Notulen rapat Dewan Smart City  # SCM309
        kind: notulen
        date: 2024-05-22
        opd: bappeda

Benar:

    evidence:
      - id: ev-notulen
        title: Notulen rapat Dewan Smart City
        kind: notulen
        date: 2024-05-22
        opd: bappeda
        file: notulen-dewan-2024-05-22.pdf

Benar (rahasia):

    evidence:
      - id: ev-keamanan
        title: Laporan uji keamanan pusat data
        kind: audit
        date: 2024-05-22
        opd: diskominfo
        classification: rahasia
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.evidence import lacks_file
from scmaster.diagnostics import Finding, Severity
from scmaster.model.evidence import Evidence

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Find evidence that an assessor has no way to open."""
    for evidence in case.dossier.of(Evidence).values():
        if lacks_file(evidence):
            yield Finding(
                evidence.span("title"),
                f"eviden {evidence.id} tidak mempunyai berkas atau tautan",
                "isi 'file' dengan nama berkas di folder eviden, atau 'url' dengan tautannya",
            )
