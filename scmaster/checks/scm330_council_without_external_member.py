"""Dewan Smart City tanpa anggota dari luar pemerintah.

Dewan dimaksudkan mempertemukan pemerintah dengan perguruan tinggi, dunia usaha, komunitas,
dan media. Dewan yang seluruhnya pejabat dinilai tidak melibatkan pihak luar; dewan yang
anggotanya tidak tercatat tidak dapat dinilai.

Salah:

    bodies:
      - id: dewan-uji
        kind: dewan
        name: Dewan Smart City
        members:
          - {name: Sekretaris Daerah, sector: government, role: ketua harian}  # SCM330

Benar:

    bodies:
      - id: dewan-uji
        kind: dewan
        name: Dewan Smart City
        members:
          - {name: Sekretaris Daerah, sector: government, role: ketua harian}
          - {name: Institut Teknologi Kalimantan, sector: academia}

Salah (anggota belum tercatat):

    bodies:
      - id: dewan-uji  # SCM330
        kind: dewan
        name: Dewan Smart City
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.model.governance import Body

SEVERITY = Severity.WARNING
FAMILIES = ("komdigi", "other")
HINT = "catat anggotanya di 'members' dengan unsurnya: academia, business, community, media"


def check(case: Case) -> Iterator[Finding]:
    """Find councils of officials only, or of nobody known."""
    for body in case.dossier.of(Body).values():
        if body.kind != "dewan":
            continue
        if not body.members:
            message = f"anggota dewan {body.id} belum tercatat, jadi unsur luarnya tidak terlihat"
            yield Finding(body.span("id"), message, HINT)
        elif all(member.sector == "government" for member in body.members):
            message = f"seluruh {len(body.members)} anggota dewan {body.id} dari unsur pemerintah"
            yield Finding(body.span("members", 0, "sector"), message, HINT)
