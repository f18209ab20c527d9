"""Whether a question may stand better than it seems, for want of what could not be read."""

from scmaster.assess.case import Case
from scmaster.assess.standing import Standing


def doubtful(case: Case, standing: Standing) -> bool:
    """Tell whether a record that could not be read may answer or prove a question.

    Then the slip in that record is what is reported, and not its consequences.
    """
    name = standing.question.id
    cycle = case.submission.id if case.submission else None
    read = {claim.id for claim, _ in standing.claims}
    claims = case.dossier.claims_on(name, cycle)
    return name in case.dossier.unread or any(claim.id not in read for claim in claims)
