"""Pilar atau subdimensi pertanyaan tidak ada di edisi pilar instrumennya.

Tiap edisi mempunyai pilarnya sendiri: Smart Branding ada di edisi 2017, Smart Mobility baru
muncul dalam rancangan 2026. Pertanyaan yang memakai pilar edisi lain tidak terhitung di
pilar mana pun pada rekap kota.

Salah:

    # pillars
    pillars:
      - id: edisi-lama
        name: Edisi lama
        status: official
        pillars:
          - {id: governance, name: Smart Governance}
      - id: edisi-baru
        name: Edisi baru
        status: draft
        pillars:
          - {id: mobility, name: Smart Mobility}
    instruments:
      - id: uji-2024
        name: Instrumen uji
        issuer: Kementerian
        year: 2024
        edition: edisi-lama
        status: official
        scale: {minimum: 1, maximum: 4}
        groups:
          - id: outcome
            name: Outcome
            questions:
              - id: OCM.01
                code: "3.1.1"
                text: Apakah layanan transportasi terpadu?
                pillar: mobility  # SCM504
                status: official

Benar:

    # pillars
    pillars:
      - id: edisi-lama
        name: Edisi lama
        status: official
        pillars:
          - {id: governance, name: Smart Governance}
    instruments:
      - id: uji-2024
        name: Instrumen uji
        issuer: Kementerian
        year: 2024
        edition: edisi-lama
        status: official
        scale: {minimum: 1, maximum: 4}
        groups:
          - id: outcome
            name: Outcome
            questions:
              - id: OCM.01
                code: "3.1.1"
                text: Apakah layanan publik terpadu?
                pillar: governance
                status: official
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.link import questions

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Find questions whose pillar or sub-dimension is of another edition."""
    frameworks = case.dossier.frameworks
    everywhere = set(frameworks.pillars()) | set(frameworks.sub_pillars())
    for instrument in frameworks.instruments.values():
        edition = frameworks.editions.get(instrument.edition or "")
        if edition is None:
            continue
        here = {pillar.id for pillar in edition.pillars}
        here |= {sub.id for pillar in edition.pillars for sub in pillar.sub_pillars}
        for question in questions(instrument).values():
            for field in ("pillar", "sub_pillar"):
                name = getattr(question, field)
                if name in everywhere - here:
                    word = "pilar" if field == "pillar" else "subdimensi"
                    message = f"{word} {name} pada {question.id} tidak ada di edisi {edition.id}"
                    hint = f"pakai {word} dari edisi {edition.id}, atau betulkan 'edition'"
                    yield Finding(question.span(field), message, hint)
                    break
