"""Program tanpa perangkat daerah pemilik.

Satu program, satu pemilik: dialah yang dimintai angka dan eviden, dan yang menjawab asesor
dalam wawancara. Program tanpa pemilik tidak pernah lengkap, karena tidak ada yang merasa
ditagih. Perangkat daerah lain yang ikut bekerja ditulis di `supporting`.

Salah:

    programmes:
      - id: prog-112  # SCM317
        name: Panggilan darurat 112
        pillar: living

Benar:

    programmes:
      - id: prog-112
        name: Panggilan darurat 112
        pillar: living
        owner: diskominfo
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.model.masterplan import Programme

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find programmes that nobody owns; a stopped one is nobody's any more."""
    for programme in case.dossier.of(Programme).values():
        if programme.owner is None and programme.lifecycle != "stopped":
            yield Finding(
                programme.span("id"),
                f"program {programme.id} belum mempunyai perangkat daerah pemilik",
                "isi 'owner' dengan id perangkat daerah; owner_basis: assumed bila masih perkiraan",
            )
