"""What to cut from a text of YAML and what to write into it, so that it holds something else.

What a file holds and what it is to hold are walked side by side; where they differ, the
least that can be written anew is: a scalar, a field, an item of a list.
"""

import re
from typing import NamedTuple

from scmaster.exchange import brackets, kinds, pairing, writing
from scmaster.exchange.page import Page
from scmaster.exchange.wishes import NoPlaceError, Path, Tree
from scmaster.source.layout import Piece

_COMMENT = re.compile(r"[ \t]+(#[^\r\n]*)")
_OWN_LINE = re.compile(r"(?:\r\n?|\n)[ \t]*(#[^\r\n]*)")
_HEADER = re.compile(r"[|>][+0-9-]*")
_QUOTED_OR_BELOW = frozenset("'\"|>")


class Place(NamedTuple):
    """What a value stands behind: a key's colon, or a dash."""

    sign: str
    after: int
    """The index right behind it."""
    column: int
    """The column, from 0, of the key or the dash."""


class Splicer:
    """Finds what is to be done to a page.

    `airy` sets a new item apart from those before it as they are set apart.
    """

    def __init__(self, page: Page, root: Piece, *, airy: bool) -> None:
        """Look at how far lists are indented."""
        self._page = page
        self._airy = airy
        self._manner = writing.Manner(_step(root))

    def change(
        self,
        piece: Piece,
        before: Tree,
        wanted: Tree,
        path: Path = (),
        place: Place | None = None,
    ) -> None:
        """Make what a piece holds into what is wanted.

        `path` begins with the section; without a `place` the piece stands in brackets, or is
        the whole. Raises NoPlaceError where an anchor or alias is in the way, or the text is
        laid out so that it cannot be changed.
        """
        if pairing.same(before, wanted):
            return
        if piece.named or piece.style == "*":
            raise NoPlaceError(_repeated(path))
        if isinstance(before, dict) and isinstance(wanted, dict):
            done = self._mapping(piece, before, wanted, path)
        elif isinstance(before, list) and isinstance(wanted, list):
            done = self._list(piece, before, wanted, path)
        else:
            done = False
        if not done:
            self._replace(piece, wanted, path, place)

    def _mapping(
        self, piece: Piece, before: dict[str, Tree], wanted: dict[str, Tree], path: Path
    ) -> bool:
        """Change fields where they stand; False where the mapping must be written anew."""
        held, sorted_ = piece.value, pairing.fields(before, wanted)
        if not isinstance(held, dict) or list(held) != list(before):
            raise NoPlaceError(_told(path))
        if sorted_ is None or (piece.style == "{" and not self._may_grow(piece, sorted_)):
            return False
        kept, gone, added = sorted_
        if any(held[name].is_named() or piece.keys[name].named for name in gone):
            raise NoPlaceError(_repeated(path))
        for name in kept:
            place = None if piece.style == "{" else self._behind_colon(piece, name)
            self.change(held[name], before[name], wanted[name], (*path, name), place)
        told = {name: kinds.marked((*path, name), value) for name, value in added.items()}
        if piece.style == "{":
            brackets.take(self._page, piece, [list(held).index(name) for name in gone])
            brackets.add(self._page, piece, writing.pairs(told))
        else:
            self._cut_fields(piece, held, gone)
            self._add_fields(piece, writing.fields(told, piece.column, self._manner), path)
        return True

    def _list(self, piece: Piece, before: list[Tree], wanted: list[Tree], path: Path) -> bool:
        """Change items where they stand; False where the list must be written anew."""
        held, paired = piece.value, pairing.items(before, wanted)
        if not isinstance(held, list) or len(held) != len(before):
            raise NoPlaceError(_told(path))
        if paired is None or (piece.style == "[" and not self._may_grow(piece, paired)):
            return False
        dashes = self._page.dashes(piece, held) if piece.style == "-" else []
        if not all(self._page.begins_line(dashes[at]) for at in paired.gone if dashes):
            return False
        if any(held[at].is_named() for at in paired.gone):
            raise NoPlaceError(_repeated(path))
        for old, new in paired.kept:
            place = Place("-", dashes[old] + 1, self._page.column(dashes[0])) if dashes else None
            self.change(held[old], before[old], wanted[new], (*path, old), place)
        added = [kinds.marked((*path, at), wanted[at]) for at in paired.added]
        if not dashes:
            brackets.take(self._page, piece, paired.gone)
            brackets.add(self._page, piece, [writing.flow(value) for value in added])
            return True
        for at in paired.gone:
            self._page.cut_lines(dashes[at], held[at].end)
        if not added:
            return True
        column, lines = self._page.column(dashes[0]), list[str]()
        is_apart = self._airy and self._is_apart(held, dashes, is_section=len(path) == 1)
        for value in added:
            lines += [""] if is_apart else []
            braces = held[-1].style == "{"
            lines += writing.items([value], column, self._manner, braces=braces)
        # at the first column, comments belong to what follows
        self._page.insert(self._page.behind(piece.end, max(column, 1)), lines)
        return True

    def _may_grow(self, piece: Piece, both: pairing.Fields | pairing.Items) -> bool:
        """Tell whether a piece in brackets need not be written anew."""
        return not (both.gone and both.added) and self._page.text[piece.start] in "[{"

    def _is_apart(self, held: list[Piece], dashes: list[int], *, is_section: bool) -> bool:
        """Tell whether a blank line sets items apart; a record alone has one if it is long."""
        if len(held) == 1:
            return is_section and self._page.below(dashes[0]) < held[0].end
        return self._page.is_apart(dashes[-1])

    def _behind_colon(self, piece: Piece, name: str) -> Place:
        after = self._page.behind_colon(piece.keys[name])
        if after is None:
            raise NoPlaceError(name)
        return Place(":", after, piece.column)

    def _cut_fields(self, piece: Piece, held: dict[str, Piece], gone: list[str]) -> None:
        """Take fields away with their lines; the first may share its line with a dash."""
        page, names = self._page, list(held)
        for number, name in enumerate(names):
            if name not in gone:
                continue
            start, end = piece.keys[name].start, max(piece.keys[name].end, held[name].end)
            if page.begins_line(start):
                page.cut_lines(start, end)
                continue
            following = piece.keys[names[number + 1]].start
            is_next = names[number + 1] not in gone
            if is_next and not page.text[page.line_end(end) : following].strip():
                page.replace(start, following, "")
            else:  # the dash stays alone
                page.replace(start, page.line_end(end), "")

    def _add_fields(self, piece: Piece, lines: list[str], path: Path) -> None:
        if not lines:
            return
        page = self._page
        at = page.behind(piece.end, piece.column)
        if path:
            page.insert(at, lines)
            return
        while at < len(page.text) and not page.text[at : page.below(at)].strip():
            at = page.below(at)
        is_apart = at != len(page.text) or page.text.endswith(page.end * 2)
        page.insert(at, [*([""] if self._airy and not is_apart else []), *lines])

    def _replace(self, piece: Piece, wanted: Tree, path: Path, place: Place | None) -> None:
        """Write a value in place of another, as the other was written where it can be."""
        if piece.is_named() or not path:
            raise NoPlaceError(_repeated(path))
        value = kinds.marked(path, wanted)
        style = piece.style if piece.style in _QUOTED_OR_BELOW else ""
        if place is None:
            brackets.fill(self._page, piece, writing.flow(value, style))
            return
        page = self._page
        # a comment below that stands far right would become part of a text on its own lines
        manner = self._manner._replace(folds=not page.is_lurking(piece.end, place.column + 2))
        if place.sign == "-":
            written = writing.behind_dash(value, place.column, manner, style)
        else:
            used = page.column(place.after)
            written = writing.beside(value, place.column, used, manner, style)
        old = page.text[place.after : piece.end]
        if len(written) == 1 and piece.start < piece.end and old.splitlines() == [old]:
            page.replace(piece.start, piece.end, written[0].lstrip(" "))
        else:
            self._rewrite(piece, place, written)

    def _rewrite(self, piece: Piece, place: Place, written: list[str]) -> None:
        """Write a value that takes other lines than before; comments at its head stay."""
        page, text = self._page, self._page.text
        is_there = piece.start < piece.end
        stop = page.line_end(piece.end if is_there else place.after)
        gap = text[place.after : piece.start if is_there else stop]
        aside = _COMMENT.match(gap)
        if header := _HEADER.match(text, piece.start) if piece.style in {"|", ">"} else None:
            aside = _COMMENT.match(text, header.end())
        elif not aside and is_there and (not piece.value or isinstance(piece.value, str)):
            aside = _COMMENT.match(text, piece.end)
        head = written[0] + (f"  {aside[1]}" if aside else "")
        own = [" " * place.column + told for told in _OWN_LINE.findall(gap)]
        is_text = bool(written[0])  # comments above its lines would belong to it
        below = [*written[1:], *own] if is_text else [*own, *written[1:]]
        page.replace(place.after, stop, page.end.join([head, *below]))


def _step(root: Piece) -> int:
    """Return by how much lists stand further right than their keys."""
    waiting = [root]
    for piece in waiting:
        if isinstance(piece.value, dict) and piece.style == ":":
            for name, child in piece.value.items():
                if child.style == "-" and not child.named:
                    return max(0, child.column - piece.keys[name].column)
            waiting += piece.value.values()
    return 2


def _repeated(path: Path) -> str:
    """Say why a value stays as it is (Indonesian): changed here, it would change elsewhere."""
    return f"{_told(path)} memakai & atau * YAML"


def _told(path: Path) -> str:
    return ".".join(map(str, path))
