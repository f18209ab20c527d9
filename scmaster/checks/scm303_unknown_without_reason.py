"""Angka dikosongkan tanpa keterangan mengapa.

Tidak tahu adalah jawaban yang sah: kosongkan angkanya, lalu katakan di `note` mengapa
(belum dihitung, tidak ada di sumber, masih diminta kepada siapa). Tanpa keterangan itu
tidak ada yang tahu apakah angkanya terlupa atau memang tidak ada, dan dokumen tidak dapat
menjelaskannya kepada asesor.

Salah:

    programmes:
      - id: prog-112
        name: Panggilan darurat 112
        measures:
          - name: Panggilan per bulan  # SCM303
            unit: panggilan

Benar:

    programmes:
      - id: prog-112
        name: Panggilan darurat 112
        measures:
          - name: Panggilan per bulan
            unit: panggilan
            note: Rekap 2024 sedang diminta kepada operator.

Salah (capaian indikator):

    indicators:
      - id: ind-112
        name: Waktu tanggap
        unit: menit
        owner: diskominfo
        actuals:
          - {as_of: 2024, source: sumber-uji}  # SCM303
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.measures import stated
from scmaster.diagnostics import Finding, Severity
from scmaster.model.evaluation import Answer

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find figures that are left out without a word."""
    for entry, measure, what in stated(case):
        told = measure.note or (isinstance(entry, Answer) and entry.note)
        if measure.value is None and not told:
            named = "name" in type(measure).model_fields
            yield Finding(
                measure.span("name") if named else measure.span(),
                f"angka {what} pada {entry.id} kosong tanpa keterangan",
                "isi 'value', atau jelaskan di 'note' mengapa angkanya belum ada",
            )
