"""A .docx: its words and headings; it has no pages until somebody lays it out."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from scmaster.assess.originals import Contents
from scmaster.evidence.reading import Reading, UnreadableError
from scmaster.source import package

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes)\.xml")
_APART = frozenset({f"{_W}br", f"{_W}cr", f"{_W}tab"})
_SIGNATURES = "_xmlsignatures/"


def read(path: Path) -> Reading:
    """Read a .docx; raise UnreadableError over what no honest one holds."""
    if path.stat().st_size > package.TOTAL:
        raise UnreadableError("terlalu besar untuk dibaca")
    try:
        parts = package.read(path.read_bytes())
    except package.HostileError as fault:
        raise UnreadableError(str(fault)) from None
    if "word/document.xml" not in parts:
        raise UnreadableError("tidak berisi naskah Word")
    styles = _headings(parts.get("word/styles.xml", b""))
    words: list[str] = []
    sections: list[str] = []
    for name in sorted(filter(_BODY.fullmatch, parts)):
        for style, line in _lines(parts[name]):
            words.append(line)
            if style in styles:
                sections.append(line)
    signed = any(name.startswith(_SIGNATURES) for name in parts)
    contents = Contents(pages=("\n".join(words),), sections=tuple(sections))
    return Reading(contents, layer="text", signed=signed)


def _lines(xml: bytes) -> Iterator[tuple[str, str]]:
    """Yield style and words of every paragraph; `package` has refused any DOCTYPE."""
    for paragraph in ET.fromstring(xml).iter(f"{_W}p"):  # noqa: S314  (no DOCTYPE)
        line = "".join(_words(node) for node in paragraph.iter()).strip()
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        if line:
            yield ("" if style is None else style.get(f"{_W}val", "")), line


def _words(node: ET.Element) -> str:
    """Return the words of a text; a break or a tab keeps them apart."""
    if node.tag == f"{_W}t":
        return node.text or ""
    return " " if node.tag in _APART else ""


def _headings(xml: bytes) -> set[str]:
    """Return the ids of the styles of headings; ids change with Word's language."""
    if not xml:
        return set()
    found = set()
    for style in ET.fromstring(xml).iter(f"{_W}style"):  # noqa: S314  (no DOCTYPE)
        name = style.find(f"{_W}name")
        if name is not None and name.get(f"{_W}val", "").lower().startswith(("heading", "title")):
            found.add(style.get(f"{_W}styleId", ""))
    return found
