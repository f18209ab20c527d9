"""Naskah tanpa tanda tangan dicatat sebagai berlaku.

Eviden dinyatakan sudah ditetapkan, tetapi tempat tanda tangannya masih berupa titik-titik.

Salah:

    evidence:
      - id: ev-sk
        title: Keputusan tim
        kind: sk
        number: 12 Tahun 2024
        date: 2024-02-01
        legal_status: enacted  # SCM819
        signature: wet
        opd: diskominfo
        file: sk.pdf
    # berkas
    ev-sk:
      kind: pdf
      layer: text
      pages:
        - "KEPUTUSAN NOMOR 12 TAHUN 2024, ditetapkan 1 Februari 2024"
        - "WALI KOTA (..........)"
      empty_signatures: [2]

Benar:

    evidence:
      - id: ev-sk
        title: Keputusan tim
        kind: sk
        number: 12 Tahun 2024
        date: 2024-02-01
        legal_status: enacted
        signature: wet
        opd: diskominfo
        file: sk.pdf
    # berkas
    ev-sk:
      kind: pdf
      layer: text
      pages:
        - "KEPUTUSAN NOMOR 12 TAHUN 2024, ditetapkan 1 Februari 2024"

Ganti dengan naskah yang sudah ditandatangani.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.model.evidence import Evidence

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Look for empty places of signatures in what is said to be enacted."""
    for identity, evidence in case.dossier.of(Evidence).items():
        contents = case.originals.read(identity)
        if evidence.legal_status != "enacted" or contents is None or not contents.empty_signatures:
            continue
        page = contents.empty_signatures[0]
        message = f"tempat tanda tangan di halaman {page} '{evidence.file}' masih kosong"
        hint = "ganti dengan naskah yang sudah ditandatangani"
        yield Finding(evidence.span("legal_status"), message, hint)
