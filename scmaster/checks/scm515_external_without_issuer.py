"""Jawaban berupa indeks luar tanpa angka atau tanpa penerbitnya.

Pertanyaan seperti indeks SPBE atau IPM tidak dinilai dari dokumen kota, melainkan dari angka
yang diterbitkan lembaga lain. Tanpa angka, tahun, dan penerbit, asesor tidak dapat
mencocokkannya.

Salah:

    answers:
      - id: jwb-1
        submission: evaluasi-2024
        question: OCM.04  # SCM515
        measure: {value: 3.2, as_of: 2023, source: sumber-uji}

Salah (angkanya pun belum ada):

    answers:
      - id: jwb-1
        submission: evaluasi-2024
        question: OCM.04  # SCM515
        fact: Indeks SPBE kota baik.

Benar:

    answers:
      - id: jwb-1
        submission: evaluasi-2024
        question: OCM.04
        measure: {value: 3.2, as_of: 2023, source: sumber-uji}
        issuer: Kementerian PANRB
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Find answers by an outside index that lack the figure or who published it.

    A figure without its date, or left empty without a reason, is for other rules to say.
    """
    for standing in case.standings.values():
        answer = standing.answer
        if answer is None or standing.question.kind not in {"external", "index"}:
            continue
        missing = [] if answer.measure else ["angka ('measure')"]
        missing += [] if answer.issuer else ["penerbit ('issuer')"]
        if missing:
            yield Finding(
                answer.span("question"),
                f"jawaban {answer.id} atas {answer.question} tanpa {' dan '.join(missing)}",
                "isi angka dan tahunnya (predikat ditulis di 'note' angka itu), serta penerbitnya",
            )
