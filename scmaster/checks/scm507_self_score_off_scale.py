"""Nilai menurut kota sendiri tidak ada di skala instrumen.

Penilaian mandiri memilih satu tingkat utuh. Angka di luar skala, misalnya 5 pada skala
1 sampai 4, biasanya salah ketik atau terbawa dari instrumen lain. Nilai 0 hanya untuk daerah
yang tidak ikut; pertanyaan yang belum dinilai dikosongkan.

Salah:

    answers:
      - id: jwb-1
        submission: evaluasi-2024
        question: BAS.01
        self_score: 5  # SCM507
      - id: jwb-2
        submission: evaluasi-2024
        question: BAS.02
        self_score: 0  # SCM507
      - id: jwb-3
        submission: evaluasi-2024
        question: OUT.04
        self_score: 3.5  # SCM507

Benar:

    answers:
      - id: jwb-1
        submission: evaluasi-2024
        question: BAS.01
        self_score: 4
      - id: jwb-2
        submission: evaluasi-2024
        question: BAS.02

Benar (instrumen yang menerima pecahan):

    answers:
      - id: jwb-1
        submission: evaluasi-2024
        question: BAS.01
        self_score: 1.26
    # pillars
    instruments:
      - id: uji-2024
        name: Instrumen uji
        issuer: Kementerian
        year: 2024
        status: official
        scale: {minimum: 1, maximum: 5, fractions: true}
        groups:
          - id: baseline
            name: Baseline
            questions:
              - {id: BAS.01, code: "1.1.1", text: Apakah masterplan ditetapkan?, status: official}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.scale import fits_self_score
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.indonesian import number
from scmaster.model.evaluation import Answer, Submission

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Find self scores that are no level of the instrument."""
    for answer in case.dossier.of(Answer).values():
        cycle = case.dossier.get(Submission, answer.submission)
        instrument = case.dossier.instrument(cycle)
        given = answer.self_score
        if instrument is None or given is None or fits_self_score(instrument.scale, given):
            continue
        low, high = number(instrument.scale.minimum), number(instrument.scale.maximum)
        wanted = "nilai" if instrument.scale.fractions else "tingkat utuh"
        yield Finding(
            answer.span("self_score"),
            f"nilai mandiri {number(given)} pada {answer.question} bukan {wanted}"
            f" {low} sampai {high}",
            f"pilih {low} sampai {high}, atau kosongkan bila belum dinilai",
            (Related(instrument.span("scale"), "skala instrumen"),),
        )
