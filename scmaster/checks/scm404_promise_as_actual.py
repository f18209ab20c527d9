"""Target atau rencana ditulis di tempat capaian.

Capaian adalah yang sudah terjadi. Angka berstatus target atau planned di sana akan tercetak
sebagai hasil, dan asesor yang menemukan satu saja akan memeriksa ulang semuanya.

Salah:

    indicators:
      - id: ind-bank
        name: Bank sampah aktif
        unit: unit
        baseline: {value: 10, as_of: 2022, status: planned, source: sumber-uji}  # SCM404
        actuals:
          - {value: 210, as_of: 2024, status: target, source: sumber-uji}  # SCM404

Salah (jawaban instrumen):

    answers:
      - id: jawab-out-06
        submission: evaluasi-2024
        question: OUT.06
        measure:
          value: 5
          unit: persen
          as_of: 2024
          status: planned  # SCM404
          source: sumber-uji

Benar:

    indicators:
      - id: ind-bank
        name: Bank sampah aktif
        unit: unit
        targets:
          - {year: 2024, value: 210, source: sumber-uji}
        actuals:
          - {value: 106, as_of: 2024, status: reported, source: sumber-uji}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.figures import figures
from scmaster.diagnostics import Finding, Severity
from scmaster.model.evaluation import Answer
from scmaster.model.labels import MEASURE_STATUS
from scmaster.model.masterplan import Indicator
from scmaster.model.measure import PROMISES
from scmaster.model.wording import figure

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Find what is hoped for where what was is asked."""
    records = [*case.dossier.of(Indicator).values(), *case.dossier.of(Answer).values()]
    for record in records:
        for path, measure in figures(record):
            if measure.value is None or measure.status not in PROMISES:
                continue
            hint = "pindahkan ke 'targets'" if isinstance(record, Indicator) else ""
            yield Finding(
                record.span(*path, "status"),
                f"{record.id} menyebut {figure(measure)} sebagai capaian, padahal baru"
                f" {MEASURE_STATUS[measure.status]}",
                hint or "isi dengan angka yang sudah tercapai, atau kosongkan dan beri catatan",
            )
