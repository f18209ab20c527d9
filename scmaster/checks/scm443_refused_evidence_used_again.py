"""Eviden yang pernah ditolak asesor dipakai lagi untuk hal yang sama.

Asesor yang sama, atau penggantinya dengan catatan yang sama, akan menolaknya lagi. Lampirkan
dokumen yang diminta, atau jadikan pendukung. Putusan terakhirlah yang dihitung.

Salah:

    claims:
      - id: klaim-lama
        evidence: ev-laporan
        supports: [OUT.04]
        submission: evaluasi-2024
        role: supporting
        verdicts:
          - submission: evaluasi-2024
            verdict: revise
            date: 2024-11-06
            reason: Tidak memuat forum.
      - id: klaim-baru
        evidence: ev-laporan  # SCM443
        supports: [OUT.04]
        submission: evaluasi-2024
        role: primary
        pages: "3"

Benar:

    claims:
      - id: klaim-baru
        evidence: ev-laporan
        supports: [OUT.04]
        submission: evaluasi-2024
        role: primary
        pages: "3"
        verdicts:
          - {submission: evaluasi-2024, verdict: revise, date: 2024-11-06}
          - {submission: evaluasi-2024, verdict: accepted, date: 2024-11-20}
"""

from collections.abc import Iterator
from datetime import date

from scmaster.assess.case import Case
from scmaster.assess.current import current_claims
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.link import Dossier
from scmaster.model.evaluation import Submission
from scmaster.model.evidence import Claim, Verdict

SEVERITY = Severity.WARNING
REFUSED = {"revise", "auto_rejected"}


def check(case: Case) -> Iterator[Finding]:
    """Find primary claims on evidence that was last refused for the same thing."""
    last = _last_verdicts(case.dossier)
    for claim, evidence in current_claims(case):
        if claim.role != "primary" or evidence.id in case.dossier.unread:
            continue
        for about in claim.supports:
            verdict, judged = last.get((evidence.id, about), (None, claim))
            if verdict is None or verdict.verdict not in REFUSED:
                continue
            reason = f": {verdict.reason}" if verdict.reason else ""
            at = judged.verdicts.index(verdict)
            yield Finding(
                claim.span("evidence"),
                f"{evidence.id} pernah ditolak asesor untuk {about}{reason}",
                "lampirkan dokumen yang diminta asesor, atau jadikan pendukung",
                (Related(judged.span("verdicts", at, "verdict"), "putusan terakhir"),),
            )
            break


def _last_verdicts(dossier: Dossier) -> dict[tuple[str, str], tuple[Verdict, Claim]]:
    """Return the last verdict on each evidence for each thing, with the claim judged."""
    judged = [
        (_when(dossier, verdict), claim, verdict)
        for claim in dossier.of(Claim).values()
        for verdict in claim.verdicts
        if verdict.verdict != "pending"
    ]
    made: dict[tuple[str, str], tuple[Verdict, Claim]] = {}
    for _, claim, verdict in sorted(judged, key=lambda item: item[0]):
        for about in claim.supports:
            made[claim.evidence, about] = (verdict, claim)
    return made


def _when(dossier: Dossier, verdict: Verdict) -> tuple[int, date]:
    submission = dossier.get(Submission, verdict.submission)
    year = submission.year if submission else 0
    return year, verdict.date.last if verdict.date else date.min
