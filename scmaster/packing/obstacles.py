"""What stands between a submission and its package."""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.suspicion import Reason
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
    shaken = {reason: _shaken(case, reason) for reason in (Reason.SUSPECT, Reason.FIELD)}
    if shaken[Reason.SUSPECT]:
        yield (
            f"klaim yang berubah sejak ditinjau: {listing(shaken[Reason.SUSPECT])}; lihat lagi,"
            " lalu catat dengan 'scmaster review'"
        )
    if shaken[Reason.FIELD]:
        yield f"klaim yang tidak sesuai dengan lapangan: {listing(shaken[Reason.FIELD])}"


def _shaken(case: Case, reason: Reason) -> list[str]:
    """Return the claims of a submission that do not hold for a reason; files are told apart."""
    own = case.submission.id if case.submission else None
    asked = questions(case.instrument) if case.instrument else {}
    return [
        claim.id
        for claim in case.dossier.of(Claim).values()
        if (claim.submission in {None, own} or asked.keys() & set(claim.supports))
        and reason in case.shaken.get(claim.id, ())
    ]
