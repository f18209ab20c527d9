"""Dua eviden dengan isi berkas yang sama.

Dua catatan eviden memakai berkas yang isinya sama persis. Satu dokumen cukup dicatat sekali;
dua nomor untuk satu berkas membuat jumlah eviden tampak lebih banyak.

Salah:

    evidence:
      - id: ev-a
        title: Laporan A
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: a.pdf
      - id: ev-b
        title: Laporan B
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: b.pdf  # SCM807
    # berkas
    ev-a: {kind: pdf, sha256: "1"}
    ev-b: {kind: pdf, sha256: "1"}

Benar:

    evidence:
      - id: ev-a
        title: Laporan A
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: a.pdf
      - id: ev-b
        title: Laporan B
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: b.pdf
    # berkas
    ev-a: {kind: pdf, sha256: "1"}
    ev-b: {kind: pdf, sha256: "2"}

Gabungkan menjadi satu eviden dengan beberapa klaim.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.evidence import Evidence

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Compare the locked digests of different files; an empty file is another finding."""
    first: dict[str, Evidence] = {}
    for identity, original in case.originals.locked.items():
        evidence = case.dossier.get(Evidence, identity)
        if evidence is None or not original.size:
            continue
        other = first.setdefault(original.sha256, evidence)
        if other is not evidence and other.file != evidence.file:
            message = f"isi berkas '{evidence.file}' sama dengan berkas {other.id}"
            related = (Related(other.span("file"), "berkas yang sama"),)
            hint = "gabungkan menjadi satu eviden dengan beberapa klaim"
            yield Finding(evidence.span("file"), message, hint, related)
