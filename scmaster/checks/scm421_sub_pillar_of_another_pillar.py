"""Subdimensi itu milik pilar yang lain.

Setiap pilar mempunyai subdimensinya sendiri. Program yang subdimensinya tidak sejalan dengan
pilarnya muncul di tabel yang keliru dan membuat hitungan per pilar tidak cocok.

Salah:

    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
        masterplan: masterplan-uji
        pillar: governance
        sub_pillar: liv-health  # SCM421

Benar:

    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
        masterplan: masterplan-uji
        pillar: governance
        sub_pillar: gov-service
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.editions import editions_of, pillars_with
from scmaster.diagnostics import Finding, Severity
from scmaster.model.masterplan import Programme

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Find programmes whose sub-dimension belongs elsewhere."""
    for programme in case.dossier.of(Programme).values():
        if programme.pillar is None or programme.sub_pillar is None:
            continue
        editions = editions_of(case.dossier, programme)
        parents = pillars_with(editions, programme.sub_pillar)
        known = {pillar.id for edition in editions for pillar in edition.pillars}
        if parents and programme.pillar in known and programme.pillar not in parents:
            yield Finding(
                programme.span("sub_pillar"),
                f"subdimensi {programme.sub_pillar} milik pilar {' atau '.join(parents)},"
                f" bukan {programme.pillar}",
                "betulkan pilar atau subdimensinya",
            )
