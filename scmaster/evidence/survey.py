"""A city's originals as they lie there now, beside how they were locked."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from scmaster.assess.originals import Contents, Original, Originals, State
from scmaster.evidence import shelf
from scmaster.evidence.digests import Digests
from scmaster.evidence.kinds import kind_of
from scmaster.evidence.reading import Reading
from scmaster.evidence.store import Store
from scmaster.link import Dossier
from scmaster.model.evidence import Evidence


def look(dossier: Dossier, store: Store, locked: Originals) -> Originals:
    """Return the originals with the state of each, without reading a file through.

    A file that was read before, on this machine, is known by its digest; of any other only
    the size is compared with the lock: `verify` reads them all.
    """
    if not store.here:
        return locked
    digests = Digests(store)
    named = named_files(dossier)
    states: dict[str, State] = {}
    for identity, name in named.items():
        states[identity] = _state(digests.glance(name), locked.locked.get(identity))
    return replace(locked, here=True, states=states, strays=strays(store, named))


def verify(dossier: Dossier, digests: Digests, locked: Originals) -> Originals:
    """Return the originals with the state of each, every file read but those known as read."""
    named = named_files(dossier)
    states: dict[str, State] = {}
    for identity, name in named.items():
        now, before = digests.of(name), locked.locked.get(identity)
        if now is None:
            states[identity] = "missing"
        elif before is None:
            states[identity] = "unlocked"
        else:
            states[identity] = "held" if now.sha256 == before.sha256 else "changed"
    found = strays(digests.store, named)
    return replace(locked, here=True, states=states, strays=found)


def lock(
    dossier: Dossier,
    digests: Digests,
    before: Mapping[str, Original],
    day: str,
    read: Callable[[str, str], Reading],
) -> tuple[dict[str, Original], dict[str, Contents]]:
    """Return the lock as it is to be, and what was read in files, by their digest.

    What is not here now keeps the line it had; a line whose evidence names no file any more
    goes. `day` (year-month-day) stands beside what is new or has changed. `read` looks into
    a file, by name and kind, once for each digest that nobody on this machine has read.
    """
    made: dict[str, Original] = {}
    inside: dict[str, Contents] = {}
    for identity, name in named_files(dossier).items():
        old, now = before.get(identity), digests.of(name)
        if now is None:
            if old is not None and old.file == name:
                made[identity] = old
            continue
        same = old is not None and (old.file, old.sha256) == (name, now.sha256)
        if old is not None and same and shelf.holds(digests.store, now.sha256):
            made[identity] = old
            continue
        with digests.store.opened(name) as file:
            kind = kind_of(file)
        found = read(name, kind)
        inside[now.sha256] = found.contents
        made[identity] = Original(
            identity,
            name,
            now.sha256,
            now.size,
            kind,
            old.seen if old is not None and same else day,
            found.pages,
            found.layer,
            found.signed,
            found.encrypted,
            found.problem,
        )
    return made, inside


def named_files(dossier: Dossier) -> dict[str, str]:
    """Return the file that each piece of evidence names, by its id."""
    every = dossier.of(Evidence).values()
    return {evidence.id: evidence.file for evidence in every if evidence.file}


def strays(store: Store, named: Mapping[str, str]) -> tuple[str, ...]:
    """Return the files that lie there and that no evidence names."""
    known = set(named.values())
    return tuple(name for name in store.names() if name not in known)


def _state(glance: tuple[int, str] | None, before: Original | None) -> State:
    if glance is None:
        return "missing"
    if before is None:
        return "unlocked"
    size, known = glance
    same = known == before.sha256 if known else size == before.size
    return "held" if same else "changed"
