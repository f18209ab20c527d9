"""Nomor dokumen tidak ada di dalam berkasnya.

Nomor yang dicatat pada eviden tidak ditemukan di teks berkas. Mungkin berkasnya dokumen lain.

Salah:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        number: 12/LAP/2024  # SCM816
        file: laporan-2024.pdf
    # berkas
    ev-laporan: {kind: pdf, layer: text, pages: ["LAPORAN NOMOR 13/LAP/2024"]}

Benar:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        number: 12/LAP/2024
        file: laporan-2024.pdf
    # berkas
    ev-laporan: {kind: pdf, layer: text, pages: ["LAPORAN NOMOR 12 / LAP / 2024"]}

Betulkan nomornya, atau ganti berkasnya.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.model.evidence import Evidence

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Look for each number in its file; "Nomor 12 Tahun 2023" and 12/2023 are the same."""
    for identity, evidence in case.dossier.of(Evidence).items():
        original, contents = case.originals.locked.get(identity), case.originals.read(identity)
        if not evidence.number or original is None or contents is None:
            continue
        if original.layer != "text" or not contents.text.strip():
            continue
        if not _stands(evidence.number, contents.text):
            message = f"nomor '{evidence.number}' tidak ada di dalam '{original.file}'"
            yield Finding(evidence.span("number"), message, "betulkan nomor atau berkasnya")


def _stands(number: str, text: str) -> bool:
    wanted, words = _bare(number), _bare(text)
    return bool(wanted) and wanted in words


def _bare(text: str) -> str:
    """Leave letters and figures only, and what may stand between a number and its year."""
    words = text.casefold().replace("nomor", " ").replace("tahun", " ")
    return "".join(sign for sign in words if sign.isalnum())
