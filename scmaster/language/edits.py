"""Changes to a text that an editor makes at somebody's word: a slip mended, an id renamed."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from scmaster.diagnostics import Diagnostic, Span
from scmaster.language import names
from scmaster.language.names import Thing
from scmaster.link import Dossier
from scmaster.model.sections import CITY_SECTIONS
from scmaster.model.values import ID, LONGEST_ID
from scmaster.source.reader import NULLS

Lines = Sequence[str]
LinesOf = Callable[[str], Lines]
"""Returns the lines of a file by the name that places have; none of one that cannot be had."""


class Edit(NamedTuple):
    """What is to stand at a place."""

    span: Span
    text: str


class RefusedError(Exception):
    """Says why an id is not renamed (Indonesian)."""


def mending(found: Diagnostic, lines: Lines) -> Edit | None:
    """Return the change that a finding suggests; None where it suggests none."""
    if not found.meant:
        return None
    written = _written(found.span, lines)
    return Edit(found.span, _quoted(found.meant, written)) if written else None


def renamable(thing: Thing, dossier: Dossier) -> None:
    """Raise RefusedError where the id of a thing is not for a city to rename, or not now."""
    if thing.family not in CITY_SECTIONS or not names.has(dossier, thing.id):
        raise RefusedError(f"'{thing.id}' milik pilar atau instrumen, yang dipakai semua kota.")
    if thing.id in dossier.unread:
        raise RefusedError(
            f"'{thing.id}' mungkin disebut di catatan yang belum terbaca; perbaiki galatnya dahulu."
        )


def renaming(
    thing: Thing, new: str, dossier: Dossier, lines_of: LinesOf, generated: Mapping[str, Lines]
) -> list[Edit]:
    """Return every change that gives a thing another id, by file and place.

    `generated` are the files beside the city's YAML, which name ids as JSON. Raises
    RefusedError where the id cannot be had, or a place cannot be changed.
    """
    renamable(thing, dossier)
    if not re.fullmatch(ID, new) or len(new) > LONGEST_ID or new in NULLS:
        raise RefusedError(
            f"'{new}' bukan id yang sah: pakai huruf, angka, dan tanda hubung, misalnya prog-112."
        )
    if new == thing.id:
        return []
    if names.has(dossier, new) or new in dossier.unread or new in dossier.uses:
        raise RefusedError(f"id '{new}' sudah dipakai.")
    places = {thing.span, *(use.span for use in names.uses(dossier, thing))}
    made = [_renamed(span, thing.id, new, lines_of(span.file)) for span in sorted(places)]
    beside = [
        edit for name, lines in generated.items() for edit in _in_json(name, lines, thing.id, new)
    ]
    return [edit for edit in made if edit] + beside


def _renamed(span: Span, old: str, new: str, lines: Lines) -> Edit | None:
    written = _written(span, lines)
    if written.startswith("*"):
        return None  # it repeats a value that is changed where it is written
    anchor = re.match(r"&\S+\s+", written)
    if anchor:
        span = span._replace(
            column=span.column + anchor.end(), width=max(1, span.width - anchor.end())
        )
        written = written[anchor.end() :]
    if written.strip("\"'") != old:
        raise RefusedError(f"tempat ini tidak dapat diganti: {span}.")
    return Edit(span, _quoted(new, written))


def _in_json(name: str, lines: Lines, old: str, new: str) -> Iterator[Edit]:
    """Change an id where it is a value, and not where it is part of a longer text."""
    for number, line in enumerate(lines, start=1):
        for match in re.finditer(rf'"{re.escape(old)}"(?!\s*:)', line):
            yield Edit(Span(name, number, match.start() + 2, len(old)), new)


def _written(span: Span, lines: Lines) -> str:
    if not 0 < span.line <= len(lines):
        return ""
    return lines[span.line - 1][span.column - 1 : span.column - 1 + span.width]


def _quoted(text: str, before: str) -> str:
    """Write a text in the quotes that stood around what was there."""
    quote = before[:1] if before[:1] in {'"', "'"} and before[-1:] == before[:1] else ""
    return f"{quote}{text}{quote}"
