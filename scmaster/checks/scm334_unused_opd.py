"""Perangkat daerah yang belum menyumbang apa pun.

Perangkat daerah yang tidak memiliki program, jawaban, eviden, atau risiko satu pun belum
terlibat, padahal sinergi antarperangkat daerah dinilai. Semuanya disebut dalam satu temuan,
di tempat yang pertama. Yang sudah tidak ada dengan nama itu (`valid_to`) tidak dihitung.

Salah:

    opd:
      - id: diskominfo
        name: Dinas Komunikasi dan Informatika
      - id: dispora  # SCM334
        name: Dinas Pemuda dan Olahraga
      - id: disperkim
        name: Dinas Perumahan dan Permukiman
    evidence:
      - {id: ev-laporan, title: Laporan, kind: laporan, date: 2024, opd: diskominfo, file: l.pdf}

Benar:

    opd:
      - id: diskominfo
        name: Dinas Komunikasi dan Informatika
    evidence:
      - {id: ev-laporan, title: Laporan, kind: laporan, date: 2024, opd: diskominfo, file: l.pdf}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.indonesian import listing, number
from scmaster.model.city import Opd

SEVERITY = Severity.NOTE


def check(case: Case) -> Iterator[Finding]:
    """Find the offices that no record names, all in one finding."""
    unused = [
        opd
        for identity, opd in case.dossier.of(Opd).items()
        if not case.dossier.used(identity) and opd.valid_to is None
    ]
    unused.sort(key=lambda opd: opd.span("id"))
    if unused:
        names = [opd.short_name or opd.name for opd in unused]
        yield Finding(
            unused[0].span("id"),
            f"{number(len(unused))} perangkat daerah belum menyumbang apa pun: {listing(names)}",
            "tanyakan program dan datanya, atau hapus bila memang tidak terkait",
            tuple(Related(opd.span("id"), "juga belum") for opd in unused[1:]),
        )
