"""Satu nama dua kali dalam daftar anggota lembaga.

Kehadiran dihitung menurut nama anggota. Nama yang tercatat dua kali dihitung dua kali, dan bila
unsurnya berbeda tidak jelas unsur mana yang hadir. Bila dua orang mewakili satu lembaga, bedakan
namanya, misalnya menurut jabatan.

Salah:

    bodies:
      - id: dewan-uji
        kind: dewan
        name: Dewan Smart City
        members:
          - {name: Institut Teknologi Kalimantan, sector: academia}
          - {name: Institut teknologi Kalimantan, sector: community}  # SCM356

Benar:

    bodies:
      - id: dewan-uji
        kind: dewan
        name: Dewan Smart City
        members:
          - {name: Rektor Institut Teknologi Kalimantan, sector: academia}
          - {name: Dekan Institut Teknologi Kalimantan, sector: academia}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.meetings import folded
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.governance import Body, Member

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find names that stand twice among a body's members."""
    for body in case.dossier.of(Body).values():
        first: dict[str, Member] = {}
        for member in body.members:
            known = first.setdefault(folded(member.name), member)
            if known is not member:
                yield Finding(
                    member.span("name"),
                    f"'{member.name}' sudah tercatat sebagai anggota {body.id}",
                    "hapus salah satunya, atau bedakan menurut jabatannya",
                    (Related(known.span("name"), "pertama kali di sini"),),
                )
