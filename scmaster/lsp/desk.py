"""The texts that lie open in an editor, and what was understood of the cities they are of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from scmaster import pipeline
from scmaster.diagnostics import Diagnostic, Span
from scmaster.evidence import beside
from scmaster.exchange import ledger
from scmaster.language.fields import Sections
from scmaster.language.memory import remembered
from scmaster.link import Dossier
from scmaster.model.sections import CITY_SECTIONS, FRAMEWORK_SECTIONS
from scmaster.source import files, lines

CITIES, PILLARS = "cities", "pillars"


@dataclass(frozen=True)
class Home:
    """What a file is part of: a city, or the pillars of a workspace."""

    folder: Path
    """The city's, or that of the pillars."""
    workspace: Path

    @property
    def is_city(self) -> bool:
        """Whether it is a city."""
        return self.folder.parent.name == CITIES

    @property
    def sections(self) -> Sections:
        """What may stand in its files."""
        return CITY_SECTIONS if self.is_city else FRAMEWORK_SECTIONS


@dataclass(frozen=True)
class Look:
    """What was understood of a home at one moment."""

    diagnostics: tuple[Diagnostic, ...]
    dossier: Dossier
    """With what cannot be read just now as it was last read."""


class Desk:
    """Open texts over what lies on disk; paths are real ones, without links."""

    def __init__(self, today: Callable[[], date]) -> None:
        """Begin with nothing open; `today` is the day by which exceptions are judged."""
        self._today = today
        self._texts: dict[Path, str] = {}
        self._looks: dict[Home, Look] = {}
        self._stale: set[Home] = set()

    def put(self, path: Path, text: str) -> None:
        """Take the text of an open file for what it holds."""
        self._texts[path] = text
        self.changed([path])

    def drop(self, path: Path) -> None:
        """Take a file for what lies on disk again."""
        self._texts.pop(path, None)
        self.changed([path])

    def changed(self, paths: Sequence[Path]) -> list[Home]:
        """Return the homes that files concern.

        Pillars and settings concern every city of their workspace, and what lies beside its
        YAML its own city, once it was looked at.
        """
        homes = {home for path in paths if (home := home_of(path))}
        for known in self._looks:
            near = (known.folder, known.workspace / PILLARS)
            if any(p.parent == known.workspace or _is_in(p, near) for p in paths):
                homes.add(known)
        self._stale |= homes
        return sorted(homes, key=lambda home: home.folder)

    def last(self, home: Home) -> Look:
        """Return what was last understood, which may be a moment old."""
        return self._looks.get(home) or self.look(home)

    def fresh(self, home: Home) -> Look:
        """Return what is to be understood of the texts as they are."""
        return (
            self.look(home) if home in self._stale or home not in self._looks else self.last(home)
        )

    def look(self, home: Home) -> Look:
        """Understand a home anew."""
        made, before = self._understood(home), self._looks.get(home)
        dossier = remembered(made.dossier, before.dossier if before else None)
        self._looks[home] = made = replace(made, dossier=dossier)
        self._stale.discard(home)
        return made

    def dossiers(self, home: Home) -> list[Dossier]:
        """Return the dossiers in which the things of a home are named: of pillars, every city's."""
        if home.is_city:
            return [self.last(home).dossier]
        folder = home.workspace / CITIES
        every = sorted(path for path in folder.iterdir() if path.is_dir())
        cities = [Home(path, home.workspace) for path in every if path.name[:1] != "."]
        return [(self._looks.get(city) or self._understood(city)).dossier for city in cities]

    def _understood(self, home: Home) -> Look:
        pillars = self._open_in(Home(home.workspace / PILLARS, home.workspace))
        if home.is_city:
            case = pipeline.understand_city(
                home.folder,
                home.workspace,
                on=self._today(),
                instead=self._open_in(home),
                pillars=pillars,
            )
            return Look(case.diagnostics, case.dossier)
        known, found = pipeline.frameworks(home.workspace, pillars)
        ordered = sorted(found, key=lambda d: (d.span, d.code))
        return Look(tuple(ordered), Dossier({}, known, {}))

    def lines(self, path: Path) -> list[str]:
        """Return the lines of a file, open or not; none of one that cannot be had."""
        text = self._texts.get(path)
        if text is None:
            data, _ = files.content(files.SourceFile(path.name, path))
            text = (data or b"").decode("utf-8-sig", errors="replace")
        return lines.split(text)

    def lines_of(self, name: str) -> list[str]:
        """Return the lines of a file by the name that places have."""
        return self.lines(Path(name).resolve())

    @staticmethod
    def place(home: Home, span: Span) -> Path:
        """Return the file of a place; the first file of a city stands for all of it."""
        path = Path(span.file).resolve()
        if path.is_dir():
            sources, _ = files.of_city(home.folder)
            path = next((source.path for source in sources), path)
        return path

    def generated(self, home: Home) -> dict[str, list[str]]:
        """Return the lines of the generated files beside a city's YAML, by name."""
        found = [home.folder / name for name in beside.NAMES]
        return {str(path): self.lines(path) for path in found if path.is_file()}

    @staticmethod
    def is_given_out(home: Home, identity: str) -> bool:
        """Tell whether forms with an id are with offices, or have been."""
        return any(
            identity in path.relative_to(home.folder).with_suffix("").parts
            or f'"{identity}"'.encode() in path.read_bytes()
            for path in sorted((home.folder / ledger.FOLDER).glob(f"*/*{ledger.SUFFIX}"))
        )

    def _open_in(self, home: Home) -> dict[Path, bytes]:
        return {
            path: text.encode("utf-8", "surrogatepass")
            for path, text in sorted(self._texts.items())
            if home_of(path) == home
        }


def _is_in(path: Path, folders: Sequence[Path]) -> bool:
    return any(path.is_relative_to(folder) for folder in folders)


def home_of(path: Path) -> Home | None:
    """Return what a file is part of; None where scmaster does not read it."""
    if path.suffix.lower() not in files.SUFFIXES:
        return None
    for folder in path.parents:
        inside = path.relative_to(folder).parts
        if any(part.startswith(".") for part in inside):
            return None
        if folder.parent.name == CITIES:
            is_own = files.EVIDENCE not in inside[:-1] and inside[0] != files.TEMPLATES
            return Home(folder, folder.parent.parent) if is_own else None
        if folder.name == PILLARS and (folder.parent / CITIES).is_dir():
            return Home(folder, folder.parent)
    return None
