"""Records by the names a reader knows them by."""

from scmaster.link import Dossier
from scmaster.model.evaluation import Answer, Recommendation
from scmaster.model.masterplan import Programme, QuickWin
from scmaster.model.record import Entry


def record(dossier: Dossier, identity: str) -> Entry | None:
    """Return the record with an id, of whatever kind."""
    return next(
        (section[identity] for section in dossier.records.values() if identity in section), None
    )


def called(programme: Programme) -> str:
    """Name a programme as one; many have the word in their names."""
    name = programme.name
    return name if name.casefold().startswith("program") else f"Program {name}"


def name_of(dossier: Dossier, identity: str) -> str:
    """Name what an id stands for; a question's id is its name."""
    found = record(dossier, identity)
    if isinstance(found, Answer):
        return f"jawaban {found.question}"
    if isinstance(found, Recommendation):
        return f"tindak lanjut rekomendasi nomor {found.number}"
    if isinstance(found, QuickWin):
        programme = dossier.get(Programme, found.programme)
        return f"quick win {programme.name if programme else found.programme} ({found.year})"
    words = getattr(found, "title", None) or getattr(found, "name", None)
    return str(words or identity)
