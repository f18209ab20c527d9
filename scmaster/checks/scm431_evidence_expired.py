"""Masa berlaku eviden habis sebelum tahun yang dinilai berakhir.

Sertifikat, perjanjian, dan hasil pengujian membuktikan keadaan sampai hari terakhir
berlakunya. Asesor keamanan informasi, misalnya, meminta hasil pengujian yang masih berlaku,
bukan yang habis di tengah tahun.

Salah:

    evidence:
      - id: ev-sertifikat
        title: Sertifikat keamanan informasi
        kind: sertifikat
        date: 2021-06-30
        valid_until: 2024-06-30  # SCM431
        url: https://contoh.go.id/sertifikat.pdf
    claims:
      - id: klaim-keamanan
        evidence: ev-sertifikat
        supports: [OUT.04]
        submission: evaluasi-2024
        role: primary
        pages: "1"

Benar:

    evidence:
      - id: ev-sertifikat
        title: Sertifikat keamanan informasi
        kind: sertifikat
        date: 2024-06-30
        valid_until: 2027-06-30
        url: https://contoh.go.id/sertifikat.pdf
    claims:
      - id: klaim-keamanan
        evidence: ev-sertifikat
        supports: [OUT.04]
        submission: evaluasi-2024
        role: primary
        pages: "1"
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.evidence import asked_period
from scmaster.assess.freshness import outlived
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.evidence import Claim, Evidence
from scmaster.model.wording import date_words

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find evidence in use that ran out before the period did."""
    if case.submission is None:
        return
    expired: dict[str, tuple[Evidence, Claim, list[str]]] = {}
    for standing in case.standings.values():
        asked = asked_period(case.submission, standing.question)
        for claim, evidence in standing.claims:
            if outlived(evidence, asked):
                _, _, ids = expired.setdefault(evidence.id, (evidence, claim, []))
                ids.append(standing.question.id)
    for evidence, claim, ids in expired.values():
        yield Finding(
            evidence.span("valid_until"),
            f"{evidence.id} berlaku hanya sampai {date_words(evidence.valid_until)}, sebelum"
            f" periode yang ditanyakan {', '.join(ids)} berakhir",
            "lampirkan yang diperbarui di sampingnya",
            (Related(claim.span("evidence"), "dipakai di sini"),),
        )
