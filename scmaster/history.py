"""Earlier moments of a city, to compare its documents with: a revision, or a saved manifest."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from scmaster.assess import follow_up
from scmaster.assess.case import Case
from scmaster.assess.snapshot import Snapshot, withheld
from scmaster.assess.snapshot_json import LARGEST, SnapshotError, from_json
from scmaster.diagnostics import Diagnostic, Severity
from scmaster.model.evaluation import Submission
from scmaster.passages.changes import Earlier
from scmaster.source import git


class NoEarlierMomentError(Exception):
    """Says in Indonesian why the moment to compare with cannot be had."""


class History:
    """What a city was at moments before; each is read once."""

    def __init__(self, folder: Path, as_it_was: Callable[[str, date], Snapshot]) -> None:
        """Take the city's folder, and how to see it as it stood at a commit.

        `as_it_was` takes the commit and the day of the look; it raises git.RevisionError.
        """
        self.found: list[Diagnostic] = []
        self._folder = folder
        self._as_it_was = as_it_was
        self._known: dict[str, Earlier] = {}

    def named(self, case: Case, since: str) -> Earlier:
        """Return the moment that `since` names: a git revision, or a manifest of a build.

        Raises NoEarlierMomentError.
        """
        try:
            if since.endswith(".json"):
                return _saved(case, Path(since))
            return self._at(case, since)
        except (git.RevisionError, SnapshotError) as fault:
            raise NoEarlierMomentError(str(fault)) from fault

    def before(self, case: Case) -> Earlier:
        """Return the moment at which the submission before the case's was handed in."""
        own = case.submission
        previous = follow_up.previous(case.dossier, own) if own else None
        if previous is None:
            return Earlier(reason="belum ada pengajuan terdahulu dengan rumpun instrumen yang sama")
        if previous.id not in self._known:
            self._known[previous.id] = self._handed_in(case, previous)
        return self._known[previous.id]

    def _handed_in(self, case: Case, previous: Submission) -> Earlier:
        if previous.revision is None:
            return Earlier(
                reason=f"pengajuan terdahulu ({previous.id}) tidak mencatat revisi git saat"
                " diserahkan"
            )
        try:
            made = self._at(case, previous.revision)
        except git.RevisionError as fault:
            hint = (
                "betulkan 'revision', atau ambil riwayat git selengkapnya (git fetch --unshallow)"
            )
            where = previous.span("revision")
            self.found.append(Diagnostic("SCM650", Severity.WARNING, where, str(fault), hint))
            return Earlier(reason=str(fault))
        return replace(made, submission=previous.id)

    def _at(self, case: Case, since: str) -> Earlier:
        commit = git.resolve(self._folder, since)
        told = since if commit.startswith(since) else f"{since} ({commit[:7]})"
        return Earlier(withheld(self._as_it_was(commit, case.on), case), f"revisi git {told}")


def _saved(case: Case, path: Path) -> Earlier:
    try:
        with path.open("rb") as file:
            saved = from_json(file.read(LARGEST + 1))
    except OSError:
        raise SnapshotError("berkasnya tidak dapat dibaca") from None
    city = case.dossier.city
    if city is not None and saved.city != city.id:
        raise SnapshotError(f"isinya tentang kota lain ({saved.city or 'tanpa id'})")
    return Earlier(withheld(saved, case), f"keadaan yang disimpan dalam {path.name}")
