"""Klaim berubah sejak ditinjau.

Klaim ini pernah ditinjau, tetapi klaimnya, evidennya, berkasnya, atau jawaban yang didukungnya
berubah sesudah itu. Sampai ditinjau lagi, klaim itu tidak dihitung sebagai bukti.

Salah:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.pdf
    claims:
      - id: klaim-uji  # SCM851
        evidence: ev-laporan
        supports: [BAS.01]
        submission: evaluasi-2024
        role: primary
        pages: "1"
    # tinjauan
    klaim-uji: {by: bappeda, date: 2024-12-31, changed: ya}

Benar:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.pdf
    claims:
      - id: klaim-uji
        evidence: ev-laporan
        supports: [BAS.01]
        submission: evaluasi-2024
        role: primary
        pages: "1"
    # tinjauan
    klaim-uji: {by: bappeda, date: 2024-12-31}

Lihat apa yang berubah (`git log`), lalu minta perangkat daerahnya meninjau lagi dan catat dengan
`scmaster review`.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.suspicion import Reason
from scmaster.diagnostics import Finding, Severity
from scmaster.model.evidence import Claim

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Say which claims are not as an office has seen them."""
    for identity, claim in case.dossier.of(Claim).items():
        if Reason.SUSPECT not in case.shaken.get(identity, ()):
            continue
        review = case.reviews[identity]
        yield Finding(
            claim.span("id"),
            f"klaim {identity} berubah sejak ditinjau {review.by} pada {review.date}",
            "tinjau lagi, lalu catat dengan 'scmaster review'",
        )
