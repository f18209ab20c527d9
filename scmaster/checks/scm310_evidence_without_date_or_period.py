"""Eviden tanpa tanggal dan tanpa periode.

Evaluasi menilai satu tahun. Eviden yang tidak diketahui waktunya tidak dapat dipasangkan
dengan tahun itu, sehingga tidak dihitung membuktikan apa pun. Isi tanggal dokumen, atau
periode yang dilaporkannya bila berbeda (laporan tahun 2024 yang terbit Januari 2025). Untuk
laman dan tangkapan layar, tanggalnya adalah hari pengambilan.

Salah:

    evidence:
      - id: ev-layar
        title: Tangkapan layar dasbor layanan  # SCM310
        kind: tangkapan_layar
        url: https://contoh.go.id/dasbor.png

Benar:

    evidence:
      - id: ev-layar
        title: Tangkapan layar dasbor layanan
        kind: tangkapan_layar
        date: 2024-10-14
        url: https://contoh.go.id/dasbor.png
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.evidence import proven_period
from scmaster.diagnostics import Finding, Severity
from scmaster.model.evidence import POLICY_KINDS, Evidence

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find evidence that cannot be laid beside the year; policies have their own rule."""
    for evidence in case.dossier.of(Evidence).values():
        if proven_period(evidence) is None and evidence.kind not in POLICY_KINDS:
            yield Finding(
                evidence.span("title"),
                f"eviden {evidence.id} tidak menyebut tanggal atau periode",
                "isi 'date' (tanggal dokumen) atau 'period' (periode yang dibuktikan)",
            )
