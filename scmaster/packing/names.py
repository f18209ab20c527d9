"""Names of files in a package: the evidence's id, and an ending everybody's system knows.

They stand in a manifest, a zip and a folder on any system: ids are letters, digits, dots,
dashes and underscores, so that only what differs by case and what Windows keeps for itself
needs care.
"""

import re
from pathlib import PurePosixPath

from scmaster.assess.originals import Original

_ENDING = re.compile(r"\.[a-z0-9]{1,8}")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_UNTOLD = {"text": ".txt", "ole": "", "": ""}
"""Kinds that are no ending."""


class Names:
    """Gives every file of a package a name that no other has, on no system."""

    def __init__(self) -> None:
        """Begin with none."""
        self._taken: set[str] = set()

    def take(self, folder: str, identity: str, original: Original) -> str:
        """Return the name, with its folder, for the original of a piece of evidence."""
        parts = [_harmless(part) for part in folder.split("/")]
        stem, ending = _harmless(identity), _ending(original)
        number, name = 1, ""
        while not name or name.casefold() in self._taken:
            again = f"-{number}" if number > 1 else ""
            name = "/".join((*parts, f"{stem}{again}{ending}"))
            number += 1
        self._taken.add(name.casefold())
        return name


def _ending(original: Original) -> str:
    said = PurePosixPath(original.file).suffix.lower()
    if _ENDING.fullmatch(said):
        return said
    return _UNTOLD.get(original.kind, f".{original.kind}")


def _harmless(name: str) -> str:
    return f"{name}_" if _DEVICE.fullmatch(name) else name
