"""What a city is understood from: its files, those of `pillars/`, and what is settled for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from scmaster import local_rules, resources, settings
from scmaster.assess.case import Judge
from scmaster.assess.vetting import Review
from scmaster.diagnostics import Diagnostic
from scmaster.evidence import reviewfile
from scmaster.evidence.store import Store
from scmaster.load import Loaded, load, salvage
from scmaster.model.record import Entry
from scmaster.model.settings import Settings
from scmaster.source import files, opening, reader

Texts = list[tuple[str, bytes]]
"""Name and content of files."""

REMEMBERED = 100_000
"""Bytes of the largest file whose records are kept, to be had again for the same content."""


@dataclass(frozen=True)
class House:
    """What a workspace settles for its cities, and its own rules that may run."""

    settings: Settings = field(default_factory=Settings)
    rules: tuple[Judge, ...] = ()


def house(
    folder: Path, workspace: Path | None, *, local: bool = False
) -> tuple[House, Store, list[Diagnostic]]:
    """Return the house of a city, and where its evidence files lie."""
    told, found = settings.read(workspace)
    store = Store(settings.evidence_folder(told, folder, workspace))
    own, problems = local_rules.of(workspace, allowed=local or told.local_rules)
    return House(told, own), store, found + problems


def of_city(
    folder: Path, instead: Mapping[Path, bytes] | None = None
) -> tuple[Texts, list[Diagnostic]]:
    """Return the files of a city; `instead` holds some as they would be, there already or not."""
    sources, found = files.of_city(folder)
    pending = instead or {}
    names = {source.path: source.name for source in sources}
    texts, problems = contents([source for source in sources if source.path not in pending])
    texts += [(names.get(path, opening.name_of(path)), data) for path, data in pending.items()]
    return sorted(texts, key=lambda text: text[0]), found + problems


def reviews(
    generated: Mapping[str, bytes], folder: Path
) -> tuple[dict[str, Review], list[Diagnostic]]:
    """Return who has reviewed which claim, from the generated files beside a city's YAML."""
    data = generated.get(reviewfile.NAME)
    if data is None:
        return {}, []
    return reviewfile.read(data, opening.name_of(folder / reviewfile.NAME))


def contents(
    sources: list[files.SourceFile], instead: Mapping[Path, bytes] | None = None
) -> tuple[Texts, list[Diagnostic]]:
    """Return the files that can be read, and what is wrong with the others."""
    made, found = Texts(), list[Diagnostic]()
    for source in sources:
        if instead and source.path in instead:
            made.append((source.name, instead[source.path]))
            continue
        data, problems = files.content(source)
        found += problems
        if data is not None:
            made.append((source.name, data))
    return made, found


def shared(
    workspace: Path | None, instead: Mapping[Path, bytes] | None = None
) -> tuple[Texts, list[Diagnostic]]:
    """Take the files of `pillars/`; a workspace's own file hides ours of the same name.

    `instead` holds some as they would be.
    """
    chosen: dict[str, files.SourceFile] = {}
    found: list[Diagnostic] = []
    for folder in resources.folders("pillars", workspace):
        root = folder.resolve()
        sources, problems = files.of_city(folder)
        found += [p for p in problems if p.code != files.NOTHING]  # a workspace may add nothing
        for source in sources:
            chosen.setdefault(source.path.resolve().relative_to(root).as_posix(), source)
    texts, problems = contents([chosen[name] for name in sorted(chosen)], instead)
    return texts, found + problems


def loaded(texts: Texts, sections: dict[str, type[Entry]]) -> tuple[Loaded, list[Diagnostic]]:
    """Read and load files; of one that cannot be read only the ids are known."""
    every, found = Loaded(), list[Diagnostic]()
    for name, data in texts:
        once = _remembered if len(data) <= REMEMBERED else _loaded
        made, problems = once(name, data, tuple(sections.items()))
        every.add(made)
        found += problems
    return every, found


def _loaded(
    name: str, data: bytes, sections: tuple[tuple[str, type[Entry]], ...]
) -> tuple[Loaded, list[Diagnostic]]:
    node, found = reader.read(data, name)
    if node is None:
        return salvage(data), found
    made, problems = load(node, dict(sections))
    return made, found + problems


_remembered = lru_cache(maxsize=64)(_loaded)
"""An editor asks at every key, and of a city's files one has changed."""
