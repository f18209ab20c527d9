"""Responden yang sama dipakai untuk dua pilar.

Responden dipilih karena memakai layanan yang dinilai. Lima puluh orang yang sama untuk dua
pilar berarti sebagian menilai layanan yang tidak mereka pakai; asesor pernah menolak survei
semacam itu. Tandai kelompok responden dengan 'respondent_group', misalnya pengguna-perizinan,
tanpa nama siapa pun.

Salah:

    programmes:
      - {id: prog-a, name: Perizinan daring, owner: diskominfo}
      - {id: prog-b, name: Rekam medis daring, owner: diskominfo}
    surveys:
      - {id: survei-a, submission: evaluasi-2024, programme: prog-a, sub_pillar: gov-service,
         owner: diskominfo, respondents: 50, respondent_group: warga-a, analysis: Warga puas.}
      - id: survei-b
        submission: evaluasi-2024
        programme: prog-b
        sub_pillar: liv-health
        owner: diskominfo
        respondents: 50
        respondent_group: warga-a  # SCM534
        analysis: Warga puas.

Benar:

    programmes:
      - {id: prog-a, name: Perizinan daring, owner: diskominfo}
      - {id: prog-b, name: Rekam medis daring, owner: diskominfo}
    surveys:
      - {id: survei-a, submission: evaluasi-2024, programme: prog-a, sub_pillar: gov-service,
         owner: diskominfo, respondents: 50, respondent_group: warga-a, analysis: Warga puas.}
      - id: survei-b
        submission: evaluasi-2024
        programme: prog-b
        sub_pillar: liv-health
        owner: diskominfo
        respondents: 50
        respondent_group: pasien-b
        analysis: Warga puas.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.surveys import surveys
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.masterplan import Survey

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find a group of respondents that is asked about more than one pillar."""
    pillar_of = {
        sub.id: pillar.id
        for edition in case.dossier.frameworks.editions.values()
        for pillar in edition.pillars
        for sub in pillar.sub_pillars
    }
    first: dict[str, Survey] = {}
    for survey in sorted(surveys(case), key=lambda survey: survey.span("id")):
        pillar = pillar_of.get(survey.sub_pillar)
        if survey.respondent_group is None or pillar is None:
            continue
        known = first.setdefault(survey.respondent_group, survey)
        if pillar_of.get(known.sub_pillar) not in {pillar, None}:
            yield Finding(
                survey.span("respondent_group"),
                f"responden {survey.respondent_group} sudah ditanyai tentang pilar lain"
                f" ({known.id})",
                "pilih responden yang memakai layanan ini, atau betulkan penandanya",
                (Related(known.span("respondent_group"), "survei yang pertama"),),
            )
