"""Akhirnya mendahului awalnya.

Salah satu tanggalnya keliru, biasanya tahunnya tertukar.

Salah:

    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
        started: 2024-03
        ended: 2023-12  # SCM428
    opd:
      - id: diskominfo
        name: Dinas Komunikasi dan Informatika
        valid_from: 2017-01-01
        valid_to: 2016-12-31  # SCM428

Salah (eviden dan sumber):

    evidence:
      - id: ev-sertifikat
        title: Sertifikat keamanan informasi
        kind: sertifikat
        date: 2024-06-30
        valid_until: 2023-06-30  # SCM428
        url: https://contoh.go.id/sertifikat.pdf
    sources:
      - id: sumber-uji
        title: Laporan resmi kota
        date: 2024-12-31
        accessed: 2024-10  # SCM428
        tier: document

Benar:

    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
        started: 2024-03
        ended: 2024
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.city import Opd, Source
from scmaster.model.evidence import Evidence
from scmaster.model.masterplan import Programme
from scmaster.model.record import Entry
from scmaster.model.values import PartialDate
from scmaster.model.wording import date_words

SEVERITY = Severity.ERROR

PAIRS: dict[type[Entry], tuple[tuple[str, str, str], ...]] = {
    Programme: (
        ("started", "ended", "berakhir sebelum dimulai"),
        ("started", "progress_as_of", "dilaporkan kemajuannya sebelum dimulai"),
    ),
    Opd: (("valid_from", "valid_to", "berakhir sebelum dibentuk"),),
    Evidence: (("date", "valid_until", "habis masa berlakunya sebelum tanggalnya"),),
    Source: (("date", "accessed", "dibaca sebelum terbit"),),
}
"""What comes first, what comes after it, and what is said when it does not."""


def check(case: Case) -> Iterator[Finding]:
    """Find dates in the wrong order."""
    for kind, pairs in PAIRS.items():
        for record in case.dossier.of(kind).values():
            for first, then, words in pairs:
                start: PartialDate | None = getattr(record, first)
                end: PartialDate | None = getattr(record, then)
                if start is not None and end is not None and end.last < start.first:
                    yield Finding(
                        record.span(then),
                        f"{record.id} {words}: {date_words(end)}, padahal {date_words(start)}",
                        "periksa kedua tanggalnya",
                        (Related(record.span(first), "tanggal awalnya"),),
                    )
