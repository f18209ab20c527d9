"""Berkas eviden kosong.

Berkasnya ada, tetapi tidak berisi apa-apa: biasanya unggahan yang terputus.

Salah:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.pdf  # SCM805
    # berkas
    ev-laporan: {kind: "", size: 0}

Benar:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.pdf
    # berkas
    ev-laporan: {kind: pdf, size: 120000}

Minta berkas yang utuh dari pemiliknya.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.model.evidence import Evidence

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Look for files of no bytes."""
    for identity, original in case.originals.locked.items():
        evidence = case.dossier.get(Evidence, identity)
        if evidence is not None and original.size == 0:
            message = f"berkas '{original.file}' kosong (0 bita)"
            yield Finding(evidence.span("file"), message, "minta berkas yang utuh")
