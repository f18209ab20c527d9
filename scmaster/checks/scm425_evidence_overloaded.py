"""Satu eviden menanggung terlalu banyak pertanyaan, atau survei dari beberapa pilar.

Pada penilaian 2023 satu aplikasi yang sama ditunjukkan untuk beberapa subdimensi, dan asesor
menurunkan nilai semuanya. Responden yang sama untuk dua pilar juga dipertanyakan. Lebih dari
lima pertanyaan dengan satu dokumen utama hampir selalu berarti dokumennya terlalu umum.

Salah:

    claims:
      - id: klaim-semua
        evidence: ev-laporan  # SCM425
        supports: [BAS.01, BAS.02, BAS.04, OUT.04, OUT.06, OCM.04]
        submission: evaluasi-2024
        role: primary
        pages: "3"

Salah (satu rekap survei untuk dua pilar):

    surveys:
      - id: survei-tentang-layanan
        submission: evaluasi-2024
        programme: prog-uji
        sub_pillar: gov-service
        owner: diskominfo
        respondents: 50
        evidence: [ev-laporan]
      - id: survei-sehat
        submission: evaluasi-2024
        programme: prog-uji
        sub_pillar: liv-health
        owner: dlh
        respondents: 50
        evidence: [ev-laporan]  # SCM425

Benar:

    claims:
      - id: klaim-lima
        evidence: ev-laporan
        supports: [BAS.01, BAS.02, BAS.04, OUT.04, OUT.06]
        submission: evaluasi-2024
        role: primary
        pages: "3"
      - id: klaim-pendukung
        evidence: ev-laporan
        supports: [OCM.04]
        submission: evaluasi-2024
        role: supporting
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.editions import pillars_with
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.evidence import Claim
from scmaster.model.masterplan import Survey

SEVERITY = Severity.WARNING
BEARABLE = 5


def check(case: Case) -> Iterator[Finding]:
    """Find documents that are made to prove nearly everything."""
    asked: dict[str, list[tuple[Claim, str]]] = {}
    for standing in case.standings.values():
        for claim, evidence in standing.claims:
            if claim.role == "primary":
                asked.setdefault(evidence.id, []).append((claim, standing.question.id))
    for identity, uses in asked.items():
        questions = list(dict.fromkeys(question for _, question in uses))
        if len(questions) > BEARABLE:
            claims = list(dict.fromkeys(claim.id for claim, _ in uses))
            others = {claim.id: claim for claim, _ in uses if claim.id != claims[0]}
            yield Finding(
                uses[0][0].span("evidence"),
                f"{identity} menjadi bukti utama untuk {len(questions)} pertanyaan:"
                f" {', '.join(questions)}",
                "cari dokumen yang khusus untuk masing-masing, atau jadikan sebagian pendukung",
                tuple(Related(c.span("evidence"), "juga di sini") for c in others.values()),
            )
    yield from _surveys(case)


def _surveys(case: Case) -> Iterator[Finding]:
    """Find recaps of a survey that serve several pillars; within one pillar that is usual."""
    ours = case.submission.id if case.submission else None
    editions = list(case.dossier.frameworks.editions.values())
    first: dict[str, tuple[Survey, int, list[str]]] = {}
    for survey in sorted(case.dossier.of(Survey).values(), key=lambda survey: survey.span()):
        pillars = pillars_with(editions, survey.sub_pillar)
        if survey.submission != ours or not pillars:
            continue
        for index, identity in enumerate(survey.evidence):
            before, at, known = first.setdefault(identity, (survey, index, pillars))
            if not set(known) & set(pillars):
                yield Finding(
                    survey.span("evidence", index),
                    f"{identity} menjadi rekap survei untuk pilar {known[0]} dan {pillars[0]}",
                    "lampirkan rekap per pilar; respondennya tidak boleh sama",
                    (Related(before.span("evidence", at), f"survei {before.id}"),),
                )
