"""What is claimed for a question, as far as it is certain."""

from scmaster.assess.case import Case
from scmaster.model.evaluation import Submission
from scmaster.model.evidence import Claim


def claims_for(case: Case, question: str) -> list[Claim] | None:
    """Return the submission's claims for a question, their evidence known or not.

    None when more may be claimed: by a record that could not be read, or by a claim whose
    submission is unknown. Then that slip is what is reported, and not its consequences.
    """
    known = case.dossier.of(Submission)
    claims = case.dossier.claims_on(question)
    lost = any(claim.submission is not None and claim.submission not in known for claim in claims)
    if case.submission is None or lost or question in case.dossier.unread:
        return None
    return [claim for claim in claims if claim.submission == case.submission.id]
