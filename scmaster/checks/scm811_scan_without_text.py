"""Eviden utama berupa hasil pindai tanpa teks.

Halamannya hanya gambar. Tidak ada yang dapat mencari atau menyalin isinya, dan scmaster tidak dapat
memeriksa apakah angka dan nomornya benar.

Salah:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.pdf  # SCM811
    # berkas
    ev-laporan: {kind: pdf, layer: scan, pages: 3}

Benar:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.pdf
    # berkas
    ev-laporan: {kind: pdf, layer: text, pages: [Laporan]}

Minta berkas digital aslinya, atau jalankan pengenalan teks (OCR) saat memindai.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.model.evidence import Evidence

SEVERITY = Severity.NOTE


def check(case: Case) -> Iterator[Finding]:
    """Look for pages that are pictures."""
    for identity, original in case.originals.locked.items():
        evidence = case.dossier.get(Evidence, identity)
        if evidence is not None and original.layer == "scan":
            message = f"'{original.file}' hanya berisi gambar halaman, tanpa teks"
            yield Finding(evidence.span("file"), message, "minta berkas digital aslinya")
