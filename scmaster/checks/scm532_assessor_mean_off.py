"""Nilai pertanyaan bukan rata-rata nilai para asesornya.

Nilai satu pertanyaan adalah rata-rata dari nilai semua asesor. Bila keduanya dicatat dan
berbeda, salah satunya salah salin, atau ada nilai asesor yang tertinggal.

Salah:

    results:
      - id: hasil-2024
        submission: evaluasi-2024
        status: official
        scores:
          - {node: BAS.01, score: 3.80, scores: [4, 4, 3, 3, 3]}  # SCM532

Benar:

    results:
      - id: hasil-2024
        submission: evaluasi-2024
        status: official
        scores:
          - {node: BAS.01, score: 3.40, scores: [4, 4, 3, 3, 3]}
          - {node: BAS.02, score: 3.67, scores: [4, 4, 3]}
"""

from collections.abc import Iterator
from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.assess.results import instrument_of, off_scale
from scmaster.assess.scoring import mean
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import number
from scmaster.model.evaluation import Result

SEVERITY = Severity.ERROR
ROUNDING = Decimal("0.005")


def check(case: Case) -> Iterator[Finding]:
    """Find item scores that are not the mean of the assessors."""
    for result in case.dossier.of(Result).values():
        instrument = instrument_of(case.dossier, result)
        if instrument is None or any(off_scale(instrument, result)):
            continue
        for index, node in enumerate(result.scores):
            computed = mean(node.scores)
            if node.score is None or computed is None:
                continue
            if abs(node.score - computed) > ROUNDING:
                yield Finding(
                    result.span("scores", index, "score"),
                    f"nilai {node.node} pada {result.id} tertulis {number(node.score)}, tetapi"
                    f" rata-rata {len(node.scores)} asesor {number(computed, 2)}",
                    "cocokkan dengan surat hasil",
                )
