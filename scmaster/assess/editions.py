"""Which edition of the pillars a programme is counted by."""

from collections.abc import Iterable

from scmaster.link import Dossier
from scmaster.model.framework import PillarEdition
from scmaster.model.masterplan import Masterplan, Programme


def editions_of(dossier: Dossier, programme: Programme) -> list[PillarEdition]:
    """Return the edition of the programme's masterplan, or all when it names none."""
    editions = dossier.frameworks.editions
    masterplan = dossier.get(Masterplan, programme.masterplan)
    chosen = editions.get(masterplan.edition) if masterplan else None
    return [chosen] if chosen else list(editions.values())


def pillars_with(editions: Iterable[PillarEdition], sub_pillar: str) -> list[str]:
    """Return the pillars that have a sub-dimension, in the editions' order."""
    found = [
        pillar.id
        for edition in editions
        for pillar in edition.pillars
        if any(sub.id == sub_pillar for sub in pillar.sub_pillars)
    ]
    return list(dict.fromkeys(found))
