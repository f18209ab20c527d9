"""What stands between a submission and its package."""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.vetting import vetted
from scmaster.indonesian import listing
from scmaster.link import questions
from scmaster.model.evidence import Claim
from scmaster.packing.selection import Selection


def obstacles(case: Case, selection: Selection) -> Iterator[str]:
    """Yield why a case's submission is not to be packed but as a draft (Indonesian)."""
    submission = case.submission
    if submission is None:
        yield "pengajuannya tidak terbaca"
        return
    if case.instrument is None:
        yield f"instrumen pengajuan {submission.id} tidak diketahui"
    if not case.final:
        yield f"pengajuan {submission.id} belum final ('state: {submission.state}')"
    if case.errors:
        seen = f"scmaster check --submission {submission.id}"
        yield f"{case.errors} galat pada berkas kota; lihat dengan '{seen}'"
    for outside in selection.outside.values():
        if not outside.meant:
            yield f"eviden {outside.evidence}: {outside.reason}"
    if suspects := suspect_claims(case):
        yield (
            f"klaim yang berubah sejak direviu: {listing(suspects)}; lihat lagi, lalu catat dengan"
            " 'scmaster review'"
        )


def suspect_claims(case: Case) -> list[str]:
    """Return the claims of a submission that are not what somebody has looked at."""
    own = case.submission.id if case.submission else None
    asked = questions(case.instrument) if case.instrument else {}
    return [
        claim.id
        for claim in case.dossier.of(Claim).values()
        if (claim.submission in {None, own} or asked.keys() & set(claim.supports))
        and vetted(case.dossier, case.originals, case.reviews, claim) == "suspect"
    ]
