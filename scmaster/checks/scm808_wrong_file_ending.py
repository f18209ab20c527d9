"""Nama berkas tidak sesuai dengan isinya.

Isi berkas menunjukkan jenis yang lain dari akhiran namanya: halaman masuk yang tersimpan sebagai
.pdf, atau foto yang diganti namanya. Asesor tidak dapat membukanya.

Salah:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.pdf  # SCM808
    # berkas
    ev-laporan: {kind: html, file: laporan-2024.pdf}

Benar:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.pdf
    # berkas
    ev-laporan: {kind: pdf}

Unduh lagi berkas aslinya, atau betulkan akhirannya.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.endings import fits
from scmaster.diagnostics import Finding, Severity
from scmaster.model.evidence import Evidence

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Compare a file's name with what its content is."""
    for identity, original in case.originals.locked.items():
        evidence = case.dossier.get(Evidence, identity)
        if evidence is not None and not fits(original.file, original.kind):
            message = f"'{original.file}' ternyata berisi {original.kind}"
            hint = "unduh lagi berkas aslinya, atau betulkan akhirannya"
            yield Finding(evidence.span("file"), message, hint)
