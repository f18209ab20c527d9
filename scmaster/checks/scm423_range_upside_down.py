"""Batas atas rentang lebih kecil daripada batas bawahnya.

Rentang "205 sampai 210" ditulis dengan value 205 dan upper 210. Bila terbalik, tabel dan
grafik mencetak rentang yang tidak ada.

Salah:

    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
        measures:
          - name: Unit yang terbentuk
            value: 210
            upper: 205  # SCM423
            unit: unit
            as_of: 2024-09
            source: sumber-uji

Benar:

    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
        measures:
          - name: Unit yang terbentuk
            value: 205
            upper: 210
            unit: unit
            as_of: 2024-09
            source: sumber-uji
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.figures import figures
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import number

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Find ranges that end below where they begin."""
    for record in case.dossier.every():
        for path, measure in figures(record):
            if measure.value is None or measure.upper is None or measure.upper >= measure.value:
                continue
            yield Finding(
                record.span(*path, "upper"),
                f"batas atas {number(measure.upper)} pada {record.id} lebih kecil daripada"
                f" {number(measure.value)}",
                "tukar keduanya: 'value' batas bawah, 'upper' batas atas",
            )
