"""The register of risks: what may go wrong with programmes and quick wins, and who sees to it.

It speaks of the city and not of a submission. Where no risk is on record it says so, and lists
by owner what still has to be looked at; it makes none up.
"""

from dataclasses import dataclass

from scmaster.assess.case import Case
from scmaster.assess.risk_register import after, before, register
from scmaster.documents import Cover, Imprint, city_cover, colophon, nameless
from scmaster.model.masterplan import Programme, QuickWin
from scmaster.passages import annexes, recommendations, risk_register, risks
from scmaster.passages.cells import Row

TITLE = "Register Risiko Kota Cerdas"
FAMILIES = frozenset({"komdigi", "other"})
FORMATS = ("docx", "xlsx")


@dataclass(frozen=True)
class RegisterRisiko:
    """Everything the template may say; it computes nothing itself."""

    cover: Cover
    city: str
    sentence: str
    """How many risks there are, or that there is none."""
    explained: str
    """What a level is, and whose the bands are."""
    bands: list[Row]
    scale_note: str
    counts: list[Row]
    """Empty where there is no risk."""
    matrix: list[Row]
    residual: list[Row]
    """After mitigation; empty where that is not graded."""
    ungraded: str
    rows: list[Row]
    gaps: list[Row]
    incomplete: list[Row]
    questions: list[Row]
    instrument: str
    """Of the submission looked at, or nothing."""
    recommendations: list[Row]
    traced: bool
    """Whether anything in it is a claim that can be traced."""
    sources: list[Row]
    colophon: list[Row]


def lacks(case: Case) -> str:
    """Say what the city lacks for this document, or nothing."""
    reason = nameless(case)
    if not reason and not case.dossier.of(Programme) and not case.dossier.of(QuickWin):
        return "belum ada program atau quick win yang tercatat"
    return reason


def compose(case: Case, imprint: Imprint) -> RegisterRisiko:
    """Decide every word before the template sees it.

    Raises ValueError when `lacks` has something to say.
    """
    city = case.dossier.city
    if lacks(case) or city is None:
        raise ValueError(lacks(case))
    every = register(case.dossier)
    asked = recommendations.about(case, risk_register.SUBJECT)
    spoken_of = recommendations.speaking_of(case, risk_register.SUBJECT)
    mitigated = any(registered.risk.mitigation for registered in every)
    named = {s for registered in every if (s := registered.risk.source)}
    return RegisterRisiko(
        cover=city_cover(case, imprint, TITLE, "Program dan quick win"),
        city=city.name,
        sentence=risk_register.sentence(case),
        explained=risks.explained(case),
        bands=risks.bands(case),
        scale_note=risks.scale_note(case),
        counts=risks.counts(case, every) if every else [],
        matrix=risks.named_matrix(case, every, before),
        residual=risks.named_matrix(case, every, after),
        ungraded=risks.left_out(every),
        rows=risk_register.rows(case),
        gaps=risk_register.gaps(case),
        incomplete=risk_register.incomplete(case),
        questions=risk_register.asked_by_instrument(case),
        instrument=case.instrument.name if case.instrument else "",
        recommendations=asked,
        traced=mitigated or any(r.actions for r in spoken_of),
        sources=annexes.sources(case, named | recommendations.sources(spoken_of)),
        colophon=colophon(case, imprint),
    )
