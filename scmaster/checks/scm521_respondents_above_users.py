"""Responden survei lebih banyak daripada pengguna layanannya.

Yang ditanya haruslah orang yang memakai layanan. Asesor pernah menemukan layanan dengan
sekitar 30 pengguna tetapi 50 responden, dan menolak seluruh survei itu.

Salah:

    surveys:
      - id: survei-1
        submission: evaluasi-2024
        programme: prog-uji
        sub_pillar: gov-service
        owner: diskominfo
        respondents: 50  # SCM521
        users: 30
        analysis: Warga puas.

Benar:

    surveys:
      - id: survei-1
        submission: evaluasi-2024
        programme: prog-uji
        sub_pillar: gov-service
        owner: diskominfo
        respondents: 50
        users: 1200
        analysis: Warga puas.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.surveys import surveys
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.indonesian import number

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find surveys that asked more people than use the service."""
    for survey in surveys(case):
        if survey.users is not None and survey.respondents > survey.users:
            yield Finding(
                survey.span("respondents"),
                f"survei {survey.id} menanyai {number(survey.respondents)} orang, padahal"
                f" pengguna layanannya {number(survey.users)}",
                "survei layanan yang pemakainya cukup, atau betulkan kedua angkanya",
                (Related(survey.span("users"), "banyak pengguna layanan"),),
            )
