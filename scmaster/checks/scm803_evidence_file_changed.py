"""Berkas eviden berubah sejak dikunci.

Isi berkas tidak lagi sama dengan saat sidiknya dicatat di evidence.lock. Mungkin berkas yang
benar tertimpa; mungkin memang diganti, dan klaim yang memakainya perlu dilihat lagi.

Salah:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.pdf  # SCM803
    # berkas
    ev-laporan: {kind: pdf, state: changed}

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

Kembalikan berkas semula, atau kunci yang baru dengan `scmaster evidence lock`.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.evidence import Evidence

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Compare what lies there with the lock."""
    for identity, evidence in case.dossier.of(Evidence).items():
        if case.originals.states.get(identity) != "changed":
            continue
        place = case.originals.spans.get(identity)
        yield Finding(
            evidence.span("file"),
            f"isi berkas '{evidence.file}' tidak sama dengan saat dikunci",
            "kembalikan berkas semula, atau jalankan 'scmaster evidence lock' setelah diperiksa",
            (Related(place, "sidik yang dikunci"),) if place else (),
        )
