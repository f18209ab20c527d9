"""Words with a footnote that says where they were read, for a reader who looks for it there."""

from collections.abc import Iterable

from scmaster.link import Dossier
from scmaster.model.city import Regulation, Source
from scmaster.model.wording import date_words, regulation_words
from scmaster.passages.cells import Link, Noted

MANY = 3
"""So many sources a footnote names; the rest it leaves to the list of sources."""


def noted(dossier: Dossier, text: str, sources: Iterable[str | None]) -> str | Noted:
    """Return words with their sources as a footnote; where none is known, the words alone."""
    known = [found for name in dict.fromkeys(sources) if (found := _source(dossier, name))]
    if not known:
        return text
    lines = [_line(dossier, source) for source in known[:MANY]]
    if len(known) > MANY:
        lines.append(f"dan {len(known) - MANY} sumber lain")
    return Noted(text, lines)


def basis(dossier: Dossier, regulation: Regulation, words: str = "") -> str | Noted:
    """Return a legal basis with a footnote: where its text is, and who says so.

    `words` are printed instead of its name.
    """
    text = words or regulation_words(regulation)
    found = noted(dossier, text, [regulation.source])
    if not regulation.url:
        return found
    others = found.note if isinstance(found, Noted) else []
    if any(isinstance(line, Link) and line.url == regulation.url for line in others):
        return found
    return Noted(text, [Link("Naskah", regulation.url), *others])


def _source(dossier: Dossier, identity: str | None) -> Source | None:
    """Find a source of the city, or one that comes with the instruments."""
    shared = dossier.frameworks.sources.get(identity or "")
    return dossier.get(Source, identity) or (shared if isinstance(shared, Source) else None)


def _line(dossier: Dossier, source: Source) -> str | Link:
    """Write a source with its number in the list of sources, if it stands there."""
    number = dossier.citations.get(source.id)
    parts = [source.publisher or "", source.title, date_words(source.date) if source.date else ""]
    words = (f"[{number}] " if number else "") + ", ".join(part for part in parts if part)
    return Link(words, source.url) if source.url else words
