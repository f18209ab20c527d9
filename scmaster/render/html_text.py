"""Runs to HTML: text, links, references. Data is escaped here, and nowhere else."""

import re
from html import escape

from scmaster.render.addresses import address
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

    def cell(self, cell: Cell) -> str:
        """Write what stands in a cell; an address goes on a line of its own."""
        return esc(cell) if isinstance(cell, str) else self.runs(cell, narrow=True)

    def runs(self, text: Text, *, narrow: bool = False) -> str:
        """Write runs; in a `narrow` cell an address goes on a line of its own."""
        return "".join(self._run(run, narrow=narrow) for run in text)

    def _run(self, run: Run, *, narrow: bool) -> str:
        if run.ref:
            return self._reference_to(run.ref)
        words = _link(run, narrow=narrow) if run.url else esc(run.text)
        if run.italic:
            words = f"<em>{words}</em>"
        if run.bold:
            words = f"<strong>{words}</strong>"
        return f'<span class="{shape(run.style)}">{words}</span>' if run.style else words

    def _reference_to(self, name: str) -> str:
        """Point to a table or a chapter by its number, to a deeper heading by its words."""
        label = self._outline.targets[name]
        words = label.text if label.level > 1 or not label.number else label.number
        return f'<a href="#{label.anchor}">{esc(words)}</a>'


def _link(run: Run, *, narrow: bool) -> str:
    """Write a link and its address, which print needs; what is no link is plain text."""
    url = address(run.url)
    shown = run.url.removeprefix("mailto:")
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
