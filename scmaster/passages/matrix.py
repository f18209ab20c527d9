"""Evidence against what it is used for: by question, office and issuer, and what is not used."""

from dataclasses import dataclass

from scmaster.assess.case import Case
from scmaster.assess.missing import WORDS
from scmaster.assess.owners import UNKNOWN, owner_of
from scmaster.assess.standing import State
from scmaster.model import labels
from scmaster.model.city import Opd
from scmaster.model.evidence import Claim, Evidence
from scmaster.passages.cells import Cell, Missing, Row
from scmaster.passages.evidence import numbered, place, title


@dataclass(frozen=True)
class Share:
    """What one office or institution has issued."""

    name: str
    rows: list[Row]


def counts(case: Case) -> list[Row]:
    """Return how many pieces there are of each kind, and how many are used as what."""
    grouped: dict[str, list[Evidence]] = {}
    for evidence in case.dossier.of(Evidence).values():
        grouped.setdefault(labels.EVIDENCE_KIND[evidence.kind], []).append(evidence)
    rows: list[Row] = []
    for kind, every in sorted(grouped.items()):
        roles = [{claim.role for claim in _claims(case, e)} for e in every]
        main = sum(1 for role in roles if "primary" in role)
        beside = sum(1 for role in roles if role == {"supporting"})
        rows.append((kind, str(len(every)), str(main), str(beside), str(roles.count(set()))))
    return rows


def by_question(case: Case) -> list[Row]:
    """Return, question by question, each piece: question, state, evidence, role, place."""
    rows: list[Row] = []
    for name, standing in case.standings.items():
        if standing.state is State.UNANSWERED and not standing.claims:
            continue
        topic = standing.question.sub_indicator or standing.question.indicator
        head = f"{name} {topic}" if topic else name
        owner = owner_of(case, standing)
        state: Cell = WORDS[standing.state]
        if standing.state is not State.PROVEN:
            state = Missing(WORDS[standing.state])
        if not standing.claims:
            rows.append((head, owner, state, Missing("belum ada eviden"), "–", "–"))
        for claim, evidence in standing.claims:
            role = labels.ROLE[claim.role]
            rows.append((head, owner, state, title(evidence), role, place(claim)))
    return rows


def by_office(case: Case) -> list[Row]:
    """Return the rows of by_question, office by office; a row of one cell names the office."""
    grouped: dict[str, list[Row]] = {}
    for question, owner, *others in by_question(case):
        grouped.setdefault(str(owner), []).append((question, *others))
    rows: list[Row] = []
    for office in sorted(grouped, key=lambda name: (name == UNKNOWN, name)):
        asked = len({row[0] for row in grouped[office]})
        pieces = sum(not isinstance(row[2], Missing) for row in grouped[office])
        rows.append((f"{office}: {asked} pertanyaan, {pieces} eviden",))
        rows += grouped[office]
    return rows


def by_owner(case: Case) -> list[Share]:
    """Return, issuer by issuer, each piece: number, title, kind, number and date, used for."""
    grouped: dict[str, list[Evidence]] = {}
    for evidence in case.dossier.of(Evidence).values():
        grouped.setdefault(_issuer(case, evidence), []).append(evidence)
    return [
        Share(name or "Penerbit belum diketahui", [_piece(case, e) for e in every])
        for name, every in sorted(grouped.items(), key=lambda item: (not item[0], item[0]))
    ]


def unused(case: Case) -> list[Row]:
    """Return the pieces that no claim uses: number, title, kind."""
    return [
        (e.printed_id or e.id, title(e), labels.EVIDENCE_KIND[e.kind])
        for e in case.dossier.of(Evidence).values()
        if not _claims(case, e)
    ]


def _claims(case: Case, evidence: Evidence) -> list[Claim]:
    uses = case.dossier.uses.get(evidence.id, [])
    return [use.user for use in uses if isinstance(use.user, Claim)]


def _issuer(case: Case, evidence: Evidence) -> str:
    opd = case.dossier.get(Opd, evidence.opd)
    return (opd.name if opd else evidence.issuer) or ""


def _piece(case: Case, evidence: Evidence) -> Row:
    served = dict.fromkeys(name for c in _claims(case, evidence) for name in c.supports)
    used: Cell = ", ".join(served) or Missing("belum dipakai")
    kind = labels.EVIDENCE_KIND[evidence.kind]
    number = evidence.printed_id or evidence.id
    return (number, title(evidence), kind, [*numbered(evidence)], used)
