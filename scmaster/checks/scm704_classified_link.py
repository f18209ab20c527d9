"""Eviden terbatas atau rahasia mempunyai tautan.

Tautan beredar lebih jauh daripada yang diniatkan: dari dokumen ke surat, dari surat ke grup
percakapan. Eviden di atas tingkat biasa diperlihatkan saat visitasi, sehingga cukup dicatat
berkas dan sidiknya.

Salah:

    evidence:
      - id: ev-audit
        title: Laporan hasil audit keamanan
        kind: audit
        date: 2024-05-04
        classification: terbatas
        url: https://contoh.go.id/audit.pdf  # SCM704

Benar:

    evidence:
      - id: ev-audit
        title: Laporan hasil audit keamanan
        kind: audit
        date: 2024-05-04
        classification: terbatas
        file: audit-2024.pdf
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.evidence import Evidence
from scmaster.model.labels import CLASSIFICATION

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find evidence above `biasa` that has an address."""
    for evidence in case.dossier.of(Evidence).values():
        if evidence.classification != "biasa" and evidence.url:
            level = CLASSIFICATION[evidence.classification]
            yield Finding(
                evidence.span("url"),
                f"eviden {evidence.id} berklasifikasi {level} tetapi bertautan",
                "ganti 'url' dengan 'file', dan perlihatkan saat visitasi",
                (Related(evidence.span("classification"), "klasifikasinya"),),
            )
