"""Masih ada pertanyaan instrumen yang belum dijawab.

Pertanyaan yang tidak dijawab dinilai terendah, dan nilai dimensi adalah rata-rata semua
pertanyaannya: satu kosong menurunkan yang lain. Temuan ini satu untuk seluruh pengajuan,
dengan hitungan per dimensi. Dalam pengajuan draf ini catatan; dalam pengajuan final,
peringatan.

Salah:

    submissions:
      - id: evaluasi-2024
        year: 2024
        stage: tahap_2
        instrument: uji-2024  # SCM336
        state: draft
    answers:
      - {id: jwb-1, submission: evaluasi-2024, question: BAS.01}

Benar:

    submissions:
      - id: evaluasi-2024
        year: 2024
        stage: tahap_2
        instrument: uji-2024
        state: draft
    answers:
      - {id: jwb-1, submission: evaluasi-2024, question: BAS.01}
      - {id: jwb-2, submission: evaluasi-2024, question: BAS.02}
      - {id: jwb-3, submission: evaluasi-2024, question: BAS.04}
      - {id: jwb-4, submission: evaluasi-2024, question: OUT.04}
      - {id: jwb-5, submission: evaluasi-2024, question: OUT.06}
      - {id: jwb-6, submission: evaluasi-2024, question: OCM.04}
"""

from collections import Counter
from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import listing, number
from scmaster.model.evaluation import Answer, Submission

SEVERITY = (Severity.NOTE, Severity.WARNING)


def check(case: Case) -> Iterator[Finding]:
    """Say once how many questions nobody has answered, dimension by dimension."""
    if case.submission is None or case.instrument is None:
        return
    dossier = case.dossier
    cycles = dossier.of(Submission)
    lost = {a.question for a in dossier.of(Answer).values() if a.submission not in cycles}
    total: Counter[str] = Counter()
    waiting: Counter[str] = Counter()
    for identity, standing in case.standings.items():
        total[standing.group.name] += 1
        if standing.answer is None and identity not in dossier.unread | lost:
            waiting[standing.group.name] += 1
    if waiting:
        parts = [f"{name} {waiting[name]} dari {total[name]}" for name in total if waiting[name]]
        yield Finding(
            case.submission.span("instrument"),
            f"{number(waiting.total())} dari {number(total.total())} pertanyaan belum dijawab:"
            f" {listing(parts)}",
            "lihat siapa yang ditunggu dengan 'scmaster status'",
        )
