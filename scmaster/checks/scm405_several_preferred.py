"""Dua angka atau lebih ditandai sebagai angka yang dipakai untuk hal dan waktu yang sama.

Tanda preferred menyelesaikan pertentangan hanya bila dipasang pada satu angka.

Salah:

    indicators:
      - id: ind-bank
        name: Bank sampah aktif
        unit: unit
        actuals:
          - value: 77
            as_of: 2024-07
            source: sumber-uji
            preferred: ya
            reason: Hitungan bulan Juli.
          - value: 106
            as_of: 2024-08
            source: sumber-uji
            preferred: ya  # SCM405
            reason: Hitungan bulan Agustus.

Benar:

    indicators:
      - id: ind-bank
        name: Bank sampah aktif
        unit: unit
        actuals:
          - {value: 77, as_of: 2024-07, source: sumber-uji}
          - value: 106
            as_of: 2024-08
            source: sumber-uji
            preferred: ya
            reason: Hitungan terakhir menurut daftar unit.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.conflicts import every_conflict
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.wording import figure

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Find conflicts with more than one figure to use."""
    for conflict in every_conflict(case.dossier):
        first, *others = conflict.preferred or conflict.figures[:1]
        for other in others:
            span = conflict.record.span(*first.path, "preferred")
            yield Finding(
                conflict.record.span(*other.path, "preferred"),
                f"'{conflict.name}' pada {conflict.record.id} mempunyai dua angka yang dipakai:"
                f" {figure(first.measure)} dan {figure(other.measure)}",
                "sisakan 'preferred: ya' pada satu angka saja",
                (Related(span, "yang pertama ditandai"),),
            )
