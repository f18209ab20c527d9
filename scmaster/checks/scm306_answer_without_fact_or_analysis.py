"""Jawaban tanpa kalimat fakta atau tanpa kalimat analisis.

Jawaban yang baik terdiri atas dua kalimat: satu fakta (apa yang ada, berapa, sejak kapan)
dan satu analisis (apa artinya bagi warga atau bagi pemerintah). Fakta saja membuat asesor
bertanya "lalu apa dampaknya?"; analisis saja terbaca sebagai pujian bagi diri sendiri.

Salah:

    answers:
      - id: jwb-bas-01
        submission: evaluasi-2024
        question: BAS.01  # SCM306
        fact: Masterplan ditetapkan dengan Perwali Nomor 1 Tahun 2020.

Benar:

    answers:
      - id: jwb-bas-01
        submission: evaluasi-2024
        question: BAS.01
        fact: Masterplan ditetapkan dengan Perwali Nomor 1 Tahun 2020.
        analysis: Anggaran program kota cerdas sejak itu mempunyai dasar hukum.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.current import current_answers
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import listing

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Find answers of the submission that lack one of the two sentences."""
    for answer in current_answers(case):
        sentences = {"fakta": answer.fact, "analisis": answer.analysis}
        missing = [name for name, sentence in sentences.items() if sentence is None]
        if missing:
            yield Finding(
                answer.span("question"),
                f"jawaban {answer.question} belum memuat kalimat {listing(missing)}",
                "tulis satu kalimat fakta di 'fact' dan satu kalimat analisis di 'analysis'",
            )
