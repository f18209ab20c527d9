"""Jumlah pertanyaan yang tercatat berbeda dari jumlah yang disebut instrumen.

Kementerian menyebut berapa banyak pertanyaannya. Bila yang tercatat kurang, kota akan
merasa selesai sebelum waktunya; bila lebih, ada pertanyaan yang tercatat dua kali.

Salah:

    # pillars
    instruments:
      - id: uji-2024
        name: Instrumen uji
        issuer: Kementerian
        year: 2024
        status: official
        scale: {minimum: 1, maximum: 4}
        total_questions: 2  # SCM502
        groups:
          - id: baseline
            name: Baseline
            questions:
              - {id: BAS.01, code: "1.1.1", text: Apakah masterplan ditetapkan?, status: official}

Benar:

    # pillars
    instruments:
      - id: uji-2024
        name: Instrumen uji
        issuer: Kementerian
        year: 2024
        status: official
        scale: {minimum: 1, maximum: 4}
        total_questions: 1
        groups:
          - id: baseline
            name: Baseline
            questions:
              - {id: BAS.01, code: "1.1.1", text: Apakah masterplan ditetapkan?, status: official}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.link import questions_of

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Find instruments whose questions are not as many as their source says."""
    for instrument in case.dossier.frameworks.instruments.values():
        counted = sum(len(questions_of(group)) for group in instrument.groups)
        if instrument.total_questions not in {None, counted}:
            yield Finding(
                instrument.span("total_questions"),
                f"instrumen {instrument.id} menyebut {instrument.total_questions} pertanyaan,"
                f" tetapi yang tercatat {counted}",
                "lengkapi pertanyaannya, atau betulkan jumlahnya",
            )
