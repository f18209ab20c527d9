"""Which thing a word of a file is the id of: as it is declared there, or as it is named."""

from scmaster.language import fields
from scmaster.language.fields import Sections
from scmaster.language.names import Thing, declared, named
from scmaster.language.spot import Spot
from scmaster.link import Dossier
from scmaster.model.record import Entry, Record


def thing_at(spot: Spot, sections: Sections, dossier: Dossier) -> Thing | None:
    """Return what the id at a spot stands for; None where there is no id, or an unknown one."""
    if not spot.word or not fields.is_value(sections, spot):
        return None
    found = fields.field_at(sections, spot.path)
    if found is None:
        return None
    if found.ref is not None:
        return named(dossier, found.ref, spot.word, spot.around)
    if found.name != "id" or not is_declared(found.holder):
        return None
    return declared(dossier, found.holder, spot.word, spot.path[0])


def is_declared(kind: type[Record]) -> bool:
    """Tell whether records of a kind have an id by which others name them."""
    return issubclass(kind, Entry) or "id" in kind.model_fields
