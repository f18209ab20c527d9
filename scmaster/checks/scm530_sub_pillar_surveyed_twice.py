"""Satu subdimensi disurvei lewat dua program.

Kota memilih satu layanan untuk tiap subdimensi. Dua program untuk satu subdimensi membuat
nilainya tidak jelas milik yang mana, sedangkan subdimensi lain biasanya kosong.

Salah:

    programmes:
      - {id: prog-a, name: Perizinan daring, owner: diskominfo}
      - {id: prog-b, name: Antrean daring, owner: diskominfo}
    surveys:
      - {id: survei-a, submission: evaluasi-2024, programme: prog-a, sub_pillar: gov-service,
         owner: diskominfo, respondents: 50, analysis: Warga puas.}
      - id: survei-b
        submission: evaluasi-2024
        programme: prog-b
        sub_pillar: gov-service  # SCM530
        owner: diskominfo
        respondents: 50
        analysis: Warga puas.

Benar:

    programmes:
      - {id: prog-a, name: Perizinan daring, owner: diskominfo}
      - {id: prog-b, name: Rekam medis daring, owner: diskominfo}
    surveys:
      - {id: survei-a, submission: evaluasi-2024, programme: prog-a, sub_pillar: gov-service,
         owner: diskominfo, respondents: 50, analysis: Warga puas.}
      - id: survei-b
        submission: evaluasi-2024
        programme: prog-b
        sub_pillar: liv-health
        owner: diskominfo
        respondents: 50
        analysis: Warga puas.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.surveys import surveys
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.masterplan import Survey

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Find a survey of a sub-dimension that another survey has with another programme."""
    first: dict[str, Survey] = {}
    for survey in sorted(surveys(case), key=lambda survey: survey.span("id")):
        known = first.setdefault(survey.sub_pillar, survey)
        if known.programme != survey.programme:
            yield Finding(
                survey.span("sub_pillar"),
                f"subdimensi {survey.sub_pillar} sudah disurvei lewat {known.programme}"
                f" ({known.id})",
                "pilih satu program untuk subdimensi ini",
                (Related(known.span("sub_pillar"), "survei yang pertama"),),
            )
