"""Komitmen dinyatakan ditandatangani semua, tetapi ada yang dicatat belum menandatangani.

Salah satunya keliru. Bila sumbernya menyatakan semua menandatangani sedangkan naskahnya tidak,
yang berlaku naskahnya.

Salah:

    commitments:
      - id: komitmen-2024
        title: Komitmen bersama
        date: 2024-03-01
        signed_by_all: ya
        signatories:
          - {opd: diskominfo, signed: ya}
          - {opd: dlh, signed: tidak}  # SCM453

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
from scmaster.model.governance import Commitment

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find offices that have not signed what all are said to have signed."""
    for commitment in case.dossier.of(Commitment).values():
        for signatory in commitment.signatories if commitment.signed_by_all else ():
            if not signatory.signed:
                yield Finding(
                    signatory.span("signed"),
                    f"{signatory.opd} belum menandatangani {commitment.id}, padahal dinyatakan"
                    " ditandatangani semua",
                    "hapus 'signed_by_all', atau betulkan 'signed' menurut naskahnya",
                    (Related(commitment.span("signed_by_all"), "dinyatakan di sini"),),
                )
