"""Berkas eviden tidak ada di foldernya.

Catatan eviden menyebut sebuah berkas, tetapi berkas itu tidak ada di folder eviden. Yang tidak
ada berkasnya tidak dapat diserahkan kepada asesor, apa pun yang ditulis tentangnya.

Salah:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.pdf  # SCM802
    # berkas
    ev-laporan: {state: missing}

Benar:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.pdf
    # berkas
    ev-laporan: {kind: pdf, pages: [Laporan]}

Taruh berkasnya dengan `scmaster evidence add`, atau betulkan namanya.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.model.evidence import Evidence

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Look for the files that evidence names, where the folder is on this machine."""
    for identity, evidence in case.dossier.of(Evidence).items():
        if case.originals.states.get(identity) != "missing" or not evidence.file:
            continue
        close = get_close_matches(evidence.file, case.originals.strays, n=1)
        hint = f"maksudnya '{close[0]}'?" if close else "taruh berkasnya di folder eviden"
        message = f"berkas '{evidence.file}' tidak ada di folder eviden"
        yield Finding(evidence.span("file"), message, hint)
