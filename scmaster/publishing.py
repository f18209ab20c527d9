"""Documents to a folder, with a manifest of them beside; nothing there is deleted."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from scmaster import documents, pipeline, render
from scmaster.assess.case import Case
from scmaster.assess.snapshot import taken
from scmaster.assess.snapshot_json import plain
from scmaster.render import manifest


class Published(NamedTuple):
    """What was written down of a build."""

    manifest: str = ""
    """The file's name; empty: there was no document, and nothing was written."""
    digest: str = ""
    """Of all that the documents say."""
    stale: Sequence[str] = ()
    """Files of an earlier build that this one did not write; they stay where they are."""


def publish(case: Case, built: pipeline.Built, folder: Path) -> Published:
    """Write the documents, then a manifest of them, each whole or not at all. Raises OSError."""
    if not built.artifacts:
        return Published()
    internal = built.imprint.internal
    place = folder / manifest.name_for(internal=internal)
    stale = _candidates(place, internal=internal) - {made.name for made in built.artifacts}
    for made in built.artifacts:
        pipeline.write(folder / made.name, made.content)
    left = sorted(name for name in stale if (folder / name).is_file())
    about = {
        "scmaster": built.imprint.version,
        "commit": built.imprint.commit,
        "city": case.dossier.city.id if case.dossier.city else "",
        "submission": case.submission.id if case.submission else "",
        "instrument": case.instrument.id if case.instrument else "",
        "copy": "internal" if internal else "assessor",
    }
    content, digest = manifest.write(about, built.artifacts, left, plain(taken(case)))
    pipeline.write(place, content)
    return Published(place.name, digest, left)


def _candidates(place: Path, *, internal: bool) -> set[str]:
    """Return names that an earlier build of this copy may have written."""
    copy = documents.INTERNAL if internal else ""
    usual = {f"{slug}{copy}.{form}" for slug in documents.slugs() for form in render.FORMATS}
    try:
        with place.open("rb") as file:
            return usual | set(manifest.files_of(file.read(manifest.LARGEST)))
    except OSError:
        return usual
