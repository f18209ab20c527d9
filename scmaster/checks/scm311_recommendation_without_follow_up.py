"""Rekomendasi evaluasi sebelumnya belum mempunyai tindak lanjut yang dicatat.

Asesor membuka evaluasi dengan rekomendasi tahun lalu, satu per satu. Setiap rekomendasi
memerlukan satu catatan tindak lanjut: apa yang dikerjakan, oleh siapa, kapan. Bila
rekomendasinya tidak lagi berlaku, katakan dengan status irrelevant dan alasannya di `note`.
Rekomendasi yang lahir dari pengajuan ini sendiri baru dijawab pada siklus berikutnya.

Salah:

    submissions:
      - {id: evaluasi-2023, year: 2023, stage: tahap_2, state: final}
      - {id: evaluasi-2024, year: 2024, stage: tahap_2, instrument: uji-2024, state: draft}
    recommendations:
      - id: rek-2023-05
        submission: evaluasi-2023
        number: 5
        text: Aktifkan forum smart city.
        status: open  # SCM311

Benar:

    submissions:
      - {id: evaluasi-2023, year: 2023, stage: tahap_2, state: final}
      - {id: evaluasi-2024, year: 2024, stage: tahap_2, instrument: uji-2024, state: draft}
    recommendations:
      - id: rek-2023-05
        submission: evaluasi-2023
        number: 5
        text: Aktifkan forum smart city.
        status: in_progress
        actions:
          - {text: Rapat kerja forum, date: 2024-05-22, opd: bappeda}

Benar (lahir dari pengajuan yang sedang disusun):

    recommendations:
      - id: rek-2024-01
        submission: evaluasi-2024
        number: 1
        text: Tambah pendanaan di luar APBD.
        status: open
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.follow_up import earlier, shown
from scmaster.assess.owners import opd_name
from scmaster.diagnostics import Finding, Severity
from scmaster.model.evaluation import Recommendation, Submission

SEVERITY = (Severity.WARNING, Severity.ERROR)
WAITING = frozenset({"open", "in_progress", "rejected"})
"""Statuses that still owe the assessors something; the others have rules of their own."""


def check(case: Case) -> Iterator[Finding]:
    """Find recommendations of earlier cycles for which nothing was done, as far as written."""
    for recommendation in case.dossier.of(Recommendation).values():
        if recommendation.status not in WAITING or recommendation.actions:
            continue
        cycle = case.dossier.get(Submission, recommendation.submission)
        if cycle is None or not earlier(cycle, case.submission):
            continue
        if not shown(case.dossier, recommendation):
            who = f"kepada {opd_name(case.dossier, recommendation.owner)}"
            ask = f"tanyakan {who}" if recommendation.owner else "tunjuk 'owner'"
            yield Finding(
                recommendation.span("status"),
                f"rekomendasi {recommendation.id} (nomor {recommendation.number},"
                f" {recommendation.submission}) belum mempunyai tindak lanjut",
                f"{ask}, lalu tulis di 'actions' apa yang dikerjakan, kapan, dan evidennya",
            )
