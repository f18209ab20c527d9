"""Dokumen yang sudah dicabut dipakai sebagai bukti utama.

Peraturan yang dicabut tidak lagi menjadi dasar apa pun. Asesor memeriksa keberlakuan di JDIH,
sehingga yang tampak dari bukti ini justru bahwa penggantinya tidak diketahui kota sendiri.

Salah:

    evidence:
      - id: ev-perwali
        title: Peraturan Wali Kota tentang kota cerdas
        kind: perwali
        number: "8"
        date: 2018
        legal_status: revoked
        revoked_by: Peraturan Wali Kota Nomor 3 Tahun 2023
        url: https://contoh.go.id/perwali-8.pdf
    claims:
      - id: klaim-masterplan
        evidence: ev-perwali  # SCM410
        supports: [BAS.01]
        submission: evaluasi-2024
        role: primary
        section: Pasal 2

Benar:

    evidence:
      - id: ev-perwali
        title: Peraturan Wali Kota tentang kota cerdas
        kind: perwali
        number: "3"
        date: 2023
        legal_status: enacted
        url: https://contoh.go.id/perwali-3.pdf
    claims:
      - id: klaim-masterplan
        evidence: ev-perwali
        supports: [BAS.01]
        submission: evaluasi-2024
        role: primary
        section: Pasal 2
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.current import current_claims
from scmaster.diagnostics import Finding, Related, Severity

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Find primary claims that rest on what was revoked."""
    for claim, evidence in current_claims(case):
        if claim.role == "primary" and evidence.legal_status == "revoked":
            instead = evidence.revoked_by or "peraturan penggantinya"
            yield Finding(
                claim.span("evidence"),
                f"{claim.id} memakai {evidence.id} yang sudah dicabut sebagai bukti utama",
                f"lampirkan {instead}, atau ubah 'role' menjadi supporting",
                (Related(evidence.span("legal_status"), "status dicabut"),),
            )
