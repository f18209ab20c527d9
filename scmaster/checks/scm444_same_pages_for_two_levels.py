"""Halaman yang sama dipakai untuk dua tingkat dari satu pertanyaan.

Tingkat yang lebih tinggi menuntut lebih banyak: yang membuktikan "sebagian" tidak sekaligus
membuktikan "seluruhnya". Asesor yang menemukan halaman yang sama menerima tingkat terendah.

Salah:

    claims:
      - id: klaim-satu
        evidence: ev-laporan
        supports: [OUT.04]
        submission: evaluasi-2024
        role: primary
        pages: "3"
        level: 1
      - id: klaim-dua
        evidence: ev-laporan
        supports: [OUT.04]
        submission: evaluasi-2024
        role: primary
        pages: "3"
        level: 2  # SCM444

Benar:

    claims:
      - id: klaim-satu
        evidence: ev-laporan
        supports: [OUT.04]
        submission: evaluasi-2024
        role: primary
        pages: "3"
        level: 1
      - id: klaim-dua
        evidence: ev-laporan
        supports: [OUT.04]
        submission: evaluasi-2024
        role: primary
        pages: 12-14
        level: 2
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.evidence import Claim

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find one place in a document that is to prove two levels of one question."""
    told: set[str] = set()
    for standing in case.standings.values():
        first: dict[tuple[object, ...], Claim] = {}
        for claim in sorted((c for c, _ in standing.claims), key=lambda c: c.level or 0):
            if claim.level is None or not (claim.pages or claim.section) or claim.id in told:
                continue
            known = first.setdefault((claim.evidence, claim.pages, claim.section), claim)
            if known.level != claim.level:
                told.add(claim.id)
                yield Finding(
                    claim.span("level"),
                    f"{claim.evidence} {claim.pages or claim.section} dipakai untuk tingkat"
                    f" {known.level} dan {claim.level} dari {standing.question.id}",
                    "sebut halaman yang membuktikan tingkat ini, atau dokumen lain",
                    (Related(known.span("level"), "tingkat yang lain"),),
                )
