"""Eviden terbuka memuat data pribadi yang belum disamarkan.

Daftar hadir, tangkapan layar layanan, dan tanda terima sering memuat nama, nomor telepon, dan
tanda tangan warga. Eviden berklasifikasi biasa dibuka siapa saja yang menerima dokumennya,
padahal data pribadi dilindungi UU 27/2022.

Salah:

    evidence:
      - id: ev-hadir
        title: Daftar hadir rapat Dewan
        kind: daftar_hadir
        date: 2024-05-04
        file: hadir.pdf
        personal_data:
          present: ya  # SCM705
          kinds: [nama, nomor telepon]

Benar:

    evidence:
      - id: ev-hadir
        title: Daftar hadir rapat Dewan
        kind: daftar_hadir
        date: 2024-05-04
        file: hadir-disamarkan.pdf
        personal_data: {present: ya, kinds: [nama], redacted: ya}

Benar (tidak dibuka untuk umum):

    evidence:
      - id: ev-hadir
        title: Daftar hadir rapat Dewan
        kind: daftar_hadir
        date: 2024-05-04
        file: hadir.pdf
        classification: terbatas
        personal_data: {present: ya, kinds: [nama]}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.model.evidence import Evidence

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Find ordinary evidence said to hold personal data in the clear."""
    for evidence in case.dossier.of(Evidence).values():
        personal = evidence.personal_data
        if personal is None or not personal.present or personal.redacted:
            continue
        if evidence.classification == "biasa":
            yield Finding(
                evidence.span("personal_data", "present"),
                f"eviden {evidence.id} memuat data pribadi yang belum disamarkan",
                "samarkan lalu isi 'redacted: ya', atau naikkan klasifikasinya",
            )
