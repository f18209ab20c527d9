"""Satu perangkat daerah dua kali di antara penandatangan komitmen.

Banyaknya yang sudah dan belum menandatangani dihitung dari daftar ini; yang tercatat dua kali
membuat hitungannya diragukan.

Salah:

    commitments:
      - id: komitmen-2024
        title: Komitmen bersama
        date: 2024-03-01
        signatories:
          - {opd: diskominfo, signed: ya}
          - {opd: bappeda, signed: ya}
          - {opd: dlh, signed: ya}
          - {opd: dlh, signed: ya}  # SCM454

Benar:

    commitments:
      - id: komitmen-2024
        title: Komitmen bersama
        date: 2024-03-01
        signatories:
          - {opd: diskominfo, signed: ya}
          - {opd: bappeda, signed: ya}
          - {opd: dlh, signed: ya}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.governance import Commitment, Signatory

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find offices that stand twice among those who were to sign."""
    for commitment in case.dossier.of(Commitment).values():
        first: dict[str, Signatory] = {}
        for signatory in commitment.signatories:
            known = first.setdefault(signatory.opd, signatory)
            if known is not signatory:
                yield Finding(
                    signatory.span("opd"),
                    f"{signatory.opd} sudah tercatat di antara penandatangan {commitment.id}",
                    "hapus salah satunya, menurut naskahnya",
                    (Related(known.span("opd"), "pertama kali di sini"),),
                )
