"""Survei dampak tanpa rekap yang dapat dibuka.

Rekap jawaban responden diserahkan bersama kuesioner, dan kepala daerah bertanggung jawab
atas keabsahannya. Angka survei tanpa rekap tidak dapat diperiksa asesor, sehingga nilai
dimensi impact tidak dapat diberikan.

Salah:

    surveys:
      - id: survei-izin
        submission: evaluasi-2024
        programme: prog-uji
        sub_pillar: gov-service
        owner: diskominfo
        respondents: 50  # SCM348

Benar:

    surveys:
      - id: survei-izin
        submission: evaluasi-2024
        programme: prog-uji
        sub_pillar: gov-service
        owner: diskominfo
        respondents: 50
        evidence: [ev-laporan]
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.surveys import surveys
from scmaster.diagnostics import Finding, Severity

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Find surveys of the submission that hand in nothing but numbers."""
    for survey in surveys(case):
        claimed = case.dossier.claims_on(survey.id) or survey.id in case.dossier.unread
        if not survey.evidence and not claimed:
            yield Finding(
                survey.span("respondents"),
                f"survei {survey.id} belum mempunyai rekap jawaban {survey.respondents} responden",
                "catat rekapnya sebagai eviden berjenis survei, lalu isi 'evidence'",
            )
