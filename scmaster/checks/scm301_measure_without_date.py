"""Angka tanpa tanggal atau periode.

Angka tanpa waktu tidak dapat dinilai: 380 sambungan pada 2021 adalah kemajuan, pada 2025
mungkin kemunduran. Asesor juga membandingkan angka dengan tahun yang dievaluasi, dan angka
yang tidak bertanggal tidak dapat dipasangkan dengan tahun mana pun. Tanggal secukupnya
pengetahuan sumber sudah cukup: hari, bulan, atau tahun saja.

Salah:

    programmes:
      - id: prog-gas
        name: Pemanfaatan gas metana
        measures:
          - name: Sambungan gas
            value: 380  # SCM301
            unit: sambungan rumah
            source: sumber-uji

Benar:

    programmes:
      - id: prog-gas
        name: Pemanfaatan gas metana
        measures:
          - name: Sambungan gas
            value: 380
            unit: sambungan rumah
            as_of: 2023-08
            source: sumber-uji

Salah (angka jawaban):

    answers:
      - id: jwb-bas-04
        submission: evaluasi-2024
        question: BAS.04
        measure: {value: 12, unit: program}  # SCM301

Benar (angka yang tidak diketahui tidak perlu tanggal):

    answers:
      - id: jwb-bas-04
        submission: evaluasi-2024
        question: BAS.04
        measure: {unit: program, note: Masih dihitung oleh Bappeda.}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.measures import stated
from scmaster.diagnostics import Finding, Severity
from scmaster.model.wording import figure

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Find figures with a value and no date or period."""
    for entry, measure, what in stated(case):
        if measure.value is not None and measure.as_of is None:
            yield Finding(
                measure.span("value"),
                f"angka {figure(measure)} ({what}) pada {entry.id} tanpa tanggal atau periode",
                "isi 'as_of' sejauh diketahui: 2024-11-06, 2024-11, atau 2024",
            )
