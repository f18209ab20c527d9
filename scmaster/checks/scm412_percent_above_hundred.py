"""Persentase melebihi seratus.

Realisasi memang dapat melampaui target, tetapi kemajuan atau cakupan di atas seratus persen
biasanya salah satuan, atau target dan jumlahnya tertukar. Asesor akan menanyakan dari mana
angkanya.

Salah:

    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
        progress: 270  # SCM412
        progress_as_of: 2024-12
        measures:
          - name: Izin yang selesai tepat waktu
            value: 104  # SCM412
            unit: persen
            as_of: 2024
            source: sumber-uji

Benar:

    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
        progress: 100
        progress_as_of: 2024-12
        measures:
          - name: Jenis izin yang diurus daring
            value: 104
            unit: jenis izin
            as_of: 2024
            source: sumber-uji
"""

from collections.abc import Iterator
from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.assess.figures import figures
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import number
from scmaster.model.masterplan import Programme
from scmaster.model.measure import NamedMeasure

SEVERITY = Severity.WARNING
WHOLE = 100
HINT = "periksa satuannya; bila memang benar, jelaskan dan mintakan pengecualian"


def check(case: Case) -> Iterator[Finding]:
    """Find shares of more than the whole; an indicator is held against its target."""
    for record in case.dossier.every():
        if isinstance(record, Programme) and (record.progress or Decimal()) > WHOLE:
            words = number(record.progress or 0)
            message = f"kemajuan {record.id} {words}%, melebihi seratus persen"
            yield Finding(record.span("progress"), message, HINT)
        for path, measure in figures(record):
            share = (measure.unit or "").casefold() in {"persen", "%"}
            if isinstance(measure, NamedMeasure) and share and (measure.value or 0) > WHOLE:
                words = number(measure.value or 0)
                message = f"'{measure.name}' pada {record.id} {words}%, melebihi seratus persen"
                yield Finding(record.span(*path, "value"), message, HINT)
