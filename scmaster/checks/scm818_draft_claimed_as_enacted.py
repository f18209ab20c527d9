"""Rancangan dicatat sebagai produk hukum yang berlaku.

Eviden dinyatakan sudah ditetapkan, tetapi halaman pertamanya bertuliskan DRAF atau RANCANGAN.

Salah:

    evidence:
      - id: ev-sk
        title: Keputusan tim
        kind: sk
        number: 12 Tahun 2024
        date: 2024-02-01
        legal_status: enacted  # SCM818
        signature: wet
        opd: diskominfo
        file: sk.pdf
    # berkas
    ev-sk:
      kind: pdf
      layer: text
      pages:
        - "KEPUTUSAN NOMOR 12 TAHUN 2024, ditetapkan 1 Februari 2024 (RANCANGAN)"

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

Ganti dengan naskah yang sudah ditandatangani, atau catat legal_status: draft.
"""

import re
from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.model.evidence import Evidence

SEVERITY = (Severity.WARNING, Severity.ERROR)


DRAFT = re.compile(r"\b(?:DRAFT?|RANCANGAN)\b(?!\s+(?:AKHIR|AWAL|APBD|PEMBANGUNAN|INDUK|UMUM))")
"""In capitals, as a stamp or a title has it; what plans are called is left alone."""


def check(case: Case) -> Iterator[Finding]:
    """Read the first page of what is said to be enacted."""
    for identity, evidence in case.dossier.of(Evidence).items():
        contents = case.originals.read(identity)
        if evidence.legal_status != "enacted" or contents is None:
            continue
        match = DRAFT.search("".join(contents.pages[:1]))
        if match:
            message = f"halaman pertama '{evidence.file}' bertuliskan {match[0]}"
            hint = "ganti dengan naskah yang ditandatangani, atau catat sebagai draft"
            yield Finding(evidence.span("legal_status"), message, hint)
