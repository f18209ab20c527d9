"""How ready the city is: the elements of the masterplan's own analysis, and its SWOT."""

from scmaster.assess.case import Case
from scmaster.model import labels
from scmaster.model.evidence import Evidence
from scmaster.model.masterplan import Masterplan, Readiness
from scmaster.passages.cells import Cell, Line, Missing, Row
from scmaster.passages.claims import stated
from scmaster.passages.evidence import title

ANALYSED = ("struktur", "infrastruktur", "suprastruktur")
"""The elements that every masterplan is to analyse; nature and culture are optional."""


def table(case: Case, plan: Masterplan) -> list[Row]:
    """Return element by element: sub-element, condition, grade, gap, evidence.

    An element begins with a row of its name; one that is not analysed says so.
    """
    rows: list[Row] = []
    for element, name in labels.READINESS.items():
        own = [(n, i) for n, i in enumerate(plan.readiness) if i.element == element]
        if own or element in ANALYSED:
            rows.append((name,))
        if not own and element in ANALYSED:
            unknown = Missing("belum tercatat")
            rows.append((Missing("belum dianalisis"), unknown, unknown, unknown, Missing()))
        rows += [_row(case, plan, place, item) for place, item in own]
    return rows


def missing(plan: Masterplan) -> list[str]:
    """Return the names of the elements that are to be analysed and are not on record."""
    known = {item.element for item in plan.readiness}
    return [labels.READINESS[element] for element in ANALYSED if element not in known]


def _row(case: Case, plan: Masterplan, place: int, item: Readiness) -> Row:
    about = f"Kesiapan {labels.READINESS[item.element].lower()}: {item.sub_element}"
    path, held, read = ("readiness", place, "condition"), item.evidence, plan.sources
    proofs: list[Line] = []
    for identity in item.evidence:
        evidence = case.dossier.get(Evidence, identity)
        shown: Cell = title(evidence) if evidence else []
        proofs += shown if isinstance(shown, list) else [shown]
    return (
        item.sub_element,
        stated(case.dossier, item.condition, about, plan, *path, evidence=held, sources=read),
        labels.READINESS_SCORE[item.score] if item.score else Missing("belum dinilai"),
        item.gap or Missing("tidak disebut"),
        proofs or Missing("belum ada eviden"),
    )


def swot(case: Case, plan: Masterplan) -> list[Row]:
    """Return strengths, weaknesses, opportunities, threats: kind, pillar, what it is."""
    pillars = case.dossier.frameworks.pillars()
    rows: list[Row] = []
    for kind, name in labels.SWOT.items():
        for item in plan.swot:
            if item.kind == kind:
                pillar = pillars.get(item.pillar or "")
                rows.append((name, pillar.name if pillar else "umum", item.text))
    return rows
