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
from scmaster.assess.conflicts import every_conflict
from scmaster.assess.figures import figures
from scmaster.diagnostics import Finding, Severity
from scmaster.model.wording import figure as figure_words

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Find figures marked as the one to use, without a word on why."""
    doubled = {
        (conflict.record.id, figure.path)
        for conflict in every_conflict(case.dossier)
        for figure in conflict.preferred[1:]
    }
    for record in case.dossier.every():
        for path, measure in figures(record):
            if (record.id, path) in doubled:
                continue  # whether it may be marked at all is asked first
            if measure.preferred and not measure.reason:
                yield Finding(
                    record.span(*path, "preferred"),
                    f"angka {figure_words(measure)} pada {record.id} dipilih tanpa alasan",
                    "tulis di 'reason' mengapa angka ini yang dipakai",
                )
