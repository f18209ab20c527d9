"""Nilai mandiri melampaui tingkat tertinggi yang dibuktikan eviden.

Bila tiap klaim menyebut tingkat yang dibuktikannya, nilai mandiri tidak dapat lebih tinggi
dari tingkat itu. Asesor menilai menurut eviden, sehingga selisihnya hilang pada hari
penilaian dan mengejutkan pimpinan.

Salah:

    answers:
      - id: jwb-1
        submission: evaluasi-2024
        question: BAS.01
        self_score: 4  # SCM508
    claims:
      - id: klaim-1
        evidence: ev-laporan
        supports: [BAS.01]
        submission: evaluasi-2024
        role: primary
        pages: "3"
        level: 2

Benar:

    answers:
      - id: jwb-1
        submission: evaluasi-2024
        question: BAS.01
        self_score: 2
    claims:
      - id: klaim-1
        evidence: ev-laporan
        supports: [BAS.01]
        submission: evaluasi-2024
        role: primary
        pages: "3"
        level: 2

Benar (tingkat tidak disebut):

    answers:
      - id: jwb-1
        submission: evaluasi-2024
        question: BAS.01
        self_score: 4
    claims:
      - id: klaim-1
        evidence: ev-laporan
        supports: [BAS.01]
        submission: evaluasi-2024
        role: primary
        pages: "3"
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.doubt import doubtful
from scmaster.assess.scale import fits_self_score
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.indonesian import number

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Find self scores above every level that the claims say they prove."""
    for standing in case.standings.values():
        answer = standing.answer
        given = answer.self_score if answer else None
        claims = [claim for claim, _ in standing.claims]
        levels = [claim.level for claim in claims if claim.level is not None]
        if answer is None or given is None or case.instrument is None:
            continue
        if not fits_self_score(case.instrument.scale, given) or doubtful(case, standing):
            continue
        if levels and len(levels) == len(claims) and given > max(levels):
            top = next(claim for claim in claims if claim.level == max(levels))
            yield Finding(
                answer.span("self_score"),
                f"nilai mandiri {number(given)} pada {answer.question} melampaui tingkat"
                f" {max(levels)} yang dibuktikan",
                f"tambahkan eviden tingkat {number(given)}, atau turunkan nilainya",
                (Related(top.span("level"), "tingkat tertinggi yang dibuktikan"),),
            )
