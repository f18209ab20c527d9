"""Numbers of headings, tables and figures, and what references point to: once, for all formats."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from scmaster.diagnostics import Diagnostic
from scmaster.render.blocks import (
    Block,
    Chart,
    Contents,
    Heading,
    ListBlock,
    Paragraph,
    Run,
    Table,
    plain,
)
from scmaster.render.faults import FaultError, error
from scmaster.render.template import Held

Scheme = tuple[tuple[str, str], ...]
"""For every level of heading, the kind of number and the words around it."""

SCHEME: Scheme = (
    ("upperRoman", "BAB %1"),
    ("upperLetter", "%2."),
    ("decimal", "%3."),
    ("lowerLetter", "%4."),
)


MAIN = "_Utama"
"""Bookmark where the page numbers begin anew."""


@dataclass(frozen=True, slots=True)
class Label:
    """The number of a heading, a table or a figure, and where to find it."""

    anchor: str
    """Bookmark in the document; for a table or a figure around its whole caption."""
    number: str = ""
    """As printed: "BAB II", "A.", "Tabel 2.1"; empty where there is none."""
    text: str = ""
    level: int = 0
    chapter: str = ""
    """The part of a caption's number before the dot; empty where there are no chapters."""
    nth: int = 0
    target: str = ""
    """Bookmark that references point to; empty where nothing does."""


@dataclass
class Outline:
    """Labels of the blocks that have one, by their index, and targets by name."""

    labels: dict[int, Label] = field(default_factory=dict)
    headings: list[Label] = field(default_factory=list)
    tables: list[Label] = field(default_factory=list)
    figures: list[Label] = field(default_factory=list)
    targets: dict[str, Label] = field(default_factory=dict)
    anchors: set[str] = field(default_factory=set)
    """The places that words may lead to."""
    listed: bool = False
    """Whether there is a list of contents, which wants page numbers."""


def number(value: int, kind: str) -> str:
    """Write a number the way Word's numbering does."""
    if kind in {"upperRoman", "lowerRoman"}:
        roman = ""
        for size, letters in _ROMAN:
            roman += letters * (value // size)
            value %= size
        return roman if kind == "upperRoman" else roman.lower()
    if kind in {"upperLetter", "lowerLetter"}:
        times, letter = divmod(value - 1, 26)
        letters = chr(ord("A") + letter) * (times + 1)
        return letters if kind == "upperLetter" else letters.lower()
    return str(value) if kind != "none" else ""


_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
)


def outline(blocks: tuple[Block, ...], held: Held, scheme: Scheme = SCHEME) -> Outline:
    """Give numbers; raise FaultError over names used twice and references to none."""
    found = Outline(listed=any(isinstance(block, Contents) for block in blocks))
    levels = [0] * len(scheme)
    captions: Counter[str] = Counter()
    for index, block in enumerate(blocks):
        if isinstance(block, Heading):
            levels[block.level - 1] += block.numbered
            levels[block.level :] = [0] * (len(scheme) - block.level)
            words = _heading_number(levels, block.level, scheme) if block.numbered else ""
            if block.level == 1 and (block.numbered or levels[0]):
                captions.clear()
                levels[0] *= block.numbered
            label = Label(
                f"_Toc{1000 + index}",
                words,
                plain(block.text),
                block.level,
                target=f"_Ref{1000 + index}" if block.name else "",
            )
            found.headings.append(label)
        elif isinstance(block, (Table, Chart)) and block.caption:
            figure = isinstance(block, Chart)
            word, listed = ("Gambar", found.figures) if figure else ("Tabel", found.tables)
            captions[word] += 1
            chapter = str(levels[0]) if levels[0] else ""
            label = Label(
                f"_Toc{1000 + index}",
                f"{word} {chapter}{'.' * bool(chapter)}{captions[word]}",
                block.caption,
                chapter=chapter,
                nth=captions[word],
                target=f"_Ref{1000 + index}" if block.name else "",
            )
            listed.append(label)
        else:
            continue
        found.labels[index] = label
        if block.name:
            found.targets.setdefault(block.name, label)
    faults = [*_twice(blocks, held), *_nowhere(blocks, found, held)]
    if faults:
        raise FaultError(*faults)
    return found


def _heading_number(levels: list[int], level: int, scheme: Scheme) -> str:
    words = scheme[level - 1][1]
    for position, (kind, _) in enumerate(scheme):
        words = words.replace(f"%{position + 1}", number(levels[position], kind))
    return words


_NAMED = (Heading, Table, Chart)


def _twice(blocks: tuple[Block, ...], held: Held) -> Iterator[Diagnostic]:
    names = Counter(b.name for b in blocks if isinstance(b, _NAMED) and b.name)
    for name, times in names.items():
        if times > 1:
            where = held.where("name", name, 1)
            hint = "sertakan pengenal barisnya dalam nama, misalnya 'lembar-' ~ soal.id"
            yield error("SCM607", where, f"nama rujukan '{name}' dipakai {times} kali", hint)


def _nowhere(blocks: tuple[Block, ...], found: Outline, held: Held) -> Iterator[Diagnostic]:
    """Report references to no name; on the way, note the places that words may lead to."""
    reported: set[str] = set()
    for run in _runs(blocks):
        if run.anchor:
            found.anchors.add(run.anchor)
        if run.ref and run.ref not in found.targets and run.ref not in reported:
            reported.add(run.ref)
            where = held.where("ref", run.ref)
            hint = "beri name=... pada tabel atau gambar, atau bookmark(...) pada judul"
            yield error("SCM606", where, f"rujukan ke '{run.ref}' tidak punya tujuan", hint)


def _runs(blocks: tuple[Block, ...]) -> Iterator[Run]:
    for block in blocks:
        if isinstance(block, (Heading, Paragraph)):
            yield from block.text
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from item
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    if not isinstance(cell, str):
                        yield from cell
