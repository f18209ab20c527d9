"""Footnotes: their part in the package, beside those that acuan.docx has already.

A note is data like all text: it is written by the same writer as the body, with a list of
addresses of its own, for a part names its relationships itself.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import count

from scmaster.render.attachments import Attachments
from scmaster.render.blocks import Run, Text
from scmaster.render.docx_text import TextWriter

_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_LINE = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{key}">{_LINE}<w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for key, kind in ((-1, "separator"), (0, "continuationSeparator"))
)
_NEW = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f"<w:footnotes {_NAMESPACES}>{_SEPARATORS}</w:footnotes>"
).encode()
_ID = re.compile(rb'w:id="(-?\d{1,9})"')
_END = re.compile(rb"</w:footnotes>\s*$")
_SETTING = b'<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
_FOLLOWS = re.compile(
    rb"<w:(?:endnotePr|compat|docVars|rsids|attachedSchema|themeFontLang|clrSchemeMapping|"
    rb"captions|shapeDefaults|decimalSymbol|listSeparator)\b|<m:mathPr\b|</w:settings>"
)
"""What stands behind the settings of footnotes, in the order of the schema."""


class Footnotes:
    """The footnotes of one document."""

    def __init__(
        self, found: tuple[str, bytes] | None, body: Attachments, texts: TextWriter
    ) -> None:
        """Take acuan.docx's own notes (name of the part and content), if it has any.

        `body` is what stands beside the body; `texts` writes the notes.
        """
        self._name, content = found or ("", _NEW)
        self._content = content if _END.search(content) else _NEW
        self._declared = f" {_NAMESPACES}" if self._name else ""  # others' part may lack them
        self._ids = count(max(1, *(int(key) + 1 for key in _ID.findall(self._content))))
        self._body = body
        self._texts = texts
        self._notes: list[str] = []

    def add(self, note: Text) -> str:
        """Keep a note and return the mark that stands in the text."""
        number = next(self._ids)
        style = self._texts.style("footnote reference", "character")
        look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>'
        self._notes.append(
            f'<w:footnote{self._declared} w:id="{number}"><w:p><w:pPr>'
            f'<w:pStyle w:val="{self._texts.style("footnote text")}"/></w:pPr>'
            f'<w:r>{look}<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'
            f"{self._texts.runs(_plainer(note))}</w:p></w:footnote>"
        )
        return f'<w:r>{look}<w:footnoteReference w:id="{number}"/></w:r>'

    def announced(self) -> None:
        """Add the part beside the body, where there are notes and acuan.docx has none."""
        if self._notes and not self._name:
            self._body.part("footnotes.xml", _NEW, _KIND, "footnotes")

    def merged(self, parts: dict[str, bytes], body: str) -> dict[str, bytes]:
        """Return a package's parts with the notes in their part; `body` names the body's."""
        if not self._notes:
            return parts
        folder = body.rpartition("/")[0]
        name = self._name or f"{folder}/footnotes.xml"
        notes = "".join(self._notes).encode()
        made = dict(parts)
        made[name] = _END.sub(lambda end: notes + end[0], self._content)
        made |= _settings(parts, f"{folder}/settings.xml")
        return self._texts.attachments.merged(made, name)


def _plainer(note: Text) -> Text:
    """Make only addresses links: in small letters underlined words are hard to read."""
    made: list[Run] = []
    for run in note:
        if run.url and run.text and run.text != run.url:
            made += [replace(run, text=f"{run.text}, ", url=""), replace(run, text="")]
        else:
            made.append(run)
    return tuple(made)


def _settings(parts: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    """Name the separators in the settings, as Word does."""
    known = parts.get(name)
    if known is None or b"<w:footnotePr" in known:
        return {}
    return {name: _FOLLOWS.sub(lambda m: _SETTING + m[0], known, count=1)}
