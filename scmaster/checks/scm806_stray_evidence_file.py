"""Berkas di folder eviden yang tidak disebut eviden mana pun.

Bukti yang sudah ada tetapi belum dicatat tidak pernah sampai kepada asesor. Bisa juga berkas
yang salah taruh atau salah nama.

Salah:

    city:
      id: uji  # SCM806
      name: Kota Uji
      kind: kota
      province: Kalimantan Timur
      region_code: "64.99"
    # berkas
    strays: [notulen-rapat.pdf]

Benar:

    city:
      id: uji
      name: Kota Uji
      kind: kota
      province: Kalimantan Timur
      region_code: "64.99"
    # berkas
    strays: []

Catat dengan `scmaster evidence add`, atau pindahkan dari folder itu.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity

SEVERITY = Severity.NOTE
_SHOWN = 5


def check(case: Case) -> Iterator[Finding]:
    """Name the files that nothing names; one finding for all of them."""
    strays, city = case.originals.strays, case.dossier.city
    if not strays or city is None:
        return
    shown = ", ".join(f"'{name}'" for name in strays[:_SHOWN])
    rest = f" dan {len(strays) - _SHOWN} lainnya" if len(strays) > _SHOWN else ""
    message = f"{len(strays)} berkas di folder eviden tidak disebut eviden mana pun: {shown}{rest}"
    yield Finding(city.span("id"), message, "catat dengan 'scmaster evidence add'")
