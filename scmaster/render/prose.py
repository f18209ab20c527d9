"""Markdown with markers to blocks: the only place that reads Markdown.

Only the template's own words are Markdown: headings, paragraphs, bold, italic and lists.
"""
# ruff: noqa: PLC0415  (markdown-it costs 25 ms and is only paid for by who renders)

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from scmaster.diagnostics import Span
from scmaster.render.blocks import (
    BackMatter,
    Block,
    Heading,
    ListBlock,
    MainMatter,
    Paragraph,
    Run,
    Text,
)
from scmaster.render.calls import Bookmark
from scmaster.render.faults import FaultError, error
from scmaster.render.template import BLOCK, INLINE, Held
from scmaster.render.values import clean

if TYPE_CHECKING:
    from markdown_it.token import Token

_ALONE = re.compile("^[ \\t]*((?:\ue002\\d+\ue003[ \\t]*)+)$", re.MULTILINE)
_PIECES = re.compile("(\ue000\\d+\ue001)")
_EMPTY_LINE = re.compile(r"\n[ \t]*\n\s*")
_DEEPEST = 4


def blocks(held: Held) -> tuple[Block, ...]:
    """Build the blocks; raise FaultError over Markdown that has no place here."""
    from markdown_it import MarkdownIt

    rules = ["heading", "list", "emphasis", "newline", "escape", "entity"]
    source = _ALONE.sub(r"\n\n\1\n\n", held.source)
    tokens = MarkdownIt("zero").enable(rules).parse(source)
    return _numbered(list(_Reader(tokens, held)))


def _numbered(found: list[Block]) -> tuple[Block, ...]:
    """Take the numbers off the headings before the chapters and after them."""
    numbered = not any(isinstance(block, MainMatter) for block in found)
    result: list[Block] = []
    for block in found:
        if isinstance(block, (MainMatter, BackMatter)):
            numbered = isinstance(block, MainMatter)
        if isinstance(block, Heading) and not numbered:
            block = replace(block, numbered=False)  # noqa: PLW2901  (the same heading)
        result.append(block)
    return tuple(result)


class _Reader:
    """Walks markdown-it's flat list of tokens once."""

    def __init__(self, tokens: list["Token"], held: Held) -> None:
        self._tokens = iter(tokens)
        self._held = held

    def __iter__(self) -> Iterator[Block]:
        for token in self._tokens:
            if token.type == "heading_open":
                yield self._heading(int(token.tag[1]))
            elif token.type in {"bullet_list_open", "ordered_list_open"}:
                yield self._list(token.type)
            elif token.type == "inline":
                yield from self._paragraph(token)

    def _heading(self, level: int) -> Heading:
        inline = next(self._tokens)
        if level > _DEEPEST:
            self._fail("judul paling dalam tingkat 4 (####)", inline)
        runs, name = self._runs(inline)
        if not "".join(run.text for run in runs).strip():
            self._fail("judul tidak berisi tulisan", inline)
        flat = tuple(replace(r, text=" ".join(r.text.split("\n"))) for r in _trim(runs))
        return Heading(level, flat, name)

    def _list(self, opened: str) -> ListBlock:
        items: list[Text] = []
        for token in self._tokens:
            if token.type == opened.replace("open", "close"):
                break
            if token.type == "list_item_open":
                items.append(())
            elif token.type == "inline":
                runs, name = self._runs(token)
                if name:
                    self._fail("bookmark() hanya untuk judul", token)
                items[-1] += (Run("\n"), *runs) if items[-1] else runs
            elif token.type.endswith("list_open") or token.type == "heading_open":
                self._fail("daftar hanya satu tingkat dan tidak memuat judul", token)
        return ListBlock(tuple(item for item in items if item), opened.startswith("ordered"))

    def _paragraph(self, token: "Token") -> Iterator[Block]:
        alone = BLOCK.sub("", token.content)
        if alone != token.content:
            if alone.strip():
                self._fail("tabel dan perintah sejenis berdiri di barisnya sendiri", token)
            yield from (self._held.blocks[int(i)] for i in BLOCK.findall(token.content))
            return
        if token.content.startswith("|"):
            self._fail("tabel ditulis dengan table(...), bukan dengan garis tegak", token)
        runs, name = self._runs(token)
        if name:
            self._fail("bookmark() hanya untuk judul", token)
        yield from (Paragraph(part) for part in _split(runs))

    def _runs(self, token: "Token") -> tuple[Text, str]:
        """Return an inline's runs, and the bookmark's name that stood in it."""
        bold = italic = False
        name = ""
        runs: list[Run] = []
        if BLOCK.search(token.content):
            self._fail("tabel dan perintah sejenis berdiri di barisnya sendiri", token)
        for child in token.children or []:
            match child.type:
                case "strong_open" | "strong_close":
                    bold = child.type == "strong_open"
                case "em_open" | "em_close":
                    italic = child.type == "em_open"
                case "softbreak":
                    runs.append(Run(" ", bold, italic))
                case "hardbreak":
                    runs.append(Run("\n"))
                case _:
                    for piece in self._pieces(child.content):
                        if isinstance(piece, Bookmark):
                            name = piece.name
                            continue
                        runs.append(_looking(piece, bold=bold, italic=italic))
        return _merge(runs), name

    def _pieces(self, words: str) -> Iterator[Run | Bookmark]:
        for piece in _PIECES.split(words):
            marker = INLINE.fullmatch(piece)
            kept = self._held.inline[int(marker[1])] if marker else None
            if isinstance(kept, Bookmark):
                yield kept
            elif kept is not None:
                yield from kept
            elif piece:
                yield Run(clean(piece))

    def _fail(self, message: str, token: "Token") -> None:
        words = clean(BLOCK.sub("...", INLINE.sub("...", token.content)))[:60].split("\n")[0]
        hint = f'pada tulisan "{words}"' if words.strip() else ""
        raise FaultError(error("SCM610", Span(self._held.file, 1, 1), message, hint))


def _merge(runs: list[Run]) -> Text:
    """Join neighbours of one look, so that a sentence is one run."""
    merged: list[Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if last and _same_look(last, run):
            merged[-1] = replace(last, text=last.text + run.text)
        elif run.text or run.ref or run.url or run.note:
            merged.append(run)
    return tuple(merged)


def _looking(run: Run, *, bold: bool, italic: bool) -> Run:
    if not (bold or italic):
        return run
    return replace(run, bold=bold or run.bold, italic=italic or run.italic)


def _same_look(one: Run, other: Run) -> bool:
    if _is_special(one) or _is_special(other):
        return False
    return (one.bold, one.italic, one.style) == (other.bold, other.italic, other.style)


def _is_special(run: Run) -> bool:
    """Tell a run that is more than words and their look."""
    return bool(run.ref or run.url or run.note or run.anchor or run.to or run.claim)


def _trim(runs: Text) -> Text:
    """Take the space off the end, which a bookmark() leaves behind."""
    if runs and not runs[-1].ref:
        return (*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip()))
    return runs


def _split(runs: Text) -> Iterator[Text]:
    """Yield one text a paragraph: an empty line inside a value starts a new one."""
    part: list[Run] = []
    for run in runs:
        first, *others = _EMPTY_LINE.split(run.text)
        part.append(replace(run, text=first) if others else run)
        for other in others:
            if _says(part):
                yield tuple(part)
            # What is said of all the words is said once.
            part = [replace(run, text=other, note=(), anchor="", claim=None)]
    if _says(part):
        yield tuple(part)


def _says(runs: list[Run]) -> bool:
    return any(run.text.strip() or run.ref or run.url or run.note for run in runs)
