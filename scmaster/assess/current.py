"""What belongs to the submission looked at; what was handed in before is history.

An old submission cannot be mended any more: it is looked at when it is the one asked for.
"""

from scmaster.assess.case import Case
from scmaster.model.evaluation import Answer
from scmaster.model.evidence import Claim, Evidence


def current_claims(case: Case) -> list[tuple[Claim, Evidence]]:
    """Return the claims of this submission, and those of none, with their evidence."""
    ours = {None, case.submission.id if case.submission else None}
    pairs = []
    for claim in case.dossier.of(Claim).values():
        evidence = case.dossier.get(Evidence, claim.evidence)
        if claim.submission in ours and evidence is not None:
            pairs.append((claim, evidence))
    return pairs


def current_answers(case: Case) -> list[Answer]:
    """Return the answers of this submission, by id; one carried over is not yet one of them."""
    ours = case.submission.id if case.submission else None
    every = case.dossier.of(Answer).values()
    return [a for a in every if a.submission == ours and a.carried_from is None]
