"""Dokumen dinyatakan ditetapkan, tetapi tidak bertanda tangan.

Asesor pernah menolak berkas bernama "final" yang paraf dan tanda tangannya masih kosong. Yang
ditetapkan selalu bertanda tangan, basah atau elektronik; yang diunggah harus naskah itu.

Salah:

    evidence:
      - id: ev-sk
        title: Keputusan Wali Kota tentang forum
        kind: sk
        number: "12"
        date: 2024-03-01
        legal_status: enacted
        signature: none  # SCM441
        url: https://contoh.go.id/sk.pdf

Benar:

    evidence:
      - id: ev-sk
        title: Keputusan Wali Kota tentang forum
        kind: sk
        number: "12"
        date: 2024-03-01
        legal_status: enacted
        signature: certified
        url: https://contoh.go.id/sk.pdf
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.evidence import Evidence

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find enacted documents in an unsigned copy."""
    for evidence in case.dossier.of(Evidence).values():
        if evidence.legal_status == "enacted" and evidence.signature == "none":
            yield Finding(
                evidence.span("signature"),
                f"{evidence.id} dinyatakan ditetapkan, tetapi tidak bertanda tangan",
                "lampirkan naskah yang bertanda tangan, atau ubah 'legal_status' menjadi draft",
                (Related(evidence.span("legal_status"), "status ditetapkan"),),
            )
