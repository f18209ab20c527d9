"""Eviden utama disebut tanpa halaman atau bagian.

Asesor mempunyai beberapa menit untuk satu butir. Peraturan setebal 80 halaman tanpa
penunjuk halaman praktis tidak terbaca, dan eviden yang "mirip" ditolak karena bagian yang
membuktikan tidak ditunjukkan. Dokumen satu halaman (`pages: 1` pada evidennya) dan gambar
tidak memerlukannya.

Salah:

    claims:
      - id: klaim-bas-01
        evidence: ev-laporan
        supports: [BAS.01]
        submission: evaluasi-2024
        role: primary  # SCM307

Benar:

    claims:
      - id: klaim-bas-01
        evidence: ev-laporan
        supports: [BAS.01]
        submission: evaluasi-2024
        role: primary
        section: Bab II

Benar (dokumen satu halaman):

    claims:
      - id: klaim-bas-01
        evidence: ev-sertifikat
        supports: [BAS.01]
        submission: evaluasi-2024
        role: primary
    evidence:
      - id: ev-sertifikat
        title: Sertifikat layanan
        kind: sertifikat
        date: 2024-05
        opd: diskominfo
        url: https://contoh.go.id/sertifikat.pdf
        pages: 1
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.current import current_claims
from scmaster.assess.evidence import lacks_place
from scmaster.diagnostics import Finding, Severity

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Find primary claims, of this submission or of none, that point at a whole document."""
    for claim, evidence in current_claims(case):
        if lacks_place(claim, evidence):
            yield Finding(
                claim.span("role"),
                f"klaim {claim.id} memakai {evidence.id} sebagai eviden utama tanpa menyebut"
                " halaman atau bagiannya",
                "isi 'pages' (misalnya '3-4') atau 'section' (misalnya Diktum KEDUA)",
            )
