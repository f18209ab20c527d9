"""Satu pertanyaan dijawab dua kali dalam satu pengajuan.

Dua perangkat daerah kerap menjawab pertanyaan yang sama dengan angka berbeda. Hanya satu
jawaban yang dapat dikirim, jadi putuskan mana yang dipakai sebelum asesor yang memilih.

Salah:

    answers:
      - id: jwb-diskominfo
        submission: evaluasi-2024
        question: BAS.01
        self_score: 3
      - id: jwb-bappeda
        submission: evaluasi-2024
        question: BAS.01  # SCM516
        self_score: 4

Benar:

    submissions:
      - {id: evaluasi-2024, year: 2024, stage: tahap_2, instrument: uji-2024, state: draft}
      - {id: evaluasi-2023, year: 2023, stage: tahap_2, instrument: uji-2024, state: final}
    answers:
      - id: jwb-2023
        submission: evaluasi-2023
        question: BAS.01
        self_score: 3
      - id: jwb-2024
        submission: evaluasi-2024
        question: BAS.01
        self_score: 4
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.evaluation import Answer

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Find a second answer to a question of the same submission; the first is by place."""
    first: dict[tuple[str, str], Answer] = {}
    own = [a for a in case.dossier.of(Answer).values() if a.carried_from is None]
    for answer in sorted(own, key=lambda a: a.span("id")):
        known = first.setdefault((answer.submission, answer.question), answer)
        if known is not answer:
            yield Finding(
                answer.span("question"),
                f"{answer.question} sudah dijawab oleh {known.id} dalam {answer.submission}",
                "gabungkan kedua jawaban menjadi satu",
                (Related(known.span("question"), "pertama kali dijawab di sini"),),
            )
