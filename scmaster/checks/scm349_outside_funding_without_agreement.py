"""Dana dari luar APBD tanpa naskah perjanjian.

Pendanaan CSR, KPBU, hibah, dan swasta dinilai tersendiri, dan yang diminta adalah nilainya
beserta perjanjiannya. Angka dari berita tidak cukup. Yang diperiksa anggaran pada periode
pengajuan; klaim yang mendukung program itu juga dihitung.

Salah:

    programmes:
      - id: prog-gas
        name: Pemanfaatan gas metana
        budget:
          - {year: 2024, amount: 154600000, funding: csr, source: sumber-uji}  # SCM349

Benar:

    programmes:
      - id: prog-gas
        name: Pemanfaatan gas metana
        budget:
          - {year: 2024, amount: 154600000, funding: csr, evidence: ev-laporan}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.evidence import period_of
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import rupiah
from scmaster.model.masterplan import Programme

SEVERITY = Severity.WARNING
OUTSIDE = {"csr": "CSR", "kpbu": "KPBU", "hibah": "hibah", "swasta": "swasta"}


def check(case: Case) -> Iterator[Finding]:
    """Find money from others, read somewhere, of which no agreement can be opened."""
    if case.submission is None:
        return
    period = period_of(case.submission)
    for programme in case.dossier.of(Programme).values():
        if case.dossier.claims_on(programme.id) or programme.id in case.dossier.unread:
            continue
        for budget in programme.budget:
            known = budget.source or programme.sources  # else another rule asks where it is from
            asked = period.first.year <= budget.year <= period.last.year
            if budget.funding in OUTSIDE and asked and known and budget.evidence is None:
                yield Finding(
                    budget.span("amount"),
                    f"dana {OUTSIDE[budget.funding]} {rupiah(budget.amount)} tahun {budget.year}"
                    f" untuk {programme.id} tanpa naskah perjanjian",
                    "catat PKS, MoU, atau naskah hibahnya sebagai eviden, lalu isi 'evidence'",
                )
