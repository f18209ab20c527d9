"""Jawaban tanpa satu pun eviden.

Asesor menilai apa yang dapat dibuka. Jawaban tanpa eviden dinilai seperti belum dijawab,
dan keluhan yang paling sering tertulis dalam laporan hasil evaluasi adalah program yang
baik tetapi tanpa lampiran. Jawaban berupa indeks lembaga lain (SPBE, IPM) dikecualikan:
nilainya diambil asesor dari penerbitnya.

Salah:

    answers:
      - id: jwb-bas-01
        submission: evaluasi-2024
        question: BAS.01  # SCM304
        fact: Masterplan ditetapkan dengan peraturan wali kota.
        analysis: Seluruh dinas mengacu kepadanya.

Benar:

    answers:
      - id: jwb-bas-01
        submission: evaluasi-2024
        question: BAS.01
        fact: Masterplan ditetapkan dengan peraturan wali kota.
        analysis: Seluruh dinas mengacu kepadanya.
    claims:
      - id: klaim-bas-01
        evidence: ev-laporan
        supports: [BAS.01]
        submission: evaluasi-2024
        role: primary
        pages: "3-4"

Benar (indeks lembaga lain):

    answers:
      - id: jwb-ocm-04
        submission: evaluasi-2024
        question: OCM.04
        measure: {value: 3.05, as_of: 2023, source: sumber-uji}
        issuer: Kementerian PANRB
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.measures import OUTSIDE_KINDS
from scmaster.assess.owners import owner_of
from scmaster.assess.support import claims_for
from scmaster.diagnostics import Finding, Severity

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Find answers of which it is certain that no claim supports them."""
    for identity, standing in case.standings.items():
        if standing.answer is None or standing.question.kind in OUTSIDE_KINDS:
            continue
        if claims_for(case, identity) == []:
            yield Finding(
                standing.answer.span("question"),
                f"jawaban {identity} belum didukung satu eviden pun",
                f"mintakan eviden kepada {owner_of(case, standing)},"
                f" lalu tulis klaim dengan supports: [{identity}]",
            )
