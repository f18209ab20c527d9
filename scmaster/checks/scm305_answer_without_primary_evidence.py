"""Jawaban hanya didukung eviden pendukung, tanpa eviden utama.

Eviden pendukung (berita, foto, laman) menguatkan, tetapi tidak membuktikan. Dalam
evaluasi 2026 butir yang hanya dilampiri berita atau laman depan portal dikembalikan untuk
diperbaiki. Setiap jawaban memerlukan paling sedikit satu eviden utama: dokumen resmi yang
memuat hal yang ditanyakan.

Salah:

    answers:
      - id: jwb-bas-01
        submission: evaluasi-2024
        question: BAS.01  # SCM305
    claims:
      - id: klaim-bas-01
        evidence: ev-laporan
        supports: [BAS.01]
        submission: evaluasi-2024
        role: supporting

Benar:

    answers:
      - id: jwb-bas-01
        submission: evaluasi-2024
        question: BAS.01
    claims:
      - id: klaim-bas-01
        evidence: ev-laporan
        supports: [BAS.01]
        submission: evaluasi-2024
        role: primary
        pages: "3-4"
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.measures import OUTSIDE_KINDS
from scmaster.assess.owners import owner_of
from scmaster.assess.support import claims_for
from scmaster.diagnostics import Finding, Related, Severity

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Find answers whose claims are all supporting ones."""
    for identity, standing in case.standings.items():
        if standing.answer is None or standing.question.kind in OUTSIDE_KINDS:
            continue
        claims = claims_for(case, identity)  # that there are none is another rule's finding
        if claims and all(claim.role == "supporting" for claim in claims):
            yield Finding(
                standing.answer.span("question"),
                f"jawaban {identity} baru mempunyai {len(claims)} eviden pendukung,"
                " belum ada eviden utama",
                f"mintakan dokumen resminya kepada {owner_of(case, standing)},"
                " lalu tulis klaim dengan role: primary",
                tuple(Related(c.span("role"), f"{c.id}: pendukung") for c in claims),
            )
