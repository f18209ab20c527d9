"""Survei dampak dilakukan tanpa perangkat daerah yang menjalankan layanannya.

Diskominfo dan Bappeda boleh mengoordinasi, tetapi tidak boleh menyurvei sendiri: perangkat
daerah penanggung jawab program wajib ikut, karena dialah yang mengenal pemakai layanannya.

Salah:

    surveys:
      - id: survei-1
        submission: evaluasi-2024
        programme: prog-uji
        sub_pillar: gov-service
        owner: dlh  # SCM520
        supporting: [bappeda]
        respondents: 50
        analysis: Warga puas.

Salah (pemilik program belum diketahui, dan hanya Diskominfo dan Bappeda yang menyurvei):

    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
    surveys:
      - id: survei-1
        submission: evaluasi-2024
        programme: prog-uji
        sub_pillar: gov-service
        owner: diskominfo  # SCM520
        supporting: [bappeda]
        respondents: 50
        analysis: Warga puas.

Benar:

    surveys:
      - id: survei-1
        submission: evaluasi-2024
        programme: prog-uji
        sub_pillar: gov-service
        owner: bappeda
        supporting: [diskominfo]
        respondents: 50
        analysis: Warga puas.

Benar (perangkat daerah itu berganti nama):

    opd:
      - {id: diskominfo, name: Dinas Komunikasi dan Informatika, successor: dkis}
      - {id: dkis, name: Dinas Komunikasi Informatika dan Statistik}
    surveys:
      - id: survei-1
        submission: evaluasi-2024
        programme: prog-uji
        sub_pillar: gov-service
        owner: dkis
        respondents: 50
        analysis: Warga puas.
"""

import re
from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.surveys import surveys
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.link import Dossier
from scmaster.model.city import Opd
from scmaster.model.masterplan import Programme

SEVERITY = Severity.WARNING
COORDINATOR = re.compile(r"kominfo|komunikasi|bapp?e[dlr]|perencanaan", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Find surveys without the owner of the programme, or by coordinators alone."""
    for survey in surveys(case):
        programme = case.dossier.get(Programme, survey.programme)
        took_part = [survey.owner, *survey.supporting]
        if programme is None or not all(case.dossier.get(Opd, name) for name in took_part):
            continue
        hint = "libatkan perangkat daerah penanggung jawab program, atau betulkan catatannya"
        if programme.owner is not None:
            if case.dossier.get(Opd, programme.owner) is None:
                continue
            held = {_latest(case.dossier, name) for name in took_part}
            if _latest(case.dossier, programme.owner) not in held:
                message = f"survei {survey.id} tanpa {programme.owner}, pemilik {programme.id}"
                related = (Related(programme.span("owner"), "pemilik program"),)
                yield Finding(survey.span("owner"), message, hint, related)
        elif all(_coordinates(case.dossier, name) for name in took_part):
            message = f"survei {survey.id} hanya dilakukan oleh {' dan '.join(took_part)}"
            yield Finding(survey.span("owner"), message, hint)


def _coordinates(dossier: Dossier, name: str) -> bool:
    opd = dossier.get(Opd, name)
    return opd is not None and bool(COORDINATOR.search(f"{opd.name} {opd.short_name or ''}"))


def _latest(dossier: Dossier, name: str) -> str:
    """Follow an office to what it is called now; a circle is for another stage to say."""
    seen: set[str] = set()
    while name not in seen:
        seen.add(name)
        opd = dossier.get(Opd, name)
        name = opd.successor if opd and opd.successor else name
    return name
