"""Tanda tangan elektronik tidak ada di berkasnya.

Eviden dinyatakan bertanda tangan elektronik tersertifikasi, tetapi berkas PDF-nya tidak memuat
tanda tangan. Biasanya berkas itu hasil cetak, gabungan, atau pemampatan, sehingga tanda
tangannya hilang.

Salah:

    evidence:
      - id: ev-sk
        title: Keputusan tim
        kind: sk
        number: 12 Tahun 2024
        date: 2024-02-01
        legal_status: enacted
        signature: certified  # SCM820
        opd: diskominfo
        file: sk.pdf
    # berkas
    ev-sk:
      kind: pdf
      layer: text
      pages:
        - "KEPUTUSAN NOMOR 12 TAHUN 2024, ditetapkan 1 Februari 2024"

Benar:

    evidence:
      - id: ev-sk
        title: Keputusan tim
        kind: sk
        number: 12 Tahun 2024
        date: 2024-02-01
        legal_status: enacted
        signature: certified
        opd: diskominfo
        file: sk.pdf
    # berkas
    ev-sk:
      kind: pdf
      layer: text
      signed: true
      pages:
        - "KEPUTUSAN NOMOR 12 TAHUN 2024, ditetapkan 1 Februari 2024"

Minta berkas asli yang ditandatangani; jangan dicetak, digabung, atau dimampatkan.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.model.evidence import Evidence

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Compare what is said of the signature with what the PDF holds."""
    for identity, original in case.originals.locked.items():
        evidence = case.dossier.get(Evidence, identity)
        if evidence is None or original.kind != "pdf" or original.problem:
            continue
        if evidence.signature == "certified" and not original.signed:
            message = f"'{original.file}' tidak memuat tanda tangan elektronik"
            hint = "minta berkas asli; salinan yang dicetak atau digabung kehilangan tanda tangan"
            yield Finding(evidence.span("signature"), message, hint)
