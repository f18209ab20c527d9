"""What evidence would serve under another instrument, in a reader's words."""

from scmaster.assess.crosswalking import Suggestion
from scmaster.model import labels
from scmaster.model.framework import Counterpart


def relation(row: Counterpart) -> str:
    """Say how one serves the other, and that nobody but us says so where that is the case."""
    words = labels.RELATION[row.relation]
    return words if row.basis == "source" else f"{words}; usulan"


def proven(found: Suggestion) -> str:
    """Say what the evidence proves already, and in which submission."""
    whole = found.proven == found.given.instrument
    return f"membuktikan {'hasil ' if whole else ''}{found.proven} pada {found.given.id}"


def line(found: Suggestion) -> str:
    """Say all of it: what, proven where, for which question of which submission."""
    return (
        f"{found.evidence.id} ({proven(found)}) untuk {found.question} pada {found.asked.id}: "
        f"{relation(found.row)}"
    )
