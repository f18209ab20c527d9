"""Rancangan yang belum ditetapkan dipakai sebagai bukti utama.

Rancangan peraturan tidak mengikat siapa pun: nomor dan tanda tangannya belum ada, dan isinya
masih dapat berubah. Asesor menolaknya untuk setiap pertanyaan tentang kebijakan yang sudah
ditetapkan. Rancangan boleh menjadi pendukung untuk menunjukkan bahwa prosesnya berjalan.

Salah:

    evidence:
      - id: ev-perwali
        title: Rancangan Peraturan Wali Kota tentang kota cerdas
        kind: perwali
        period: 2024
        legal_status: draft
        url: https://contoh.go.id/rancangan.pdf
    claims:
      - id: klaim-masterplan
        evidence: ev-perwali  # SCM409
        supports: [BAS.01]
        submission: evaluasi-2024
        role: primary
        section: Pasal 2

Benar:

    evidence:
      - id: ev-perwali
        title: Rancangan Peraturan Wali Kota tentang kota cerdas
        kind: perwali
        period: 2024
        legal_status: draft
        url: https://contoh.go.id/rancangan.pdf
    claims:
      - id: klaim-masterplan
        evidence: ev-perwali
        supports: [BAS.01]
        submission: evaluasi-2024
        role: supporting
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.current import current_claims
from scmaster.diagnostics import Finding, Related, Severity

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Find primary claims that rest on a draft."""
    for claim, evidence in current_claims(case):
        if claim.role == "primary" and evidence.legal_status == "draft":
            yield Finding(
                claim.span("evidence"),
                f"{claim.id} memakai {evidence.id} yang masih rancangan sebagai bukti utama",
                "lampirkan naskah yang ditetapkan, atau ubah 'role' menjadi supporting",
                (Related(evidence.span("legal_status"), "status rancangan"),),
            )
