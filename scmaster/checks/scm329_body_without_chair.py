"""Dewan, tim pelaksana, atau gugus tugas tanpa ketua.

Ketua menunjukkan siapa yang memutuskan: dewan diketuai kepala daerah, tim pelaksana oleh
kepala perangkat daerah yang ditunjuk. Sebutkan jabatannya, bukan nama orangnya. Anggota
dengan role: ketua juga terbaca.

Salah:

    bodies:
      - id: tim-uji  # SCM329
        kind: tim_pelaksana
        name: Tim Pelaksana

Benar:

    bodies:
      - id: tim-uji
        kind: tim_pelaksana
        name: Tim Pelaksana
        chair: Kepala Bappeda

Benar (di daftar anggota):

    bodies:
      - id: tim-uji
        kind: tim_pelaksana
        name: Tim Pelaksana
        members:
          - {name: Kepala Bappeda, sector: government, role: Ketua}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.model.governance import Body
from scmaster.model.labels import BODY_KIND

SEVERITY = Severity.WARNING
FAMILIES = ("komdigi", "other")
LED = frozenset({"dewan", "tim_pelaksana", "gugus_tugas"})


def check(case: Case) -> Iterator[Finding]:
    """Find bodies that nobody leads, as far as written."""
    for body in case.dossier.of(Body).values():
        led = body.chair or any("ketua" in (m.role or "").casefold() for m in body.members)
        if body.kind in LED and not led:
            yield Finding(
                body.span("id"),
                f"{BODY_KIND[body.kind]} ({body.id}) belum mempunyai ketua",
                "isi 'chair' dengan jabatan ketua menurut keputusan pembentukannya",
            )
