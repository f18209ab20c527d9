"""Sidik pada YAML berbeda dari sidik berkasnya.

`sha256` yang ditulis pada catatan eviden tidak sama dengan sidik berkas yang dikunci, sehingga
salah satunya bukan milik dokumen ini.

Salah:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.pdf
        sha256: 1111111111111111111111111111111111111111111111111111111111111111  # SCM809
    # berkas
    ev-laporan: {kind: pdf, sha256: "2"}

Benar:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.pdf
    # berkas
    ev-laporan: {kind: pdf, sha256: "2"}

Hapus `sha256` dari YAML: evidence.lock sudah mencatatnya.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.evidence import Evidence

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Compare the digest written by hand with the locked one."""
    for identity, original in case.originals.locked.items():
        evidence = case.dossier.get(Evidence, identity)
        if evidence is None or evidence.sha256 in {None, original.sha256}:
            continue
        place = case.originals.spans.get(identity)
        yield Finding(
            evidence.span("sha256"),
            "sidik ini bukan sidik berkas yang dikunci",
            "hapus sha256 dari YAML; evidence.lock sudah mencatatnya",
            (Related(place, "sidik yang dikunci"),) if place else (),
        )
