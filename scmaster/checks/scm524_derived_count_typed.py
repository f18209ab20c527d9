"""Jumlah yang dihitung dari catatan diketik dengan tangan.

Banyaknya program yang terlaksana atau quick win yang dilanjutkan mengikuti catatan program dan
quick win. Angka yang diketik terpisah lambat laun berbeda dari catatannya, dan asesor
menghitungnya kembali.

Salah:

    answers:
      - id: jwb-1
        submission: evaluasi-2024
        question: QW.12
        measure:
          value: 3  # SCM524
          as_of: 2024
          source: sumber-uji
    # pillars
    instruments:
      - id: uji-2024
        name: Instrumen uji
        issuer: Kementerian
        year: 2024
        status: official
        scale: {minimum: 1, maximum: 4}
        groups:
          - id: quick_win
            name: Quick Win
            questions:
              - id: QW.12
                code: "5.1.5"
                text: Berapa quick win baru?
                kind: count
                derived: Quick win tahun itu yang tidak melanjutkan quick win sebelumnya
                status: official

Benar:

    answers:
      - id: jwb-1
        submission: evaluasi-2024
        question: QW.12
        fact: Quick win baru tercantum dalam catatan quick win tahun 2024.
    # pillars
    instruments:
      - id: uji-2024
        name: Instrumen uji
        issuer: Kementerian
        year: 2024
        status: official
        scale: {minimum: 1, maximum: 4}
        groups:
          - id: quick_win
            name: Quick Win
            questions:
              - id: QW.12
                code: "5.1.5"
                text: Berapa quick win baru?
                kind: count
                derived: Quick win tahun itu yang tidak melanjutkan quick win sebelumnya
                status: official
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Related, Severity

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find typed figures where the instrument says what records give the count."""
    for standing in case.standings.values():
        answer, question = standing.answer, standing.question
        if answer is None or question.derived is None:
            continue
        if answer.measure is not None and answer.measure.value is not None:
            yield Finding(
                answer.span("measure", "value"),
                f"angka jawaban {answer.id} diketik, padahal {question.id} dihitung dari catatan",
                "hapus 'measure', dan lengkapi catatan yang dihitung",
                (Related(question.span("derived"), "cara menghitungnya"),),
            )
