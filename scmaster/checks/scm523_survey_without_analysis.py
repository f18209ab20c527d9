"""Hasil survei dampak tidak dianalisis.

Angka rata-rata saja tidak menjawab pertanyaan asesor: apa yang dirasakan warga, mengapa ada
yang tidak puas, dan apa tindak lanjutnya. Ketiadaan analisis tercatat sebagai kelemahan.

Salah:

    surveys:
      - id: survei-1  # SCM523
        submission: evaluasi-2024
        programme: prog-uji
        sub_pillar: gov-service
        owner: diskominfo
        respondents: 50

Benar:

    surveys:
      - id: survei-1
        submission: evaluasi-2024
        programme: prog-uji
        sub_pillar: gov-service
        owner: diskominfo
        respondents: 50
        analysis: Warga puas dengan kecepatan layanan, tetapi meminta notifikasi status.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.surveys import surveys
from scmaster.diagnostics import Finding, Severity

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find surveys that say nothing about their result."""
    for survey in surveys(case):
        if survey.analysis is None:
            yield Finding(
                survey.span("id"),
                f"survei {survey.id} tanpa analisis",
                "tulis di 'analysis' apa yang dirasakan warga dan apa tindak lanjutnya",
            )
