"""Eviden utama belum mempunyai jabatan yang menjelaskannya.

Dalam wawancara asesor bertanya langsung kepada perangkat daerah. Eviden yang kuat di atas
kertas kehilangan nilai bila tidak ada yang dapat menjelaskannya. Sebut jabatannya, bukan
nama orangnya. Yang diperiksa eviden utama untuk pertanyaan pengajuan ini.

Salah:

    claims:
      - id: klaim-bas-01
        evidence: ev-laporan
        supports: [BAS.01]
        submission: evaluasi-2024
        role: primary
        pages: "3"
    evidence:
      - id: ev-laporan
        title: Laporan kegiatan 2024  # SCM344
        kind: laporan
        date: 2024-11-30
        opd: diskominfo
        url: https://contoh.go.id/laporan.pdf

Benar:

    claims:
      - id: klaim-bas-01
        evidence: ev-laporan
        supports: [BAS.01]
        submission: evaluasi-2024
        role: primary
        pages: "3"
    evidence:
      - id: ev-laporan
        title: Laporan kegiatan 2024
        kind: laporan
        date: 2024-11-30
        opd: diskominfo
        narrator: Kepala Bidang Aplikasi Informatika
        url: https://contoh.go.id/laporan.pdf
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import listing
from scmaster.model.evidence import Evidence

SEVERITY = Severity.NOTE


def check(case: Case) -> Iterator[Finding]:
    """Find primary evidence that nobody stands for, once a document."""
    proves: dict[str, list[str]] = {}
    for identity, standing in case.standings.items():
        for claim, evidence in standing.claims:
            if claim.role == "primary" and evidence.narrator is None:
                proves.setdefault(evidence.id, []).append(identity)
    for name, questions in proves.items():
        evidence = case.dossier.of(Evidence)[name]
        yield Finding(
            evidence.span("title"),
            f"eviden {name} menjadi bukti utama {listing(questions)}, tetapi belum ada jabatan"
            " yang menjelaskannya",
            "isi 'narrator' dengan jabatan yang menjawab asesor",
        )
