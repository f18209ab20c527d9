"""Which offices a city had on a day, who signs for one that is gone, and who asks for data."""

from datetime import date

from scmaster.link import Dossier
from scmaster.model.city import Opd
from scmaster.model.values import PartialDate

SIGNING = frozenset({"sekretariat", "inspektorat", "dinas", "badan", "kecamatan"})
"""Kinds whose heads are to sign a joint commitment."""


def existed(opd: Opd, when: PartialDate) -> bool:
    """Tell whether an office was there, as far as its record says."""
    begun = opd.valid_from is None or opd.valid_from.first <= when.last
    return begun and (opd.valid_to is None or opd.valid_to.last >= when.first)


def expected(dossier: Dossier, when: PartialDate) -> list[Opd]:
    """Return the offices that were to sign a joint commitment of that time, by id."""
    every = dossier.of(Opd).values()
    return [opd for opd in every if opd.kind in SIGNING and existed(opd, when)]


def of_today(dossier: Dossier, opd: Opd, on: date) -> Opd:
    """Return who stands for an office on a day: itself, or whoever took its place.

    One with a successor whose last day nobody knows counts as gone, unless the successor is
    known to begin later.
    """
    seen = {opd.id}
    while (after := dossier.get(Opd, opd.successor)) and after.id not in seen:
        stays = opd.valid_to is not None and opd.valid_to.last >= on
        early = after.valid_from is not None and after.valid_from.first > on
        if stays or early:
            break
        seen.add(after.id)
        opd = after
    return opd


def informatics(dossier: Dossier, on: date) -> Opd | None:
    """Return the city's office of communication and informatics, which compiles the evidence."""
    for opd in dossier.of(Opd).values():
        words = " ".join((opd.name, opd.short_name or "", *opd.aliases)).casefold()
        named = "komunikasi" in words and "informatika" in words
        if (named or "kominfo" in words) and opd.kind in {"dinas", "badan", "lainnya"}:
            return of_today(dossier, opd, on)
    return None
