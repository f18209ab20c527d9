"""Tingkat dibuktikan tanpa tingkat di bawahnya.

Pada instrumen bertingkat, tingkat 3 hanya diakui bila tingkat 1 dan 2 sudah terbukti. Eviden
tingkat atas yang melompat ditolak otomatis, walaupun isinya benar.

Salah:

    claims:
      - id: klaim-1
        evidence: ev-laporan
        supports: [IND.01]
        submission: evaluasi-2024
        role: primary
        level: 3  # SCM518
      - id: klaim-2
        evidence: ev-laporan
        supports: [IND.01]
        submission: evaluasi-2024
        role: primary
        level: 1
    # pillars
    instruments:
      - id: uji-2024
        name: Instrumen uji
        issuer: Kementerian
        year: 2024
        status: official
        scale: {minimum: 1, maximum: 5, cumulative: ya}
        groups:
          - id: baseline
            name: Baseline
            questions:
              - {id: IND.01, code: "1", text: Bagaimana kebijakannya?, status: official}

Benar:

    claims:
      - id: klaim-1
        evidence: ev-laporan
        supports: [IND.01]
        submission: evaluasi-2024
        role: primary
        level: 2
      - id: klaim-2
        evidence: ev-laporan
        supports: [IND.01]
        submission: evaluasi-2024
        role: primary
        level: 1
    # pillars
    instruments:
      - id: uji-2024
        name: Instrumen uji
        issuer: Kementerian
        year: 2024
        status: official
        scale: {minimum: 1, maximum: 5, cumulative: ya}
        groups:
          - id: baseline
            name: Baseline
            questions:
              - {id: IND.01, code: "1", text: Bagaimana kebijakannya?, status: official}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.doubt import doubtful
from scmaster.diagnostics import Finding, Severity

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Find claims for a level, where a level below it has none; the lowest such claim."""
    if case.instrument is None or not case.instrument.scale.cumulative:
        return
    start = int(case.instrument.scale.minimum)
    for standing in case.standings.values():
        if doubtful(case, standing):
            continue
        claims = [claim for claim, _ in standing.claims if claim.level is not None]
        held = {claim.level for claim in claims}
        for claim in sorted(claims, key=lambda claim: (claim.level or 0, claim.id)):
            missing = [str(level) for level in range(start, claim.level or 0) if level not in held]
            if missing:
                yield Finding(
                    claim.span("level"),
                    f"tingkat {claim.level} pada {standing.question.id} dibuktikan tanpa tingkat"
                    f" {', '.join(missing)}",
                    "lengkapi klaim tingkat di bawahnya lebih dahulu",
                )
                break
