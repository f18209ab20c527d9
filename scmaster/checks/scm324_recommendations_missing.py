"""Rekomendasi yang tercatat lebih sedikit daripada yang dinyatakan sumber.

Bila sumber menyebut 12 rekomendasi dan tercatat delapan, empat sisanya tetap akan
ditanyakan asesor. Ambil teks lengkapnya dari surat atau laporan hasil evaluasi.

Salah:

    submissions:
      - id: evaluasi-2023
        year: 2023
        stage: tahap_2
        state: final
        declared_recommendations: 3  # SCM324
    recommendations:
      - {id: rek-1, submission: evaluasi-2023, number: 1, text: Susun SOP., status: irrelevant}

Benar:

    submissions:
      - id: evaluasi-2023
        year: 2023
        stage: tahap_2
        state: final
        declared_recommendations: 1
    recommendations:
      - {id: rek-1, submission: evaluasi-2023, number: 1, text: Susun SOP., status: irrelevant}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import listing, number
from scmaster.model.evaluation import Recommendation, Submission

SEVERITY = Severity.WARNING
FAMILIES = ("komdigi", "other")


def check(case: Case) -> Iterator[Finding]:
    """Find submissions of which not every recommendation was written down."""
    for submission in case.dossier.of(Submission).values():
        declared = submission.declared_recommendations
        known = [
            recommendation.number
            for recommendation in case.dossier.of(Recommendation).values()
            if recommendation.submission == submission.id
        ]
        if declared is None or len(known) >= declared or submission.id in case.dossier.unread:
            continue
        missing = [wanted for wanted in range(1, declared + 1) if wanted not in known]
        yield Finding(
            submission.span("declared_recommendations"),
            f"{submission.id}: {number(len(known))} dari {number(declared)} rekomendasi tercatat;"
            f" belum ada nomor {listing(_runs(missing))}",
            "ambil teksnya dari surat atau laporan hasil evaluasi, lalu tulis di 'recommendations'",
        )


def _runs(numbers: list[int]) -> list[str]:
    """Write 3, 5, 6, 7 as 3 and 5-7."""
    runs: list[list[int]] = []
    for value in numbers:
        if runs and value == runs[-1][-1] + 1:
            runs[-1].append(value)
        else:
            runs.append([value])
    return [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
