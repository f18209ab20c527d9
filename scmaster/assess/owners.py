"""Who answers for a question, in the words a reader knows them by."""

from scmaster.assess.case import Case
from scmaster.assess.standing import Standing
from scmaster.link import Dossier
from scmaster.model.city import Opd

UNKNOWN = "(belum ditunjuk)"
"""Stands for nobody: printed, never left blank."""


def opd_name(dossier: Dossier, identity: str | None) -> str:
    """Return the short name of a perangkat daerah, or that nobody is named."""
    opd = dossier.get(Opd, identity)
    return (opd.short_name or opd.name) if opd else UNKNOWN


def owner_of(case: Case, standing: Standing) -> str:
    """Return who owes a question.

    The owner of the answer; else who usually holds the data by the instrument, under the
    name the city's own register has for it; else that nobody is named.
    """
    if standing.answer and standing.answer.owner:
        return opd_name(case.dossier, standing.answer.owner)
    usual = standing.question.data_owner
    return _registered(case.dossier, usual) if usual else UNKNOWN


def _registered(dossier: Dossier, name: str) -> str:
    for opd in dossier.of(Opd).values():
        known = {opd.name, opd.short_name or "", *opd.aliases}
        if opd.valid_to is None and name.casefold() in {other.casefold() for other in known}:
            return opd.short_name or opd.name
    return name
