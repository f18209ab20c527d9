"""What was done about a recommendation, and whether anything shows it."""

from scmaster.assess.results import alike, family
from scmaster.link import Dossier
from scmaster.model.evaluation import Recommendation, Submission


def earlier(cycle: Submission, than: Submission | None) -> bool:
    """Tell whether a cycle came before another: a year before, or a stage of the same year."""
    return than is None or (cycle.year, cycle.stage) < (than.year, than.stage)


def previous(dossier: Dossier, submission: Submission) -> Submission | None:
    """Return the latest cycle before a submission's, judged by the same family; None if none."""
    own = family(dossier, submission)
    able = [
        cycle
        for cycle in dossier.of(Submission).values()
        if earlier(cycle, submission) and alike(family(dossier, cycle), own)
    ]
    return max(able, key=lambda cycle: (cycle.year, cycle.stage, cycle.id), default=None)


def shown(dossier: Dossier, recommendation: Recommendation) -> bool:
    """Tell whether any evidence is named: by it, by one of its actions, or by a claim."""
    return bool(
        recommendation.evidence
        or any(action.evidence for action in recommendation.actions)
        or dossier.claims_on(recommendation.id)
        or recommendation.id in dossier.unread
    )
