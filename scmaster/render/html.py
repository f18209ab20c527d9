"""A manuscript to one HTML file that needs nothing else: no network, no script, no font."""

import re
from collections.abc import Iterator
from pathlib import Path

from scmaster.render import html_figure, html_table
from scmaster.render.blocks import (
    Block,
    Chart,
    Contents,
    Heading,
    LandscapeBegin,
    LandscapeEnd,
    ListBlock,
    PageBreak,
    Paragraph,
    Table,
)
from scmaster.render.document import Cover
from scmaster.render.html_text import TextWriter, attr, esc, shape
from scmaster.render.manuscript import Manuscript
from scmaster.render.numbering import Label, Outline

_LOOKS = Path(__file__).parent / "html.css"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""Should anything slip in all the same, a browser does not fetch or run it."""
_ODD = re.compile("[^A-Za-z0-9 ]")
_LISTS = {"headings": "Daftar isi", "tables": "Daftar tabel", "figures": "Daftar gambar"}
_CONTENTS = "daftar-isi"
"""Where the first list stands."""


def write(manuscript: Manuscript) -> bytes:
    """Write the whole file."""
    cover, outline = manuscript.cover, manuscript.outline
    body = "".join(BodyWriter(outline).write(manuscript.blocks))
    stamp = f'<p class="draf">{esc(cover.draft)}</p>\n' if cover.draft else ""
    mark = f'<div class="cap" aria-hidden="true">{esc(cover.draft)}</div>\n' if cover.draft else ""
    page = (
        '<!DOCTYPE html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{_meta('author', cover.office)}{_meta('description', cover.subject)}"
        f"<title>{esc(_title(cover))}</title>\n"
        f"<style>\n{_LOOKS.read_text('utf-8')}{_margins(cover)}</style>\n</head>\n"
        f"<body>\n{stamp}{mark}{_header(cover)}<main>\n{body}</main>\n{_way_back(outline)}</body>\n</html>\n"
    )
    return page.encode()


def _title(cover: Cover) -> str:
    return " – ".join(part for part in (cover.title, cover.city, cover.year) if part)


def _meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{attr(content)}">\n' if content else ""


def _header(cover: Cover) -> str:
    """Write the cover, or the head of a letter, which only looks different."""
    lines = (("subjudul", cover.subtitle), ("kota", cover.city), ("tahun", cover.year))
    shown = "".join(f'<p class="{kind}">{esc(said)}</p>\n' for kind, said in lines if said)
    office = f'<p class="instansi">{esc(cover.office)}</p>\n' if cover.office else ""
    kind = f"sampul {shape(cover.reference)}"
    return f'<header class="{kind}">\n<h1>{esc(cover.title)}</h1>\n{shown}{office}</header>\n'


def _way_back(outline: Outline) -> str:
    """Lead from anywhere to the list of contents, where there is one."""
    return f'<a class="ke-isi" href="#{_CONTENTS}">Daftar isi</a>\n' if outline.listed else ""


def _margins(cover: Cover) -> str:
    """Write what stands in the margins of a printed page; only CSS can say it there."""
    where = " · ".join(part for part in (cover.title, cover.city) if part)
    stamp = f"@top-right {{ content: {_quoted(cover.draft)}; font-weight: bold }}\n"
    return (
        f"@page {{\n@top-left {{ content: {_quoted(where)} }}\n{stamp if cover.draft else ''}"
        '@bottom-right { content: "Halaman " counter(page) " dari " counter(pages) }\n}\n'
        "@page :first { @top-left { content: none } @bottom-right { content: none } }\n"
    )


def _quoted(text: str) -> str:
    """Write a string of CSS in which no letter means anything."""
    return '"' + _ODD.sub(lambda m: f"\\{ord(m[0]):x} ", text) + '"'


class BodyWriter:
    """Writes the blocks of one document."""

    def __init__(self, outline: Outline) -> None:
        """Take all labels."""
        self._outline = outline
        self._texts = TextWriter(outline)
        self._listed = False

    def write(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        """Yield the body's pieces."""
        for index, block in enumerate(blocks):
            yield from self._block(block, self._outline.labels.get(index))
        yield self._texts.notes()

    def _block(self, block: Block, label: Label | None) -> Iterator[str]:
        match block:
            case Heading() if label:
                yield self._heading(block, label)
            case Paragraph():
                kind = f' class="{shape(block.style)}"' if block.style else ""
                yield f"<p{kind}>{self._texts.runs(block.text)}</p>\n"
            case ListBlock():
                yield from self._list(block)
            case Table():
                yield from html_table.write(block, label, self._texts)
            case Chart() if label:
                yield from html_figure.write(block, label, self._texts)
            case LandscapeBegin():
                yield '<div class="lanskap">\n'
            case LandscapeEnd():
                yield "</div>\n"
            case PageBreak():
                yield '<div class="halaman-baru"></div>\n'
            case Contents():
                yield from self._contents(block)

    def _heading(self, heading: Heading, label: Label) -> str:
        tag = f"h{heading.level + 1}"
        kind = "" if heading.numbered else ' class="lepas"'
        number = f'<span class="nomor">{esc(label.number)}</span> ' if label.number else ""
        words = self._texts.runs(heading.text)
        return f'<{tag} id="{label.anchor}"{kind}>{number}{words}</{tag}>\n'

    def _list(self, block: ListBlock) -> Iterator[str]:
        tag = "ol" if block.ordered else "ul"
        yield f"<{tag}>\n"
        for item in block.items:
            yield f"<li>{self._texts.runs(item)}</li>\n"
        yield f"</{tag}>\n"

    def _contents(self, block: Contents) -> Iterator[str]:
        labels = {
            "headings": self._outline.headings,
            "tables": self._outline.tables,
            "figures": self._outline.figures,
        }[block.kind]
        shown = [label for label in labels if label.level <= block.depth]
        place = "" if self._listed else f' id="{_CONTENTS}"'
        self._listed = True
        if not shown:
            yield f"<p{place}>Belum ada judul.</p>\n"
            return
        yield f'<nav class="daftar"{place} aria-label="{_LISTS[block.kind]}"><ul>\n'
        for label in shown:
            number = f'<span class="nomor">{esc(label.number)}</span> ' if label.number else ""
            link = f'<a href="#{label.anchor}">{number}{esc(label.text)}</a>'
            yield f'<li class="t{label.level}">{link}</li>\n'
        yield "</ul></nav>\n"
