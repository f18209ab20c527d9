"""Dua catatan menunjuk dokumen yang sama.

Satu dokumen cukup satu catatan, dengan klaim sebanyak yang diperlukan. Bila dicatat dua kali,
nomor eviden tercetak dua kali dan asesor mengira ada dua bukti, lalu menemukan satu.

Salah:

    evidence:
      - id: ev-laporan
        title: Laporan kegiatan tahun 2024
        kind: laporan
        date: 2024-11-30
        url: https://contoh.go.id/laporan-2024.pdf
      - id: ev-laporan-tahunan
        title: Laporan tahunan
        kind: laporan
        date: 2024-11-30
        url: http://www.contoh.go.id/laporan-2024.pdf/  # SCM426
      - id: ev-sk
        title: Keputusan Wali Kota tentang forum
        kind: sk
        number: 188/12/2024
        date: 2024-03-01
        opd: diskominfo
        legal_status: enacted
        file: sk-forum.pdf
      - id: ev-sk-forum
        title: SK forum
        kind: sk
        number: 188/12/2024  # SCM426
        date: 2024-03-01
        opd: diskominfo
        legal_status: enacted
        file: pindaian-forum.pdf

Benar:

    evidence:
      - id: ev-laporan
        title: Laporan kegiatan tahun 2024
        kind: laporan
        date: 2024-11-30
        url: https://contoh.go.id/laporan-2024.pdf
      - id: ev-sk
        title: Keputusan Wali Kota tentang forum
        kind: sk
        number: "12"
        date: 2024-03-01
        legal_status: enacted
        file: sk-forum.pdf
      - id: ev-sk-lama
        title: Keputusan Wali Kota tentang dewan
        kind: sk
        number: "12"
        date: 2022-03-01
        legal_status: enacted
        file: sk-dewan.pdf
"""

import re
from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.city import Source
from scmaster.model.evidence import Evidence

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find evidence, and sources, that are written down a second time."""
    first: dict[tuple[object, ...], tuple[Evidence | Source, str]] = {}
    records: list[Evidence | Source] = [
        *case.dossier.of(Evidence).values(),
        *case.dossier.of(Source).values(),
    ]
    for record in sorted(records, key=lambda record: record.span()):
        for field, mark in _marks(record):
            known, at = first.setdefault((type(record), *mark), (record, field))
            if known is not record:
                yield Finding(
                    record.span(field),
                    f"{record.id} menunjuk dokumen yang sama dengan {known.id}",
                    "gabungkan menjadi satu catatan; klaimnya boleh banyak",
                    (Related(known.span(at), "catatan yang pertama"),),
                )
                break


def _marks(record: Evidence | Source) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Yield by what a document can be recognised, with the field that says so.

    What follows a # is a place in the document, but for pages that are told apart by it.
    """
    if record.url:
        address = re.sub(r"^https?://(?:www\.)?|#(?![/!]).*$|/+(?=$|#(?![/!]))", "", record.url)
        yield "url", ("url", address)
    if isinstance(record, Source):
        return
    if record.sha256:
        yield "sha256", ("sha256", record.sha256)
    if record.file:
        yield "file", ("file", record.file)
    if record.number and record.date:
        number = "".join(record.number.split()).casefold()
        issuer = record.opd or (record.issuer or "").casefold()
        yield "number", (record.kind, number, issuer, record.date.year)
