"""Tanggal dokumen tidak ada di dalam berkasnya.

Tanggal lengkap yang dicatat pada eviden tidak ditemukan di teks berkas.

Salah:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30  # SCM817
        opd: diskominfo
        file: laporan-2024.pdf
    # berkas
    ev-laporan: {kind: pdf, layer: text, pages: ["Balikpapan, 31 Desember 2024"]}

Benar:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.pdf
    # berkas
    ev-laporan: {kind: pdf, layer: text, pages: ["Balikpapan, 30 Desember 2024"]}

Betulkan tanggalnya menurut yang tercetak pada dokumen.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.spellings import dated_in
from scmaster.diagnostics import Finding, Severity
from scmaster.model.evidence import Evidence

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Look for each full date in its file."""
    for identity, evidence in case.dossier.of(Evidence).items():
        original, contents = case.originals.locked.get(identity), case.originals.read(identity)
        day = evidence.date
        if day is None or day.first != day.last or original is None or contents is None:
            continue
        if original.layer != "text" or not contents.text.strip():
            continue
        if not dated_in(day.first, contents.text):
            message = f"tanggal {day} tidak ada di dalam '{original.file}'"
            yield Finding(evidence.span("date"), message, "samakan dengan yang tercetak")
