"""Eviden yang tidak dipakai membuktikan apa pun.

Dokumen sudah dicari dan dicatat, tetapi tidak ada klaim, angka, atau rapat yang
menyebutnya, sehingga asesor tidak akan melihatnya. Sering kali justru inilah bukti yang
dicari di tempat lain.

Salah:

    evidence:
      - id: ev-survei  # SCM332
        title: Survei kepuasan masyarakat 2024
        kind: survei
        period: 2024
        opd: diskominfo
        url: https://contoh.go.id/survei.pdf

Benar:

    evidence:
      - id: ev-survei
        title: Survei kepuasan masyarakat 2024
        kind: survei
        period: 2024
        opd: diskominfo
        url: https://contoh.go.id/survei.pdf
    claims:
      - id: klaim-survei
        evidence: ev-survei
        supports: [prog-uji]
        role: primary
        pages: "7"
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.model.evidence import Evidence

SEVERITY = Severity.NOTE


def check(case: Case) -> Iterator[Finding]:
    """Find evidence that nothing names."""
    for identity, evidence in case.dossier.of(Evidence).items():
        if not case.dossier.used(identity):
            yield Finding(
                evidence.span("id"),
                f"eviden {identity} ({evidence.title}) belum dipakai",
                "tulis klaim yang menyebut apa yang dibuktikannya, atau hapus",
            )
