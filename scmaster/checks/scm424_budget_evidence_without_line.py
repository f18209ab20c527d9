"""Dokumen anggaran dipakai sebagai bukti tanpa menyebut kode sub-kegiatannya.

DPA dan RKA memuat ratusan baris. Asesor pernah menolak rekapitulasi anggaran karena baris untuk
kegiatan yang dinyatakan tidak ditemukan. Sebut kode sub-kegiatan di section, misalnya
2.16.03.2.02.0035, di samping halamannya.

Salah:

    evidence:
      - id: ev-dpa
        title: DPA Dinas Komunikasi dan Informatika 2024
        kind: dpa
        date: 2024-01-02
        url: https://contoh.go.id/dpa-2024.pdf
    claims:
      - id: klaim-anggaran
        evidence: ev-dpa  # SCM424
        supports: [OUT.06]
        submission: evaluasi-2024
        role: primary
        pages: "12"

Salah (anggaran program):

    evidence:
      - id: ev-dpa
        title: DPA Dinas Komunikasi dan Informatika 2024
        kind: dpa
        date: 2024-01-02
        url: https://contoh.go.id/dpa-2024.pdf
    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
        budget:
          - {year: 2024, amount: 154600000, funding: apbd, evidence: ev-dpa}  # SCM424

Benar:

    evidence:
      - id: ev-dpa
        title: DPA Dinas Komunikasi dan Informatika 2024
        kind: dpa
        date: 2024-01-02
        url: https://contoh.go.id/dpa-2024.pdf
    claims:
      - id: klaim-anggaran
        evidence: ev-dpa
        supports: [OUT.06]
        submission: evaluasi-2024
        role: primary
        pages: "12"
        section: Sub-kegiatan 2.16.03.2.02.0035
"""

import re
from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.current import current_claims
from scmaster.diagnostics import Finding, Severity
from scmaster.model.evidence import BUDGET_KINDS, Claim, Evidence
from scmaster.model.masterplan import Programme

SEVERITY = (Severity.WARNING, Severity.ERROR)
LINE = re.compile(r"(?<![\d.])[\dX]\.[\dX]{2}\.\d{2}\.\d\.\d{2}\.(?:\d{4}|\d{2})(?!\d)")


def check(case: Case) -> Iterator[Finding]:
    """Find uses of a budget document that name no line of it."""
    hint = "sebut kode sub-kegiatannya, misalnya 2.16.03.2.02.0035"
    for claim, evidence in current_claims(case):
        if evidence.kind in BUDGET_KINDS and _placed(claim) and not _names_line(claim):
            message = f"{claim.id} memakai {evidence.id} tanpa kode sub-kegiatan"
            yield Finding(claim.span("evidence"), message, hint)
    for programme in case.dossier.of(Programme).values():
        for index, budget in enumerate(programme.budget):
            evidence_of = case.dossier.get(Evidence, budget.evidence)
            kind = evidence_of.kind if evidence_of else ""
            if kind in BUDGET_KINDS and budget.sub_activity_code is None:
                message = (
                    f"anggaran {budget.year} {programme.id} merujuk {budget.evidence}"
                    " tanpa kode sub-kegiatan"
                )
                yield Finding(programme.span("budget", index, "evidence"), message, hint)


def _placed(claim: Claim) -> bool:
    """Leave a primary claim without any place in the document to the rule about places."""
    return claim.role != "primary" or bool(claim.pages or claim.section)


def _names_line(claim: Claim) -> bool:
    return any(LINE.search(text or "") for text in (claim.section, claim.pages, claim.statement))
