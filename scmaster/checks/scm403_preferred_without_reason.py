"""Satu angka dipilih di antara angka yang berbeda, tetapi alasannya tidak ditulis.

Memilih angka yang paling menguntungkan adalah yang pertama dicurigai asesor. Alasan yang
tertulis (hitungan terakhir, data resmi, ada daftar unitnya) membuat pilihan itu dapat
dipertanggungjawabkan oleh siapa pun yang hadir pada wawancara.

Salah:

    indicators:
      - id: ind-bank
        name: Bank sampah aktif
        unit: unit
        actuals:
          - {value: 77, as_of: 2024-07, source: sumber-uji}
          - value: 106
            as_of: 2024-08
            source: sumber-uji
            preferred: ya  # SCM403

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
from scmaster.assess.figures import figures
from scmaster.diagnostics import Finding, Severity
from scmaster.model.wording import figure

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Find figures marked as the one to use, without a word on why."""
    for record in case.dossier.every():
        for path, measure in figures(record):
            if measure.preferred and not measure.reason:
                yield Finding(
                    record.span(*path, "preferred"),
                    f"angka {figure(measure)} pada {record.id} dipilih tanpa alasan",
                    "tulis di 'reason' mengapa angka ini yang dipakai",
                )
