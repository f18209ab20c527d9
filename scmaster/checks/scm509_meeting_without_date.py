"""Jawaban menyatakan rapat sudah diadakan, tetapi tidak ada rapat bertanggal tahun itu.

Pertanyaan tentang Dewan, Tim Pelaksana, dan Forum menanyakan rapat pada tahun evaluasi.
Jawaban "ya" tanpa tanggal rapat, daftar hadir, dan notulen hampir selalu diturunkan nilainya;
rapat tahun sebelumnya tidak dihitung.

Salah:

    answers:
      - id: jwb-1
        submission: evaluasi-2024
        question: BAS.02
        self_score: 3  # SCM509
    bodies:
      - id: dewan-uji
        kind: dewan
        name: Dewan Kota Cerdas
        meetings:
          - {date: 2023-05-04, title: Rapat tahunan}

Salah (sudah diverifikasi, tetapi lembaganya belum tercatat):

    answers:
      - id: jwb-1
        submission: evaluasi-2024
        question: BAS.02
        fact: Dewan bersidang satu kali.
        state: verified  # SCM509

Benar:

    answers:
      - id: jwb-1
        submission: evaluasi-2024
        question: BAS.02
        self_score: 3
    bodies:
      - id: dewan-uji
        kind: dewan
        name: Dewan Kota Cerdas
        meetings:
          - {date: 2024-05-04, title: Rapat tahunan}

Benar (jawabannya belum):

    answers:
      - id: jwb-1
        submission: evaluasi-2024
        question: BAS.02
        self_score: 1
        fact: Dewan belum bersidang.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.evidence import asked_period
from scmaster.assess.meetings import meetings_in, says_yes
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.governance import Body
from scmaster.model.labels import BODY_KIND
from scmaster.model.wording import period_words

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Find answers that say a body met, when no meeting of it is dated in the period."""
    cycle, instrument = case.submission, case.instrument
    if cycle is None or instrument is None:
        return
    for standing in case.standings.values():
        answer, kind = standing.answer, standing.question.meeting_of
        field = says_yes(answer, instrument.scale) if answer else None
        if answer is None or kind is None or field is None or kind in case.dossier.unread:
            continue
        asked = asked_period(cycle, standing.question)
        if any(meetings_in(case.dossier, kind, asked, case.on)):
            continue
        bodies = [body for body in case.dossier.of(Body).values() if body.kind == kind]
        yield Finding(
            answer.span(*field),
            f"{answer.question} dijawab ya, tetapi tanpa rapat {BODY_KIND[kind]} bertanggal"
            f" {period_words(asked)}",
            "catat rapatnya di 'meetings' dengan tanggal dan notulen, atau betulkan jawabannya",
            tuple(Related(body.span("id"), f"{body.id} tanpa rapat itu") for body in bodies),
        )
