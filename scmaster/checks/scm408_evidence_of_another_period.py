"""Eviden membuktikan tahun yang lain daripada tahun yang ditanyakan.

Setiap pertanyaan menilai satu tahun, dan beberapa (jumlah program tahun lalu, misalnya) menilai
tahun sebelumnya. Dokumen dari tahun lain tidak dihitung, sebagus apa pun isinya. Peraturan
dihitung sejak ditetapkan dan dokumen berjangka sampai akhir masa berlakunya.

Salah:

    evidence:
      - id: ev-lama
        title: Laporan kegiatan tahun 2022
        kind: laporan
        date: 2022-12-30
        period: 2022
        url: https://contoh.go.id/laporan-2022.pdf
    claims:
      - id: klaim-forum
        evidence: ev-lama  # SCM408
        supports: [OUT.04]
        submission: evaluasi-2024
        role: primary
        pages: "3"

Salah (yang ditanyakan tahun sebelumnya):

    claims:
      - id: klaim-program
        evidence: ev-laporan  # SCM408
        supports: [BAS.04]
        submission: evaluasi-2024
        role: primary
        pages: "3"

Benar:

    evidence:
      - id: ev-laporan
        title: Laporan kegiatan tahun 2024
        kind: laporan
        date: 2025-01-10
        period: 2024
        url: https://contoh.go.id/laporan-2024.pdf
      - id: ev-perwali
        title: Peraturan Wali Kota tentang kota cerdas
        kind: perwali
        number: "8"
        date: 2018
        legal_status: enacted
        url: https://contoh.go.id/perwali-8.pdf
      - id: ev-sertifikat
        title: Sertifikat keamanan informasi
        kind: sertifikat
        date: 2022
        valid_until: 2025-06
        url: https://contoh.go.id/sertifikat.pdf
    claims:
      - id: klaim-forum
        evidence: ev-laporan
        supports: [OUT.04]
        submission: evaluasi-2024
        role: primary
        pages: "3"
      - id: klaim-perwali
        evidence: ev-perwali
        supports: [BAS.01, BAS.04]
        submission: evaluasi-2024
        role: primary
        section: Pasal 2
      - id: klaim-sertifikat
        evidence: ev-sertifikat
        supports: [OUT.04]
        submission: evaluasi-2024
        role: supporting
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.evidence import asked_period, foretells, proven_period, speaks_of
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.evidence import Claim, Evidence
from scmaster.model.wording import period_words

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Find claims whose evidence does not speak of the period asked about."""
    if case.submission is None:
        return
    wrong: dict[str, tuple[Claim, Evidence, dict[str, list[str]]]] = {}
    for standing in case.standings.values():
        asked = asked_period(case.submission, standing.question)
        for claim, evidence in standing.claims:
            if speaks_of(evidence, asked) is False and not _dated_wrongly(case, evidence):
                _, _, periods = wrong.setdefault(claim.id, (claim, evidence, {}))
                periods.setdefault(period_words(asked), []).append(standing.question.id)
    for claim, evidence, periods in wrong.values():
        asked_words = "; ".join(f"{', '.join(ids)} menanyakan {p}" for p, ids in periods.items())
        field = "period" if evidence.period else "date"
        yield Finding(
            claim.span("evidence"),
            f"{evidence.id} membuktikan {period_words(proven_period(evidence))}, sedangkan"
            f" {asked_words}",
            "pakai dokumen tahun yang ditanyakan, atau betulkan 'period' pada evidennya",
            (Related(evidence.span(field), "periode eviden"),),
        )


def _dated_wrongly(case: Case, evidence: Evidence) -> bool:
    """Tell whether its dates are a finding of their own."""
    proven = proven_period(evidence)
    return foretells(evidence) or (proven is not None and proven.first > case.on)
