"""Subdimensi pertanyaan milik pilar lain.

Pertanyaan yang pilarnya Governance dan subdimensinya Kesehatan akan dihitung di satu pilar dan
dicari di pilar lain.

Salah:

    # pillars
    instruments:
      - id: uji-2024
        name: Instrumen uji
        issuer: Kementerian
        year: 2024
        edition: pilar-uji
        status: official
        scale: {minimum: 1, maximum: 4}
        groups:
          - id: outcome
            name: Outcome
            questions:
              - id: OCM.01
                code: "3.1.1"
                text: Apakah layanan kesehatan daring?
                pillar: governance
                sub_pillar: liv-health  # SCM527
                status: official

Benar:

    # pillars
    instruments:
      - id: uji-2024
        name: Instrumen uji
        issuer: Kementerian
        year: 2024
        edition: pilar-uji
        status: official
        scale: {minimum: 1, maximum: 4}
        groups:
          - id: outcome
            name: Outcome
            questions:
              - id: OCM.01
                code: "3.1.1"
                text: Apakah layanan kesehatan daring?
                pillar: living
                sub_pillar: liv-health
                status: official
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.link import questions

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Find questions whose sub-dimension belongs to another pillar of the edition."""
    frameworks = case.dossier.frameworks
    for instrument in frameworks.instruments.values():
        edition = frameworks.editions.get(instrument.edition or "")
        owner = {
            sub.id: pillar.id
            for pillar in (edition.pillars if edition else ())
            for sub in pillar.sub_pillars
        }
        for question in questions(instrument).values():
            pillar = owner.get(question.sub_pillar or "")
            if pillar and question.pillar in set(owner.values()) - {pillar}:
                yield Finding(
                    question.span("sub_pillar"),
                    f"subdimensi {question.sub_pillar} pada {question.id} milik pilar {pillar},"
                    f" bukan {question.pillar}",
                    "betulkan pilar atau subdimensinya",
                    (Related(question.span("pillar"), "pilar pertanyaan"),),
                )
