"""Eviden yang biasanya memuat data pribadi tidak menyatakan ada atau tidaknya.

Daftar hadir memuat nama, nomor telepon, dan tanda tangan; tangkapan layar layanan memuat data
warga. Bila tautannya terbuka, seseorang harus sudah memeriksanya dan menuliskan hasilnya.

Salah:

    evidence:
      - id: ev-hadir
        title: Daftar hadir rapat Dewan
        kind: daftar_hadir  # SCM706
        date: 2024-05-04
        url: https://contoh.go.id/hadir.pdf

Benar:

    evidence:
      - id: ev-hadir
        title: Daftar hadir rapat Dewan
        kind: daftar_hadir
        date: 2024-05-04
        url: https://contoh.go.id/hadir.pdf
        personal_data: {present: tidak}

Benar (tidak bertautan):

    evidence:
      - id: ev-hadir
        title: Daftar hadir rapat Dewan
        kind: daftar_hadir
        date: 2024-05-04
        file: hadir.pdf
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.model.evidence import Evidence
from scmaster.model.labels import EVIDENCE_KIND

SEVERITY = (Severity.NOTE, Severity.WARNING)
SUSPECT = frozenset({"daftar_hadir", "tangkapan_layar"})


def check(case: Case) -> Iterator[Finding]:
    """Find open evidence of a suspect kind about which nobody has said."""
    for evidence in case.dossier.of(Evidence).values():
        if evidence.kind not in SUSPECT or evidence.personal_data is not None:
            continue
        if evidence.url and evidence.classification == "biasa":
            yield Finding(
                evidence.span("kind"),
                f"eviden {evidence.id} ({EVIDENCE_KIND[evidence.kind]}) bertautan, tetapi data"
                " pribadinya belum dinyatakan",
                "periksa berkasnya, lalu isi 'personal_data: {present: ya}' atau 'tidak'",
            )
