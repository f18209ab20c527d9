"""Looks in the field: of several at one thing, the last one holds."""

from scmaster.link import Dossier
from scmaster.model.masterplan import Verification


def last_looks(dossier: Dossier) -> dict[str, Verification]:
    """Return the last look at each thing that was looked at, by the thing's id."""
    last: dict[str, Verification] = {}
    for verification in dossier.of(Verification).values():
        known = last.setdefault(verification.what, verification)
        if verification.date.last >= known.date.last:
            last[verification.what] = verification
    return last
