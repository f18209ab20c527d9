"""Nilai tertinggi hanya bersandar pada satu eviden.

Nilai tertinggi menuntut kebijakan, pelaksanaan, dan hasil. Satu dokumen jarang menunjukkan
ketiganya, dan asesor yang ragu menurunkan nilainya. Indeks luar dikecualikan: angkanya
sendiri yang dinilai.

Salah:

    answers:
      - id: jwb-1
        submission: evaluasi-2024
        question: BAS.01
        self_score: 4  # SCM517
    claims:
      - {id: klaim-1, evidence: ev-laporan, supports: [BAS.01], submission: evaluasi-2024,
         role: primary, pages: "3"}
      - {id: klaim-2, evidence: ev-laporan, supports: [BAS.01], submission: evaluasi-2024,
         role: supporting, pages: "9"}

Benar:

    answers:
      - id: jwb-1
        submission: evaluasi-2024
        question: BAS.01
        self_score: 4
    evidence:
      - id: ev-perwali
        title: Peraturan Wali Kota tentang masterplan
        kind: perwali
        number: "1"
        date: 2024-02-01
        legal_status: enacted
        url: https://contoh.go.id/perwali.pdf
      - id: ev-laporan
        title: Laporan kegiatan tahun 2024
        kind: laporan
        period: 2024
        url: https://contoh.go.id/laporan-2024.pdf
    claims:
      - {id: klaim-1, evidence: ev-perwali, supports: [BAS.01], submission: evaluasi-2024,
         role: primary, pages: "3"}
      - {id: klaim-2, evidence: ev-laporan, supports: [BAS.01], submission: evaluasi-2024,
         role: primary, pages: "9"}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.doubt import doubtful
from scmaster.assess.standing import State
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.indonesian import number

SEVERITY = Severity.WARNING
JUDGED_BY_FIGURE = frozenset({"external", "index", "survey_mean", "percent", "count"})


def check(case: Case) -> Iterator[Finding]:
    """Find proven answers that give themselves the top score on one piece of evidence."""
    for standing in case.standings.values():
        answer = standing.answer
        if answer is None or answer.self_score is None or case.instrument is None:
            continue
        if standing.state is not State.PROVEN or standing.question.kind in JUDGED_BY_FIGURE:
            continue
        if answer.self_score != case.instrument.scale.maximum or doubtful(case, standing):
            continue
        pieces = {evidence.id for _, evidence in standing.claims}
        if len(pieces) == 1:
            claim = standing.claims[0][0]
            yield Finding(
                answer.span("self_score"),
                f"nilai {number(answer.self_score)} pada {answer.question} hanya bersandar pada"
                f" {claim.evidence}",
                "tambahkan eviden pelaksanaan atau hasil, atau turunkan nilainya",
                (Related(claim.span("evidence"), "satu-satunya eviden"),),
            )
