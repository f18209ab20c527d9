"""Dewan, tim pelaksana, atau gugus tugas tanpa rapat pada periode yang dievaluasi.

Yang dinilai bukan hanya adanya keputusan, melainkan lembaga yang bekerja. Rapat dengan
tanggal, daftar hadir, dan notulen adalah tandanya. Bila pertanyaan instrumen tentang rapat
lembaga itu sudah dijawab, jawaban itulah yang diperiksa, bukan di sini. Rapat yang tanggalnya
belum tiba belum dihitung.

Salah:

    bodies:
      - id: dewan-uji  # SCM327
        kind: dewan
        name: Dewan Smart City
        meetings:
          - {date: 2023-05-22, title: Rapat kerja}

Salah (baru dijadwalkan):

    # pemeriksaan pada 15 Januari 2025
    bodies:
      - id: dewan-uji  # SCM327
        kind: dewan
        name: Dewan Smart City
        meetings:
          - {date: 2025-03-22, title: Rapat kerja}
    submissions:
      - id: evaluasi-2025
        year: 2025
        stage: tahap_2
        instrument: uji-2024
        state: draft

Benar:

    bodies:
      - id: dewan-uji
        kind: dewan
        name: Dewan Smart City
        meetings:
          - {date: 2024-05-22, title: Rapat kerja}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.evidence import period_of
from scmaster.assess.meetings import answered, within
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.governance import Body
from scmaster.model.labels import BODY_KIND
from scmaster.model.wording import date_words, period_words

SEVERITY = Severity.WARNING
FAMILIES = ("komdigi", "other")
AT_WORK = frozenset({"dewan", "tim_pelaksana", "gugus_tugas"})


def check(case: Case) -> Iterator[Finding]:
    """Find bodies that did not meet, as far as written, in the period of the submission."""
    if case.submission is None:
        return
    period = period_of(case.submission)
    for body in case.dossier.of(Body).values():
        if body.kind not in AT_WORK or within(body, period, case.on) or answered(case, body.kind):
            continue
        held = [meeting for meeting in body.meetings if meeting.date.first <= case.on]
        last = max(held, key=lambda meeting: meeting.date.last, default=None)
        before = f"; rapat terakhir yang tercatat {date_words(last.date)}" if last else ""
        yield Finding(
            body.span("id"),
            f"{BODY_KIND[body.kind]} ({body.id}) tidak mempunyai rapat pada"
            f" {period_words(period)}{before}",
            "catat rapatnya di 'meetings' dengan tanggal, jumlah hadir, dan notulen",
            (Related(last.span("date"), "rapat terakhir"),) if last else (),
        )
