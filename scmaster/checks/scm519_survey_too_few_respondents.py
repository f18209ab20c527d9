"""Survei dampak diikuti kurang dari 50 responden.

Aturan survei menuntut 50 responden yang memakai layanan, untuk tiap dimensi atau tiap
subdimensi bila formulirnya dipecah. Survei dengan responden lebih sedikit tidak dinilai.

Salah:

    surveys:
      - id: survei-1
        submission: evaluasi-2024
        programme: prog-uji
        sub_pillar: gov-service
        owner: diskominfo
        respondents: 49  # SCM519
        analysis: Warga puas.

Benar:

    surveys:
      - id: survei-1
        submission: evaluasi-2024
        programme: prog-uji
        sub_pillar: gov-service
        owner: diskominfo
        respondents: 50
        analysis: Warga puas.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.surveys import surveys
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import number

SEVERITY = (Severity.WARNING, Severity.ERROR)
ENOUGH = 50
"""The ministry's rule since 2021: purposive sampling, 50 who use the service."""


def check(case: Case) -> Iterator[Finding]:
    """Find surveys of this submission with too few respondents."""
    for survey in surveys(case):
        if survey.respondents < ENOUGH:
            yield Finding(
                survey.span("respondents"),
                f"survei {survey.id} hanya diikuti {number(survey.respondents)} responden,"
                f" padahal diminta {ENOUGH}",
                f"lengkapi sampai {ENOUGH} responden yang memakai layanan itu",
            )
