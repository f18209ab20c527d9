"""What keeps a legal basis from being looked up."""

from typing import NamedTuple

from scmaster.indonesian import listing
from scmaster.model.city import Regulation
from scmaster.model.labels import REGULATION_KIND, REGULATION_STATUS


class Lack(NamedTuple):
    """What is wrong with a regulation, and the field that shows it."""

    field: str
    words: str
    """Indonesian, as the end of a sentence."""


def lack(regulation: Regulation) -> Lack | None:
    """Say what a regulation lacks to count; a revoked one is another rule's matter."""
    kind = REGULATION_KIND[regulation.kind]
    if regulation.status in {"drafted", "harmonisation"}:
        return Lack("status", f"{kind} yang disebut {REGULATION_STATUS[regulation.status]}")
    if regulation.status == "revoked":
        return None
    known = {"nomor": regulation.number, "tahun": regulation.year or regulation.date}
    missing = [name for name, value in known.items() if value is None]
    return Lack("kind", f"{kind} yang disebut tanpa {listing(missing)}") if missing else None
