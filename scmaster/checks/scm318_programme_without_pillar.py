"""Program tanpa pilar.

Nilai, tabel realisasi, dan paparan disusun menurut pilar; program tanpa pilar tidak muncul
di mana pun. Pilar adalah pernyataan kota: layanan 112 dapat dicatat di Smart Society atau
Smart Living, asal dipilih. Bila sumber tidak menyebutnya, isi menurut perkiraan dan
tandai `pillar_basis: assumed`.

Salah:

    programmes:
      - id: prog-112  # SCM318
        name: Panggilan darurat 112
        owner: diskominfo

Benar:

    programmes:
      - id: prog-112
        name: Panggilan darurat 112
        owner: diskominfo
        pillar: living
        pillar_basis: assumed
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.model.masterplan import Programme

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find programmes that no table by pillar would show."""
    for programme in case.dossier.of(Programme).values():
        if programme.pillar is None:
            yield Finding(
                programme.span("id"),
                f"program {programme.id} belum mempunyai pilar",
                "isi 'pillar' dengan id pilar; pillar_basis: assumed bila masih perkiraan",
            )
