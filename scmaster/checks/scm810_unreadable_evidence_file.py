"""Berkas eviden tidak dapat dibuka.

Berkasnya disandi dengan kata sandi, rusak, atau meluap saat dibuka. Asesor akan mengalami hal yang
sama.

Salah:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.pdf  # SCM810
    # berkas
    ev-laporan: {kind: pdf, problem: disandi dengan kata sandi, encrypted: true}

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

Minta berkas tanpa kata sandi, atau unduh ulang yang utuh.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.model.evidence import Evidence

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Repeat what the reader of files said."""
    for identity, original in case.originals.locked.items():
        evidence = case.dossier.get(Evidence, identity)
        if evidence is not None and original.problem:
            message = f"berkas '{original.file}' tidak dapat dibuka: {original.problem}"
            hint = "minta berkas tanpa kata sandi" if original.encrypted else "minta berkas utuh"
            yield Finding(evidence.span("file"), message, hint)
