"""Jawaban disalin dari pengajuan terdahulu dan belum disesuaikan.

`scmaster rollover` menyalin kalimat jawaban tahun lalu agar tidak ditulis dari awal, dan
menandainya dengan `carried_from`. Selama tanda itu ada, pertanyaannya dihitung belum dijawab dan
kalimatnya tidak tercetak: keadaan tahun lalu bukan jawaban tahun ini. Sesuaikan kalimatnya, isi
angkanya bila diminta, lalu hapus `carried_from`.

Salah:

    submissions:
      - {id: evaluasi-2024, year: 2024, stage: tunggal, instrument: uji-2024, state: draft}
      - {id: evaluasi-2023, year: 2023, stage: tunggal, instrument: uji-2024, state: final}
    answers:
      - id: jwb-2023
        submission: evaluasi-2023
        question: BAS.01
        fact: Masterplan ditetapkan dengan Perwali Nomor 8 Tahun 2018.
      - id: jwb-2024
        submission: evaluasi-2024
        question: BAS.01
        fact: Masterplan ditetapkan dengan Perwali Nomor 8 Tahun 2018.
        carried_from: jwb-2023  # SCM950

Salah (sudah dijawab di catatan lain, salinannya tertinggal):

    submissions:
      - {id: evaluasi-2024, year: 2024, stage: tunggal, instrument: uji-2024, state: draft}
      - {id: evaluasi-2023, year: 2023, stage: tunggal, instrument: uji-2024, state: final}
    answers:
      - {id: jwb-2023, submission: evaluasi-2023, question: BAS.01, fact: Ada Perwali.}
      - id: jwb-salinan
        submission: evaluasi-2024
        question: BAS.01
        fact: Ada Perwali.
        carried_from: jwb-2023  # SCM950
      - {id: jwb-2024, submission: evaluasi-2024, question: BAS.01, fact: Perwalinya diubah.}

Benar:

    submissions:
      - {id: evaluasi-2024, year: 2024, stage: tunggal, instrument: uji-2024, state: draft}
      - {id: evaluasi-2023, year: 2023, stage: tunggal, instrument: uji-2024, state: final}
    answers:
      - {id: jwb-2023, submission: evaluasi-2023, question: BAS.01, fact: Ada Perwali.}
      - id: jwb-2024
        submission: evaluasi-2024
        question: BAS.01
        fact: Masterplan ditetapkan dengan Perwali Nomor 8 Tahun 2018, diubah tahun 2024.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.evaluation import Answer

SEVERITY = (Severity.NOTE, Severity.WARNING)


def check(case: Case) -> Iterator[Finding]:
    """Find answers of this submission that still say what an earlier one said."""
    if case.submission is None:
        return
    every = case.dossier.of(Answer)
    own = [a for a in every.values() if a.submission == case.submission.id]
    given = {a.question: a for a in own if a.carried_from is None}
    for answer in own:
        if answer.carried_from is None:
            continue
        before = every.get(answer.carried_from)
        related = (Related(before.span("id"), "jawaban terdahulu"),) if before else ()
        if after := given.get(answer.question):
            message = f"salinan jawaban {answer.question} tertinggal; sudah dijawab oleh {after.id}"
            yield Finding(answer.span("carried_from"), message, "hapus catatan ini", related)
        else:
            yield Finding(
                answer.span("carried_from"),
                f"jawaban {answer.question} masih salinan {answer.carried_from}",
                "sesuaikan dengan keadaan periode ini, lalu hapus 'carried_from'",
                related,
            )
