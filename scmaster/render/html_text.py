"""Runs to HTML: text, links, references. Data is escaped here, and nowhere else."""

import re
from html import escape

from scmaster.render.addresses import address, printed
from scmaster.render.blocks import Cell, Run, Text
from scmaster.render.numbering import Outline

_LETTERS = re.compile("[^a-z0-9]+")


def esc(text: str) -> str:
    """Escape words; a newline in them is a line break."""
    return escape(text).replace("\n", "<br>")


def attr(text: str) -> str:
    """Escape for an attribute in double quotes, where a line break has no business."""
    return escape(text.replace("\n", " "))


def shape(style: str) -> str:
    """Return the class that stands for a style of acuan.docx: "Belum Ada", belum-ada."""
    return _LETTERS.sub("-", style.lower()).strip("-")


class TextWriter:
    """Writes the texts of one document."""

    def __init__(self, outline: Outline) -> None:
        """Take all labels."""
        self._outline = outline
        self._placed: set[str] = set()
        self._notes: list[str] = []

    def notes(self) -> str:
        """Write the footnotes so far as a list, each with the way back to its mark."""
        if not self._notes:
            return ""
        items = "".join(
            f'<li id="catatan-{n}">{note} <a href="#tanda-{n}" role="doc-backlink"'
            f' aria-label="Kembali ke teks">↩</a></li>\n'
            for n, note in enumerate(self._notes, 1)
        )
        title = '<h2 class="lepas">Catatan</h2>'
        return (
            f'<section class="kaki" role="doc-endnotes">\n{title}\n<ol>\n{items}</ol>\n</section>\n'
        )

    def cell(self, cell: Cell) -> str:
        """Write what stands in a cell; an address goes on a line of its own."""
        return esc(cell) if isinstance(cell, str) else self.runs(cell, narrow=True)

    def runs(self, text: Text, *, narrow: bool = False) -> str:
        """Write runs; in a `narrow` cell an address goes on a line of its own."""
        return "".join(self._run(run, narrow=narrow) for run in text)

    def _run(self, run: Run, *, narrow: bool) -> str:
        if run.ref:
            return self._reference_to(run.ref)
        if run.url:
            words = _link(run, narrow=narrow)
        else:
            words = esc(run.text)
            if run.to and run.to in self._outline.anchors:
                words = f'<a href="#{run.to}">{words}</a>'
        if run.italic:
            words = f"<em>{words}</em>"
        if run.bold:
            words = f"<strong>{words}</strong>"
        if run.style:
            words = f'<span class="{shape(run.style)}">{words}</span>'
        if run.anchor and run.anchor not in self._placed:
            self._placed.add(run.anchor)
            words = f'<span id="{run.anchor}">{words}</span>'
        return words + self._noted(run.note) if run.note else words

    def _noted(self, note: Text) -> str:
        """Keep a footnote and return its mark."""
        self._notes.append("")  # its number, should a note hold another
        number = len(self._notes)
        self._notes[number - 1] = self.runs(note)
        return (
            f'<sup class="tanda"><a id="tanda-{number}" href="#catatan-{number}"'
            f' role="doc-noteref">{number}</a></sup>'
        )

    def _reference_to(self, name: str) -> str:
        """Point to a table or a chapter by its number, to a deeper heading by its words."""
        label = self._outline.targets[name]
        words = label.text if label.level > 1 or not label.number else label.number
        return f'<a href="#{label.anchor}">{esc(words)}</a>'


def _link(run: Run, *, narrow: bool) -> str:
    """Write a link and its address, which print needs; what is no link is plain text."""
    url = address(run.url)
    shown = printed(run.url)
    words, place = esc(run.text), esc(shown)
    alone = not run.text or run.text in {run.url, shown}
    if not url:
        return place if alone else f"{words} ({place})"
    opening = f'<a href="{attr(url)}">'
    if alone:
        return f"{opening}{place}</a>"
    if narrow:
        return f'{opening}{words}</a><span class="alamat"><br>{place}</span>'
    return f'{opening}{words}</a><span class="alamat"> ({place})</span>'
