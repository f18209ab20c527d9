"""Nilai dari asesor tidak ada di skala instrumen.

Nilai peserta terletak di antara nilai terendah dan tertinggi skala; 0 hanya dicetak bagi yang
tidak ikut. Angka lain berarti salah salin atau titik desimalnya hilang.

Salah:

    results:
      - id: hasil-2024
        submission: evaluasi-2024
        status: official
        scores:
          - {node: baseline, score: 40}  # SCM526
          - {node: BAS.01, scores: [3, 4, 5]}  # SCM526
        final: 3.4

Benar:

    results:
      - id: hasil-2024
        submission: evaluasi-2024
        status: official
        scores:
          - {node: baseline, score: 4.0}
          - {node: BAS.01, scores: [3, 4, 0]}
        final: 3.4
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.results import judged, off_scale
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.indonesian import number

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Find scores of results that the instrument's scale does not have."""
    for instrument, result in judged(case.dossier):
        low, high = number(instrument.scale.minimum), number(instrument.scale.maximum)
        for path, given in off_scale(instrument, result):
            yield Finding(
                result.span(*path),
                f"nilai {number(given)} pada {result.id} di luar skala {low} sampai {high}",
                "cocokkan dengan surat hasil; periksa titik desimalnya",
                (Related(instrument.span("scale"), "skala instrumen"),),
            )
