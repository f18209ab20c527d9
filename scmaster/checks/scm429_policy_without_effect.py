"""Yang dibuktikan baru peraturannya, belum hasilnya.

Peraturan adalah awal, bukan dampak. Pada 2023 asesor meminta peraturan pengurangan sampah
plastik disertai ukuran dampaknya. Rekomendasi yang memang hanya meminta peraturan dianggap
cukup dengan peraturan; yang lain, dan setiap program, perlu keluaran atau ukuran.

Salah:

    evidence:
      - id: ev-perwali
        title: Peraturan Wali Kota tentang pengurangan kantong plastik
        kind: perwali
        number: "8"
        date: 2018
        legal_status: enacted
        url: https://contoh.go.id/perwali-8.pdf
    recommendations:
      - id: rek-01
        submission: evaluasi-2024
        number: 1
        text: Kurangi sampah plastik dan tunjukkan hasilnya.
        status: claimed_met  # SCM429
        evidence: [ev-perwali]
    programmes:
      - id: prog-plastik  # SCM429
        name: Pengurangan sampah plastik
    claims:
      - id: klaim-plastik
        evidence: ev-perwali
        supports: [prog-plastik]
        role: primary
        section: Pasal 4

Benar:

    evidence:
      - id: ev-perwali
        title: Peraturan Wali Kota tentang pengurangan kantong plastik
        kind: perwali
        number: "8"
        date: 2018
        legal_status: enacted
        url: https://contoh.go.id/perwali-8.pdf
    recommendations:
      - id: rek-01
        submission: evaluasi-2024
        number: 1
        text: Tetapkan peraturan tentang sampah plastik.
        status: claimed_met
        evidence: [ev-perwali]
    programmes:
      - id: prog-plastik
        name: Pengurangan sampah plastik
        measures:
          - name: Sampah plastik
            value: 40
            unit: ton per hari
            as_of: 2024
            source: sumber-uji
    claims:
      - id: klaim-plastik
        evidence: ev-perwali
        supports: [prog-plastik]
        role: primary
        section: Pasal 4
"""

import re
from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.measures import achieved, measured
from scmaster.diagnostics import Finding, Severity
from scmaster.link import Dossier
from scmaster.model.evaluation import Recommendation
from scmaster.model.evidence import POLICY_KINDS, Evidence
from scmaster.model.masterplan import Programme, QuickWin

SEVERITY = Severity.WARNING
ASKS_POLICY = re.compile(
    r"\b(?:peraturan|perundang-undangan|perwali|perda|regulasi|keputusan|sk|payung hukum)\b",
    re.IGNORECASE,
)
ASKS_EFFECT = re.compile(r"\b(?:dampak|hasil|ukuran|capaian|penerapan|pelaksanaan)", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Find what rests on policy documents alone."""
    dossier = case.dossier
    for recommendation in dossier.of(Recommendation).values():
        named = [*recommendation.evidence, *(e for a in recommendation.actions for e in a.evidence)]
        enough = ASKS_POLICY.search(recommendation.text)
        if enough and not ASKS_EFFECT.search(recommendation.text):
            continue
        met = recommendation.status in {"claimed_met", "evidenced"}
        if met and _policy_only(dossier, recommendation.id, named):
            yield Finding(
                recommendation.span("status"),
                f"rekomendasi {recommendation.id} dibuktikan hanya dengan peraturan",
                "tambahkan eviden keluaran atau ukuran dampaknya",
            )
    for programme in dossier.of(Programme).values():
        if not _has_effect(dossier, programme) and _policy_only(dossier, programme.id, []):
            yield Finding(
                programme.span("id"),
                f"program {programme.id} dibuktikan hanya dengan peraturan",
                "tambahkan angka keluaran atau dampaknya di 'measures' atau sebagai indikator",
            )


def _policy_only(dossier: Dossier, identity: str, named: list[str]) -> bool:
    """Tell whether something shows it, and all that does is policy; unread is not known."""
    named = [*named, *(claim.evidence for claim in dossier.claims_on(identity))]
    shown = [dossier.get(Evidence, name) for name in named]
    known = [evidence for evidence in shown if evidence is not None]
    policy = all(evidence.kind in POLICY_KINDS for evidence in known)
    return len(known) == len(named) > 0 and policy and identity not in dossier.unread


def _has_effect(dossier: Dossier, programme: Programme) -> bool:
    quick_wins = [q for q in dossier.of(QuickWin).values() if q.programme == programme.id]
    figures = [*programme.measures, *(m for quick_win in quick_wins for m in quick_win.measures)]
    ids = [programme.id, *(quick_win.id for quick_win in quick_wins)]
    return (
        programme.progress is not None
        or any(achieved(measure) for measure in figures)
        or any(measured(dossier, identity) for identity in ids)
    )
