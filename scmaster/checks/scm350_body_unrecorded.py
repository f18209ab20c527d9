"""Dewan, Tim Pelaksana, atau Forum belum dicatat sama sekali.

Asesor menanyakan ketiga lembaga itu satu per satu: dasar pembentukannya, rapatnya, dan siapa
di luar pemerintah yang ikut. Lembaga yang tidak dicatat tidak dapat ditunjukkan bekerja. Bila
memang belum dibentuk, itulah yang perlu dilaporkan kepada pimpinan.

Salah:

    city:
      id: uji  # SCM350
      name: Kota Uji
      kind: kota
      province: Kalimantan Timur
      region_code: "64.99"
    bodies:
      - {id: dewan, kind: dewan, name: Dewan Kota Cerdas}

Benar:

    city:
      id: uji
      name: Kota Uji
      kind: kota
      province: Kalimantan Timur
      region_code: "64.99"
    bodies:
      - {id: gugus, kind: gugus_tugas, name: Gugus Tugas Kota Cerdas}
      - {id: tim, kind: tim_pelaksana, name: Tim Pelaksana}
      - {id: forum, kind: forum, name: Forum Kota Cerdas}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import listing
from scmaster.model.governance import Body
from scmaster.model.labels import BODY_KIND

SEVERITY = Severity.WARNING
FAMILIES = ("komdigi",)
ASKED = {"dewan": {"dewan", "gugus_tugas"}, "tim_pelaksana": {"tim_pelaksana"}, "forum": {"forum"}}
"""The bodies that are asked about, and which kinds of record stand for each.

The draft regulation of 2026 calls the Dewan a gugus tugas.
"""


def check(case: Case) -> Iterator[Finding]:
    """Find a city that has no record of a body that assessors ask about."""
    city = case.dossier.city
    if city is None or case.instrument is None:
        return
    known = {body.kind for body in case.dossier.of(Body).values()}
    missing = [
        BODY_KIND[name]
        for name, kinds in ASKED.items()
        if not known & kinds and not kinds & case.dossier.unread
    ]
    if missing:
        yield Finding(
            city.span("id"),
            f"{listing(missing)} belum dicatat",
            "catat di 'bodies' dengan dasar pembentukan, ketua, anggota, dan rapatnya",
        )
