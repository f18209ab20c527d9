"""Peningkatan yang tercatat tidak sama dengan selisih nilai dua tahun.

Indeks peningkatan adalah nilai akhir tahun ini dikurangi nilai akhir tahun sebelumnya, dihitung
sebelum dibulatkan, jadi hanya boleh berselisih 0,01. Tanda yang terbalik membuat penurunan
terbaca sebagai kemajuan.

Salah:

    submissions:
      - {id: evaluasi-2023, year: 2023, stage: tahap_2, state: final}
      - {id: evaluasi-2024, year: 2024, stage: tahap_2, instrument: uji-2024, state: draft}
    results:
      - {id: hasil-2023, submission: evaluasi-2023, status: official, final: 3.10}
      - id: hasil-2024
        submission: evaluasi-2024
        status: official
        final: 2.90
        improvement: 0.20  # SCM512

Benar:

    submissions:
      - {id: evaluasi-2023, year: 2023, stage: tahap_2, state: final}
      - {id: evaluasi-2024, year: 2024, stage: tahap_2, instrument: uji-2024, state: draft}
    results:
      - {id: hasil-2023, submission: evaluasi-2023, status: official, final: 3.10}
      - {id: kabar-2023, submission: evaluasi-2023, status: reported, final: 3.50}
      - id: hasil-2024
        submission: evaluasi-2024
        status: official
        final: 2.90
        improvement: -0.21
"""

from collections.abc import Iterator
from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.assess.results import previous
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.indonesian import number
from scmaster.model.evaluation import Result

SEVERITY = Severity.WARNING
ROUNDING = Decimal("0.011")
"""Two roundings of half a hundredth each, and a little air."""


def check(case: Case) -> Iterator[Finding]:
    """Find improvements that are not the difference of two years' final scores."""
    for result in case.dossier.of(Result).values():
        before = previous(case.dossier, result)
        if result.improvement is None or result.final is None:
            continue
        if before is None or before.final is None:
            continue
        difference = result.final - before.final
        if abs(result.improvement - difference) > ROUNDING:
            yield Finding(
                result.span("improvement"),
                f"peningkatan {number(result.improvement)} pada {result.id}, tetapi"
                f" {number(result.final)} dikurangi {number(before.final)} adalah"
                f" {number(difference)}",
                "cocokkan tanda dan angkanya dengan surat hasil kedua tahun",
                (Related(before.span("final"), "nilai akhir tahun sebelumnya"),),
            )
