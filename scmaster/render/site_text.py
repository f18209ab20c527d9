"""Cells of the dashboard to HTML: words, links, what is missing, small drawings."""

import posixpath
from collections.abc import Mapping
from urllib.parse import quote

from scmaster.dashboard.page import Anchored, Cell, Said, To, Trend
from scmaster.passages.cells import Link, Missing
from scmaster.render import site_chart
from scmaster.render.addresses import address, printed
from scmaster.render.html_text import attr, esc
from scmaster.render.values import clean

Places = Mapping[str, frozenset[str]]
"""The pages that may be linked to, each with the anchors it has."""


class SiteText:
    """Writes the texts of one page, and knows what it may lead to."""

    def __init__(self, name: str, places: Places) -> None:
        """Take the page's own name, and the pages that are there."""
        self._name = name
        self._places = places

    def cell(self, cell: Cell) -> str:
        """Write what stands in a cell, a line each."""
        if isinstance(cell, (list, tuple)) and len(cell) > 1:
            return "".join(f'<span class="baris">{self._said(said)}</span>' for said in cell)
        if isinstance(cell, (list, tuple)):
            return "".join(self._said(said) for said in cell)
        return self._said(cell)  # type: ignore[arg-type]

    def _said(self, said: Said) -> str:
        match said:
            case To():
                return self.link(said.text, said.page, said.anchor)
            case Link():
                return _outside(said)
            case Missing():
                return f'<span class="belum-ada">{esc(clean(said.text))}</span>'
            case Trend():
                return site_chart.spark(said)
            case Anchored():
                return f'<span id="{attr(said.anchor)}">{self.cell(said.cell)}</span>'
        return esc(clean(said if isinstance(said, str) else said.text))

    def link(self, words: str, page: str, anchor: str = "") -> str:
        """Write words that lead to a page, or the words alone where there is none."""
        shown = esc(clean(words))
        href = self.href(page, anchor)
        return f'<a href="{attr(href)}">{shown}</a>' if href else shown

    def href(self, page: str, anchor: str = "") -> str:
        """Return the way from this page to another; empty where there is none.

        Of a place that a page does not have by itself, the nearest around it is meant.
        """
        if page not in self._places:
            return ""
        while anchor and anchor not in self._places[page]:
            anchor = anchor.rpartition(".")[0]
        fragment = f"#{quote(anchor)}" if anchor else ""
        if page == self._name:
            return fragment
        return quote(posixpath.relpath(page, posixpath.dirname(self._name) or ".")) + fragment


def _outside(link: Link) -> str:
    """Write an address of the network; what is no link is plain text."""
    url, words = address(link.url), esc(clean(link.text))
    if not url:
        return words
    if link.text == link.url:
        words = esc(clean(printed(link.url)))
        return f'<a class="pecah" href="{attr(url)}" rel="noreferrer">{words}</a>'
    return f'<a href="{attr(url)}" rel="noreferrer">{words}</a>'
