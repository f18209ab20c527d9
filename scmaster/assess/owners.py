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

    The owner of the answer, or of the one carried over from an earlier cycle; else who usually
    holds the data by the instrument, under the name the city's own register has for it; else
    that nobody is named.
    """
    office = office_of(case, standing)
    if isinstance(office, Opd):
        return office.short_name or office.name
    return office or UNKNOWN


def office_of(case: Case, standing: Standing) -> Opd | str:
    """Return who owes a question: an office of the register, else its usual name, or nothing."""
    answer = standing.answer or standing.carried
    if answer and answer.owner:
        return case.dossier.get(Opd, answer.owner) or ""
    usual = standing.question.data_owner or ""
    return (registered(case.dossier, usual) or usual) if usual else ""


def registered(dossier: Dossier, name: str) -> Opd | None:
    """Return the office of the city's register that goes by a name, however it is written."""
    for opd in dossier.of(Opd).values():
        known = {opd.name, opd.short_name or "", *opd.aliases}
        if opd.valid_to is None and name.casefold() in {other.casefold() for other in known}:
            return opd
    return None
