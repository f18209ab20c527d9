"""The dashboard to HTML: each page one file that needs nothing else: no network, no font."""

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from scmaster.dashboard.page import (
    Anchored,
    Cards,
    Cell,
    Drawn,
    Matrix,
    Page,
    Part,
    Points,
    Section,
    Site,
    Table,
    Words,
)
from scmaster.render import Artifact, site_chart, site_table
from scmaster.render.html_text import attr, esc
from scmaster.render.site_text import SiteText

_HERE = Path(__file__).parent
_LETTERS = re.compile("[^a-z0-9]+")
_MANY = 3
"""From so many sections on, a page has a list of them."""


def write(site: Site) -> tuple[Artifact, ...]:
    """Write every page of a dashboard, by name."""
    frame = Frame(site)
    return tuple(
        Artifact(page.name, frame.page(page))
        for page in sorted(site.pages, key=lambda page: page.name)
    )


class Frame:
    """What stands around every page of a dashboard."""

    def __init__(self, site: Site) -> None:
        """Look at all pages once, for what may lead where."""
        self._site = site
        self._looks = (_HERE / "site.css").read_text("utf-8")
        self._script = (_HERE / "site.js").read_text("utf-8")
        self._places = {page.name: _anchors(page) for page in site.pages}

    def page(self, page: Page) -> bytes:
        """Write a page."""
        alone = {page.name: self._places[page.name]}
        texts = SiteText(page.name, alone if page.alone else self._places)
        body = "".join(self._body(page, texts))
        title = f"{page.title} – {self._site.city}"
        html = (
            '<!DOCTYPE html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{policy(self._script)}">\n'
            '<meta name="referrer" content="no-referrer">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f'<link rel="icon" href="data:,">\n<title>{esc(title)}</title>\n'
            f"<style>\n{self._looks}</style>\n</head>\n<body>\n{body}"
            f"<script>{self._script}</script>\n</body>\n</html>\n"
        )
        return html.encode()

    def _body(self, page: Page, texts: SiteText) -> Iterator[str]:
        site = self._site
        yield '<a class="lompat" href="#isi">Langsung ke isi</a>\n'
        if site.draft:
            yield f'<p class="draf" role="note">{esc(site.draft)}</p>\n'
        yield f'<header class="kepala">\n<p class="kota">Dasbor {esc(site.city)}</p>\n'
        yield f'<p class="tentang">{esc(site.subject)}</p>\n'
        if not page.alone:
            yield from self._menu(page, texts)
        yield f'</header>\n<main id="isi">\n<h1>{esc(page.title)}</h1>\n'
        for cell in page.lead:
            yield f'<p class="pengantar">{texts.cell(cell)}</p>\n'
        names = [(section, _name(section)) for section in page.sections]
        if len(names) >= _MANY:
            items = "".join(f'<li><a href="#{n}">{esc(s.title)}</a></li>' for s, n in names)
            yield f'<nav class="isi-halaman" aria-label="Isi halaman"><ul>{items}</ul></nav>\n'
        keys = iter(range(1, 1000))
        for section, name in names:
            yield f'<section aria-labelledby="{name}">\n<h2 id="{name}">{esc(section.title)}</h2>\n'
            for part in section.parts:
                yield from _part(part, texts, f"gambar-{next(keys)}", section.title)
            yield "</section>\n"
        yield f"</main>\n<footer><p>{esc(site.foot)}</p></footer>\n"

    def _menu(self, page: Page, texts: SiteText) -> Iterator[str]:
        yield '<nav aria-label="Halaman"><ul>\n'
        for other in self._site.pages:
            if other.menu:
                href = attr(texts.href(other.name) or "#isi")
                here = ' aria-current="page"' if other.name == page.name else ""
                if other.name == page.up:
                    here = ' aria-current="true"'
                yield f'<li><a href="{href}"{here}>{esc(other.menu)}</a></li>\n'
        yield "</ul></nav>\n"


def policy(*scripts: str, more: str = "") -> str:
    """Return what a browser may do with a page: run these scripts and nothing else."""
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts)
    allowed = " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    return (
        f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src {allowed};"
        f" base-uri 'none'; form-action 'none'{more}"
    )


def live(content: bytes, script: str) -> bytes:
    """Return a page with one more script, which may ask where the page came from."""
    own = (_HERE / "site.js").read_text("utf-8")
    page = content.decode()
    page = page.replace(policy(own), policy(own, script, more="; connect-src 'self'"), 1)
    return page.replace("</body>", f"<script>{script}</script>\n</body>", 1).encode()


def _part(part: Part, texts: SiteText, key: str, heading: str) -> Iterator[str]:
    match part:
        case Table():
            yield from site_table.table(part, texts, heading)
        case Matrix():
            yield from site_table.matrix(part, texts)
        case Drawn():
            yield from site_chart.figure(part, key)
        case Words():
            kind = f' class="{part.kind}"' if part.kind else ""
            yield f"<p{kind}>{texts.cell(part.words)}</p>\n"
        case Points():
            tag = "ol" if part.ordered else "ul"
            items = "".join(f"<li>{texts.cell(cell)}</li>\n" for cell in part.points)
            yield f"<{tag}>\n{items}</{tag}>\n"
        case Cards():
            yield from _cards(part, texts)


def _cards(part: Cards, texts: SiteText) -> Iterator[str]:
    yield '<ul class="kartu">\n'
    for card in part.cards:
        name = texts.link(card.label, card.to) if card.to else esc(card.label)
        note = f'<span class="rinci">{esc(card.note)}</span>' if card.note else ""
        value = texts.cell(card.value)
        yield f'<li><span class="nama">{name}</span><span class="besar">{value}</span>{note}</li>\n'
    yield "</ul>\n"


def _name(section: Section) -> str:
    return section.anchor or _LETTERS.sub("-", section.title.lower()).strip("-")


def _anchors(page: Page) -> frozenset[str]:
    """Return the places of a page that others may lead to."""
    found = {_name(section) for section in page.sections}
    for section in page.sections:
        for part in section.parts:
            if isinstance(part, Table):
                found.update(a for row in part.rows for cell in row for a in _anchored(cell))
    return frozenset(found)


def _anchored(cell: Cell) -> Iterator[str]:
    for said in cell if isinstance(cell, (list, tuple)) else [cell]:
        if isinstance(said, Anchored):
            yield said.anchor
