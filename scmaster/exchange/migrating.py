"""A file in today's format: old names of fields become the new ones, every other byte as before."""

from collections.abc import Iterator
from typing import NamedTuple

from scmaster.exchange.page import Page
from scmaster.exchange.wishes import NoPlaceError
from scmaster.load import renewed
from scmaster.model.formats import CURRENT, RENAMED, Renamed
from scmaster.source import reader
from scmaster.source.decoding import BOM
from scmaster.source.layout import Piece, lay_out
from scmaster.source.nodes import Node

SETTINGS, FORMAT = "settings", "format"


class Done(NamedTuple):
    """A name that was written anew."""

    line: int
    section: str
    old: str
    new: str


def migrated(data: bytes) -> tuple[bytes, list[Done]]:
    """Return a city's file with today's names, and what was renamed, by line.

    A field that stands there under both names keeps them: which of the two is right, nobody
    but its writer knows. Raises NoPlaceError where the file cannot be read, or an alias makes
    two records share what is renamed in one only.
    """
    node, text, root = _opened(data)
    page, done = Page(text), list[Done]()
    sections = root.value if root is not None else None
    for section, piece in sections.items() if isinstance(sections, dict) else ():
        for change in RENAMED:
            if change.section != section:
                continue
            for holder in _holders(piece, change.path):
                key = _old_name(holder, change)
                if key is not None:
                    page.replace(key.start, key.end, change.new)
                    line = text.count("\n", 0, key.start) + 1
                    done.append(Done(line, section, change.old, change.new))
    made = _encoded(data, page.spliced()) if done else data
    after, _ = reader.read(made, "")
    wanted = _ordered(_wanted(node)) if node is not None else None
    if (None if after is None else _ordered(after)) != wanted:
        raise NoPlaceError
    return made, sorted(done)


def with_format(data: bytes) -> bytes:
    """Return the settings of a workspace with today's format in them.

    Raises NoPlaceError where they cannot be read, or are laid out so that it has no place.
    """
    _, text, root = _opened(data)
    page = Page(text)
    sections = root.value if root is not None and isinstance(root.value, dict) else {}
    settings = sections.get(SETTINGS)
    written = f"{FORMAT}: {CURRENT}"
    if settings is None:
        page.insert(len(text), [f"{SETTINGS}:", f"  {written}"])
    elif isinstance(settings.value, dict) and FORMAT in settings.value:
        told = settings.value[FORMAT]
        page.replace(told.start, told.end, f"{CURRENT}")
    elif isinstance(settings.value, dict) and settings.style == ":":
        first = min(key.start for key in settings.keys.values())
        page.insert(page.line_start(first), [" " * settings.column + written])
    elif isinstance(settings.value, dict) and settings.value:
        page.replace(settings.start + 1, settings.start + 1, f"{written}, ")
    else:
        raise NoPlaceError
    made = _encoded(data, page.spliced())
    after, _ = reader.read(made, "")
    if after is None or after.at((SETTINGS, FORMAT)).value != f"{CURRENT}":
        raise NoPlaceError
    return made


def _opened(data: bytes) -> tuple[Node | None, str, Piece | None]:
    node, _ = reader.read(data, "")
    text = data.removeprefix(BOM).decode(errors="replace")
    told = (line.strip() for line in text.splitlines())
    if node is None and any(line and not line.startswith("#") for line in told):
        raise NoPlaceError
    return node, text, lay_out(text) if node is not None else None


def _encoded(data: bytes, text: str) -> bytes:
    return (BOM if data.startswith(BOM) else b"") + text.encode()


def _holders(piece: Piece, path: tuple[str, ...]) -> Iterator[Piece]:
    """Yield the mappings that a path leads to, in every item of a list on the way."""
    if isinstance(piece.value, list):
        for item in piece.value:
            yield from _holders(item, path)
    elif isinstance(piece.value, dict):
        if not path:
            yield piece
        elif path[0] in piece.value:
            yield from _holders(piece.value[path[0]], path[1:])


def _old_name(holder: Piece, change: Renamed) -> Piece | None:
    """Return where the old name is written, if it is and the new one is not."""
    return None if change.new in holder.keys else holder.keys.get(change.old)


def _wanted(node: Node) -> Node:
    """Return what a file is to hold."""
    if not isinstance(node.value, dict):
        return node
    sections: dict[str, Node] = {}
    for name, section in node.value.items():
        if isinstance(section.value, list):
            records: list[Node] = [renewed(record, name)[0] for record in section.value]
            sections[name] = Node(records, section.span)
        else:
            sections[name] = renewed(section, name)[0]
    return Node(sections, node.span)


def _ordered(node: Node) -> object:
    """Return what a node holds; a mapping as pairs, so that their order counts."""
    if isinstance(node.value, dict):
        return [(name, _ordered(child)) for name, child in node.value.items()]
    if isinstance(node.value, list):
        return [_ordered(child) for child in node.value]
    return node.value
