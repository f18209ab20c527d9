"""Komitmen bersama belum ditandatangani semua perangkat daerah.

Komitmen bersama adalah janji kepala daerah dan seluruh kepala perangkat daerah. Yang belum
menandatangani, atau tidak tercatat sama sekali, biasanya juga yang datanya belum masuk. Yang
diharapkan menandatangani: sekretariat, inspektorat, dinas, badan, dan kecamatan yang ada pada
tanggal komitmen. Bila sumber menyatakan semuanya menandatangani (`signed_by_all: ya`), yang
tidak tercatat tidak dipersoalkan.

Salah:

    commitments:
      - id: komitmen-2024
        title: Komitmen bersama  # SCM331
        date: 2024-03-01
        signatories:
          - {opd: diskominfo, signed: ya}
          - {opd: bappeda, signed: tidak}

Benar:

    commitments:
      - id: komitmen-2024
        title: Komitmen bersama
        date: 2024-03-01
        signatories:
          - {opd: diskominfo, signed: ya}
          - {opd: bappeda, signed: ya}
          - {opd: dlh, signed: ya}

Benar (menurut sumber):

    commitments:
      - id: komitmen-2024
        title: Komitmen bersama
        date: 2024-03-01
        signed_by_all: ya
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.offices import expected
from scmaster.assess.owners import opd_name
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.indonesian import listing
from scmaster.model.city import Opd
from scmaster.model.governance import Commitment

SEVERITY = Severity.WARNING
FAMILIES = ("komdigi", "other")


def check(case: Case) -> Iterator[Finding]:
    """Find commitments that someone has yet to sign, one finding each."""
    for commitment in case.dossier.of(Commitment).values():
        signatories = [s for s in commitment.signatories if s.opd in case.dossier.of(Opd)]
        unsigned = [signatory for signatory in signatories if not signatory.signed]
        listed = {signatory.opd for signatory in commitment.signatories}
        absent = [] if commitment.signed_by_all else _expected(case, commitment, listed)
        parts = []
        if unsigned:
            names = [opd_name(case.dossier, signatory.opd) for signatory in unsigned]
            parts.append(f"belum ditandatangani {listing(names)}")
        if absent:
            parts.append(
                f"tidak mencatat {listing([opd.short_name or opd.name for opd in absent])}"
            )
        if parts:
            yield Finding(
                commitment.span("title"),
                f"komitmen {commitment.id} {' dan '.join(parts)}",
                "lengkapi 'signatories' menurut naskahnya, atau mintakan tanda tangan susulan",
                tuple(Related(s.span("signed"), f"{s.opd} belum") for s in unsigned),
            )


def _expected(case: Case, commitment: Commitment, listed: set[str]) -> list[Opd]:
    """Return the offices of that day that should sign and are not listed."""
    known = listed | case.dossier.unread
    return [opd for opd in expected(case.dossier, commitment.date) if opd.id not in known]
