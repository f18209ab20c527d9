"""Berkas eviden melampaui batas yang ditetapkan instrumen.

Instrumen menyatakan ukuran terbesar atau jenis berkas yang diterima. Berkas di luar itu ditolak
saat diunggah, biasanya pada hari terakhir.

Salah:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.docx  # SCM823
    claims:
      - id: klaim-laporan
        evidence: ev-laporan
        supports: [BAS.01]
        submission: evaluasi-2024
        role: supporting
    # berkas
    ev-laporan: {kind: docx, file: laporan-2024.docx}

Salah, karena terlalu besar:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.pdf  # SCM823
    claims:
      - id: klaim-laporan
        evidence: ev-laporan
        supports: [BAS.01]
        submission: evaluasi-2024
        role: supporting
    # berkas
    ev-laporan: {kind: pdf, file: laporan-2024.pdf, size: 30000000}

Benar:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.pdf
    claims:
      - id: klaim-laporan
        evidence: ev-laporan
        supports: [BAS.01]
        submission: evaluasi-2024
        role: supporting
    # berkas
    ev-laporan: {kind: pdf, file: laporan-2024.pdf}

Minta berkas dalam jenis yang diterima, atau perkecil tanpa menghapus isinya. Berkas bertanda tangan
elektronik tidak boleh dimampatkan: tanda tangannya akan hilang.
"""

from collections.abc import Iterator
from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import listing

SEVERITY = (Severity.WARNING, Severity.ERROR)
MILLION = 1_000_000


def check(case: Case) -> Iterator[Finding]:
    """Compare the locked files that answers use with what the instrument takes."""
    uploads = case.instrument.uploads if case.instrument else None
    used = {e.id: e for standing in case.standings.values() for _, e in standing.claims}
    for identity, evidence in used.items():
        original = case.originals.locked.get(identity)
        if uploads is None or original is None:
            continue
        if uploads.formats and original.kind not in uploads.formats:
            message = f"berkas {original.kind or 'jenis lain'} tidak diterima"
            hint = f"yang diterima: {listing(uploads.formats)}"
            yield Finding(evidence.span("file"), message, hint)
        if uploads.megabytes is not None and Decimal(original.size) / MILLION > uploads.megabytes:
            size = f"{original.size / MILLION:.1f}".replace(".", ",")
            message = f"berkas {size} MB melampaui batas {uploads.megabytes} MB"
            hint = "perkecil tanpa menghapus isinya; yang bertanda tangan elektronik jangan diubah"
            yield Finding(evidence.span("file"), message, hint)
