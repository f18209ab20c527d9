"""Satu hal pada waktu yang sama disebut dengan angka yang berlainan.

Asesor mencocokkan dokumen dengan dokumen. Begitu dua angka untuk hal yang sama ditemukan,
keduanya diragukan, juga yang benar. Simpan semua angka yang pernah beredar, lalu tandai
satu yang dipakai beserta alasannya. Target dan rencana tidak dihitung sebagai angka yang
bertentangan, begitu pula rentang yang masih memuat angka lainnya.

Salah:

    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
        measures:
          - name: Kamera terpasang
            value: 137  # SCM401
            unit: kamera
            as_of: 2024-11-24
            source: sumber-uji
          - name: Kamera terpasang
            value: 37
            unit: kamera
            as_of: 2024-11
            source: sumber-uji

Benar:

    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
        measures:
          - name: Kamera terpasang
            value: 137
            unit: kamera
            as_of: 2024-11-24
            source: sumber-uji
            preferred: ya
            reason: Sama dengan berita acara serah terima.
          - name: Kamera terpasang
            value: 37
            unit: kamera
            as_of: 2024-11
            source: sumber-uji

Benar (waktunya lain, atau angkanya sebuah rencana):

    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
        measures:
          - name: Kamera terpasang
            value: 100
            upper: 140
            unit: kamera
            as_of: 2024
            source: sumber-uji
          - name: Kamera terpasang
            value: 137
            unit: kamera
            as_of: 2024-11
            source: sumber-uji
          - name: Kamera terpasang
            value: 200
            unit: kamera
            as_of: 2024
            status: planned
            source: sumber-uji
          - name: Kamera terpasang
            value: 37
            unit: kamera
            as_of: 2023
            source: sumber-uji
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.conflicts import chosen_ahead, every_conflict
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.masterplan import Indicator
from scmaster.model.wording import figure_with_date

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Find figures of one record that contradict each other, none of them preferred."""
    for conflict in every_conflict(case.dossier):
        record = conflict.record
        if isinstance(record, Indicator) or conflict.preferred or chosen_ahead(record, case.on):
            continue
        first, *others = conflict.figures
        words = "; ".join(figure_with_date(figure.measure) for figure in conflict.figures)
        yield Finding(
            record.span(*first.path, "value"),
            f"'{conflict.name}' pada {record.id} berbeda-beda: {words}",
            "tandai satu dengan 'preferred: ya' dan tulis alasannya di 'reason'",
            tuple(
                Related(record.span(*figure.path, "value"), "angka yang lain") for figure in others
            ),
        )
