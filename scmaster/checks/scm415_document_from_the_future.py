"""Tanggal dokumen, rapat, atau keadaan belum tiba.

Yang belum terjadi tidak dapat membuktikan apa pun; biasanya tahunnya salah ketik. Rencana
ditulis sebagai target atau pada jadwal pengajuan.

Salah:

    evidence:
      - id: ev-laporan
        title: Laporan kegiatan tahun 2024
        kind: laporan
        date: 2042-11-30  # SCM415
        url: https://contoh.go.id/laporan-2024.pdf
    bodies:
      - id: forum
        kind: forum
        name: Forum Smart City
        meetings:
          - date: 2025-05  # SCM415
            title: Rapat forum
    indicators:
      - id: ind-bank
        name: Bank sampah aktif
        unit: unit
        actuals:
          - {value: 42, as_of: 2025-06, source: sumber-uji}  # SCM415

Benar:

    evidence:
      - id: ev-laporan
        title: Laporan kegiatan tahun 2024
        kind: laporan
        date: 2024-11-30
        url: https://contoh.go.id/laporan-2024.pdf
    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
        measures:
          - name: Jenis izin yang diurus daring
            value: 150
            unit: jenis izin
            as_of: 2029
            status: target
            source: sumber-uji
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.figures import Path, figures
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import day
from scmaster.model.city import Source
from scmaster.model.evaluation import Recommendation, Result
from scmaster.model.evidence import Evidence
from scmaster.model.governance import Body, Commitment
from scmaster.model.masterplan import Masterplan, Verification
from scmaster.model.measure import PROMISES
from scmaster.model.record import Entry
from scmaster.model.values import PartialDate
from scmaster.model.wording import date_words, period_words

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find what is told as done on a day that has not come."""
    hint = f"periksa tahunnya; pemeriksaan ini dilakukan pada {day(case.on)}"
    for record in case.dossier.every():
        for path, date in _dates(record):
            if date is not None and date.first > case.on:
                message = f"{record.id} bertanggal {date_words(date)}, yang belum tiba"
                yield Finding(record.span(*path), message, hint)
        for path, measure in figures(record):
            time = measure.as_of
            if time is not None and time.first > case.on and measure.status not in PROMISES:
                message = f"{record.id} memuat angka keadaan {period_words(time)}, yang belum tiba"
                yield Finding(record.span(*path, "as_of"), message, hint)


def _dates(record: Entry) -> Iterator[tuple[Path, PartialDate | None]]:
    """Yield the dates on which something is said to have happened."""
    match record:
        case Evidence() | Commitment() | Verification():
            yield ("date",), record.date
        case Source():
            yield ("date",), record.date
            yield ("accessed",), record.accessed
        case Masterplan():
            yield ("written",), record.written
            yield from ((("reviews", i, "date"), r.date) for i, r in enumerate(record.reviews))
        case Body():
            yield from ((("meetings", i, "date"), m.date) for i, m in enumerate(record.meetings))
        case Recommendation():
            claims = record.status_claims
            yield from ((("status_claims", i, "date"), c.date) for i, c in enumerate(claims))
        case Result():
            yield ("letter", "date"), record.letter.date if record.letter else None
