"""Berkas eviden belum dikunci.

Berkasnya ada, tetapi sidiknya belum dicatat di evidence.lock. Selama belum, tidak ada yang tahu
bila isinya berubah.

Salah:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.pdf  # SCM804
    # berkas
    ev-laporan: {kind: pdf, state: unlocked}

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

Jalankan `scmaster evidence lock`.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.model.evidence import Evidence

SEVERITY = (Severity.NOTE, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Look for files without a line in the lock."""
    for identity, evidence in case.dossier.of(Evidence).items():
        if case.originals.states.get(identity) == "unlocked":
            message = f"sidik berkas '{evidence.file}' belum dicatat"
            yield Finding(evidence.span("file"), message, "jalankan 'scmaster evidence lock'")
