"""Jenis eviden utama tidak termasuk jenis yang diminta pertanyaan.

Dokumen yang mirip tetapi bukan yang diminta dikembalikan asesor: laporan tidak membuktikan
penetapan, foto tidak membuktikan anggaran. Eviden lain tetap boleh menyertai sebagai
pendukung.

Salah:

    evidence:
      - id: ev-manual
        title: Manual aplikasi
        kind: manual
        date: 2024-03-01
        opd: diskominfo
        url: https://contoh.go.id/manual.pdf
    claims:
      - id: klaim-1
        evidence: ev-manual
        supports: [BAS.01]  # SCM513
        submission: evaluasi-2024
        role: primary
        pages: "3"

Benar:

    evidence:
      - id: ev-manual
        title: Manual aplikasi
        kind: manual
        date: 2024-03-01
        opd: diskominfo
        url: https://contoh.go.id/manual.pdf
    claims:
      - id: klaim-1
        evidence: ev-manual
        supports: [BAS.01]
        submission: evaluasi-2024
        role: supporting
      - id: klaim-2
        evidence: ev-manual
        supports: [OUT.04]
        submission: evaluasi-2024
        role: primary
        pages: "3"
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.evidence import SUPPORTING_ONLY
from scmaster.model.labels import EVIDENCE_KIND

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find primary claims whose evidence is of a kind the question does not ask for."""
    for standing in case.standings.values():
        question = standing.question
        for claim, evidence in standing.claims:
            if claim.role != "primary" or evidence.kind in SUPPORTING_ONLY:
                continue
            if question.evidence_kinds and evidence.kind not in question.evidence_kinds:
                asked = ", ".join(EVIDENCE_KIND[kind] for kind in question.evidence_kinds)
                yield Finding(
                    claim.span("supports", claim.supports.index(question.id)),
                    f"eviden {evidence.id} berjenis {EVIDENCE_KIND[evidence.kind]}, sedangkan"
                    f" {question.id} meminta {asked}",
                    "cari eviden yang diminta, atau jadikan klaim ini 'supporting'",
                    (Related(evidence.span("kind"), "jenis eviden"),),
                )
