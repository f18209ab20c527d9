"""What was known of a city before somebody broke a line of it, and is not known just now."""

from dataclasses import replace

from scmaster.language.names import has
from scmaster.link import Dossier, Use
from scmaster.model.record import Entry


def remembered(now: Dossier, before: Dossier | None) -> Dossier:
    """Return a dossier in which what cannot be read just now is as it was last read.

    Only for questions about it: what is remembered is never checked, nor written anywhere.
    """
    if before is None or not now.broken:
        return now
    lost: dict[str, dict[str, Entry]] = {
        section: {i: entry for i, entry in entries.items() if i in now.broken and not has(now, i)}
        for section, entries in before.records.items()
    }
    kept = {entry.id for entries in lost.values() for entry in entries.values()}
    records = {
        section: now.records.get(section, {}) | lost.get(section, {})
        for section in {**now.records, **lost}
    }
    uses: dict[str, list[Use]] = {name: [*found] for name, found in now.uses.items()}
    for name, found in before.uses.items():
        uses.setdefault(name, []).extend(use for use in found if use.user.id in kept)
    return replace(now, records=records, uses=uses)
