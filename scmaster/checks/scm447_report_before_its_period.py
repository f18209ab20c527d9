"""Laporan bertanggal sebelum masa yang dilaporkannya.

Yang melaporkan sesuatu ditulis sesudah kejadiannya. Laporan tahun 2024 bertanggal 2022 hampir
pasti salah ketik, dan asesor menilainya dari tanggal yang tercetak. Rencana, anggaran,
undangan, dan peraturan memang mendahului masanya.

Salah:

    evidence:
      - id: ev-laporan
        title: Laporan kegiatan tahun 2024
        kind: laporan
        date: 2022-11-30  # SCM447
        period: 2024
        url: https://contoh.go.id/laporan-2024.pdf

Benar:

    evidence:
      - id: ev-laporan
        title: Laporan kegiatan tahun 2024
        kind: laporan
        date: 2024-11-30
        period: 2024
        url: https://contoh.go.id/laporan-2024.pdf
      - id: ev-rencana
        title: Rencana aksi tahun 2025
        kind: rencana_aksi
        date: 2024-12-15
        period: 2025
        url: https://contoh.go.id/rencana-2025.pdf
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.evidence import foretells
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.evidence import Evidence
from scmaster.model.wording import date_words, period_words

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find reports that are older than what they report."""
    for evidence in case.dossier.of(Evidence).values():
        if foretells(evidence):
            yield Finding(
                evidence.span("date"),
                f"{evidence.id} bertanggal {date_words(evidence.date)}, sebelum masa yang"
                f" dilaporkannya ({period_words(evidence.period)})",
                "periksa tanggal dan periodenya",
                (Related(evidence.span("period"), "masa yang dilaporkan"),),
            )
