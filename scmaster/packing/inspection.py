"""Holds a package against what it says of itself: as a bag, and by its manifest.json."""

from dataclasses import dataclass
from pathlib import Path

from scmaster.evidence import bag_check
from scmaster.evidence.bag import Stamp
from scmaster.packing import manifest

_PLACE = f"data/{manifest.NAME}"
_LARGEST = 50_000_000


@dataclass(frozen=True)
class Verdict:
    """What became of the check."""

    report: bag_check.Report
    ours: bool
    """Whether it has a manifest.json; any other bag is checked as a bag alone."""


def verify(path: Path) -> Verdict:
    """Check a package, which is a folder or a zip; raise bag_check.NotABagError if it is none.

    Nothing is written, and no more is unpacked than one piece at a time.
    """
    with bag_check.opened(path) as source:
        report = bag_check.verified(source)
        ours = _PLACE in source.names
        if ours:
            report.problems += _problems(source)
    return Verdict(report, ours)


def _problems(source: bag_check.Source) -> list[bag_check.Problem]:
    """Compare manifest.json with the bag's own manifest, which was compared with the files."""
    said = manifest.stamps_of(_read(source, _PLACE))
    if said is None:
        return [bag_check.Problem(_PLACE, "tidak dapat dibaca")]
    listed = {
        name.removeprefix("data/"): digest
        for name, digest in bag_check.listed(source, "manifest-sha256.txt").items()
        if name != _PLACE
    }
    found = []
    for name in sorted(said.keys() | listed.keys()):
        if name not in listed:
            found.append(_problem(name, f"tercatat di {manifest.NAME}, tetapi bukan isi paket"))
        elif name not in said:
            found.append(_problem(name, f"tidak tercatat di {manifest.NAME}"))
        elif said[name] != Stamp(listed[name].lower(), _size(source, name)):
            found.append(_problem(name, f"sidik atau ukurannya di {manifest.NAME} lain"))
    return found


def _problem(name: str, message: str) -> bag_check.Problem:
    return bag_check.Problem(f"data/{name}"[:200], message)


def _size(source: bag_check.Source, name: str) -> int:
    place = f"data/{name}"
    return source.size(place) if place in source.names else -1


def _read(source: bag_check.Source, name: str) -> bytes:
    try:
        with source.open(name) as file:
            data = file.read(_LARGEST + 1)
    except bag_check.BROKEN:
        return b""
    return data if len(data) <= _LARGEST else b""
