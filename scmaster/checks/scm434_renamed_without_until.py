"""Nama lama disebut tanpa keterangan sampai kapan dipakai.

Eviden dari tahun sebelumnya memakai nama lama. Dengan tanggal penggantian, asesor dapat
mencocokkan keduanya; tanpa itu, dua nama tampak seperti dua program atau dua perangkat daerah.

Salah:

    programmes:
      - id: prog-uji
        name: Bebaya Mart
        renamed_from:
          - name: Behambinan  # SCM434
    opd:
      - id: diskominfo
        name: Dinas Komunikasi dan Informatika
      - id: bappeda
        name: Badan Perencanaan Pembangunan Daerah
        successor: bapperida  # SCM434
      - id: bapperida
        name: Badan Perencanaan Pembangunan, Riset, dan Inovasi Daerah

Benar:

    programmes:
      - id: prog-uji
        name: Bebaya Mart
        renamed_from:
          - {name: Behambinan, until: 2021-05}
    opd:
      - id: diskominfo
        name: Dinas Komunikasi dan Informatika
      - id: bappeda
        name: Badan Perencanaan Pembangunan Daerah
        successor: bapperida
        valid_to: 2023-12-31
      - id: bapperida
        name: Badan Perencanaan Pembangunan, Riset, dan Inovasi Daerah
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.model.city import Opd
from scmaster.model.masterplan import Programme

SEVERITY = Severity.NOTE


def check(case: Case) -> Iterator[Finding]:
    """Find former names without the date they were given up."""
    for programme in case.dossier.of(Programme).values():
        for index, former in enumerate(programme.renamed_from):
            if former.until is None:
                yield Finding(
                    programme.span("renamed_from", index, "name"),
                    f"nama lama '{former.name}' pada {programme.id} tanpa tanggal penggantian",
                    "isi 'until' sejauh diketahui, misalnya tahunnya saja",
                )
    for opd in case.dossier.of(Opd).values():
        if opd.successor and opd.valid_to is None:
            yield Finding(
                opd.span("successor"),
                f"{opd.id} digantikan {opd.successor} tanpa tanggal penggantian",
                "isi 'valid_to' sejauh diketahui, misalnya tahunnya saja",
            )
