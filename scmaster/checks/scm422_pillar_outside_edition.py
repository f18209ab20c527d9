"""Pilar atau subdimensi itu tidak ada pada edisi pilar yang dipakai masterplan.

Nama dan susunan subdimensi berubah dari edisi ke edisi. Program dihitung menurut edisi
masterplannya; pilar dari edisi lain tidak mempunyai baris di sana.

Salah:

    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
        masterplan: masterplan-uji
        pillar: mobility  # SCM422
      - id: prog-dua
        name: Puskesmas daring
        masterplan: masterplan-uji
        pillar: living
        sub_pillar: mob-parking  # SCM422
    # pillars
    pillars:
      - id: pilar-uji
        name: Edisi uji
        status: official
        pillars:
          - {id: governance, name: Smart Governance}
          - {id: living, name: Smart Living}
      - id: pilar-lain
        name: Edisi lain
        status: official
        pillars:
          - id: mobility
            name: Smart Mobility
            sub_pillars:
              - {id: mob-parking, name: Parkir}

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
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.masterplan import Masterplan, Programme

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Find programmes under a pillar that their masterplan's edition does not know."""
    frameworks = case.dossier.frameworks
    pillars, sub_pillars = frameworks.pillars(), frameworks.sub_pillars()
    for programme in case.dossier.of(Programme).values():
        masterplan = case.dossier.get(Masterplan, programme.masterplan)
        if masterplan is None or masterplan.edition not in frameworks.editions:
            continue
        editions = editions_of(case.dossier, programme)
        known = {pillar.id for edition in editions for pillar in edition.pillars}
        if programme.pillar in pillars and programme.pillar not in known:
            field, wrong = "pillar", f"pilar {programme.pillar}"
        elif programme.sub_pillar in sub_pillars and not pillars_with(
            editions, programme.sub_pillar
        ):
            field, wrong = "sub_pillar", f"subdimensi {programme.sub_pillar}"
        else:
            continue
        yield Finding(
            programme.span(field),
            f"{wrong} pada {programme.id} tidak ada di edisi {masterplan.edition}",
            "pakai pilar dan subdimensi menurut edisi masterplannya",
            (Related(masterplan.span("edition"), "edisi masterplan"),),
        )
