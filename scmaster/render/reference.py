"""acuan.docx: the cover, styles, header and footer that office staff edit in Word.

python-docx is the package layer: it opens what `package` has found harmless, and knows
styles, sections and properties. Our body is spliced in at the level of bytes.
"""
# ruff: noqa: PLC0415  (python-docx costs 90 ms and is only paid for by who renders)

import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Any

from scmaster.diagnostics import Span
from scmaster.render import properties, shelves
from scmaster.render.attachments import Attachments
from scmaster.render.document import Cover
from scmaster.render.faults import FaultError, error
from scmaster.render.numbering import SCHEME, Scheme
from scmaster.render.section import section
from scmaster.render.values import clean
from scmaster.source import package

HERE = "[[ISI]]"
_MARKER = b"<w:p><w:r><w:t>[[ISI]]</w:t></w:r></w:p>"
PLACEHOLDER = re.compile(r"\[\[(JUDUL|SUBJUDUL|KOTA|TAHUN|INSTANSI|DRAF)\]\]")
_PROPERTIES = b"/package/2006/relationships/metadata/core-properties"
_LIBREOFFICES = b"/officedocument/2006/relationships/metadata/core-properties"
"""LibreOffice's name for the same relationship, which python-docx does not know."""
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"

Element = Any
"""An element of python-docx's tree; lxml has no types."""


class _Lists:
    """The numberings of numbered lists; python-docx's own way takes ever longer for each."""

    def __init__(self, abstract: str, numbering: Element) -> None:
        self.abstract = abstract
        numbers = numbering.findall(_q("num"))
        self.last = numbers[-1]
        self._ids = count(max(int(number.get(_q("numId"))) for number in numbers) + 1)

    def next(self) -> int:
        return next(self._ids)


class Reference:
    """An opened acuan.docx."""

    @classmethod
    def found(cls, name: str, folders: Sequence[Path]) -> "Reference":
        """Open `_shared/<name>.docx` of the first folder that has it; raise FaultError."""
        try:
            return cls(*shelves.reference(folders, f"{name}.docx"))
        except shelves.RefusedError as refused:
            message = f"{name}.docx tidak dapat dipakai: {refused.why}"
            raise FaultError(error("SCM604", Span(refused.file, 1, 1), message)) from None

    def __init__(self, file: str, content: bytes) -> None:
        """Open it; raise FaultError if it is hostile, broken or lacks what we need.

        `file` is what people call it.
        """
        from docx import Document

        self._file = file
        self._name = file.rpartition("/")[2]
        try:
            parts = package.read(content)
            relations = parts["_rels/.rels"].replace(_LIBREOFFICES, _PROPERTIES)
            self._dated = _PROPERTIES in relations
            if relations != parts["_rels/.rels"]:
                content = package.write({**parts, "_rels/.rels": relations})
            self._document = Document(io.BytesIO(content))
            _only_its_own(self._document)
            self.styles = dict(_styles(self._document.styles.element))
            self.section = section(self._document.sections[-1]._sectPr)  # noqa: SLF001
            self._marker = self._find_marker()
            self._lists: _Lists | None = None
        except FaultError:
            raise
        except Exception as fault:  # noqa: BLE001  (python-docx raises anything over a broken file)
            why = str(fault) if isinstance(fault, package.HostileError) else "susunannya rusak"
            hint = "simpan ulang dari Word sebagai .docx, atau hapus agar acuan bawaan dipakai"
            message = f"{self._name} tidak dapat dipakai: {why}"
            raise self._fault("SCM604", message, hint) from None

    @property
    def _span(self) -> Span:
        return Span(self._file, 1, 1)

    def _fault(self, code: str, message: str, hint: str) -> FaultError:
        return FaultError(error(code, self._span, message, hint))

    def _find_marker(self) -> Element:
        body = self._document.element.body
        found = [p for p in body.iterchildren(_q("p")) if _words(p).strip() == HERE]
        if len(found) != 1:
            often = "tidak ada" if not found else f"ada {len(found)}"
            raise self._fault(
                "SCM605",
                f"paragraf {HERE} {often} di {self._name}",
                f"sediakan tepat satu paragraf berisi {HERE} saja, di luar tabel",
            )
        return found[0]

    def style(self, name: str, kind: str = "paragraph", *, span: Span | None = None) -> str:
        """Return the id of a style by its name; ids change with Word's language."""
        found = self.styles.get((kind, name.lower()))
        if found is None:
            message = f"gaya '{name}' tidak ada di {self._name}"
            hint = f"salin gaya '{name}' dari acuan bawaan, atau periksa ejaannya"
            raise FaultError(error("SCM605", span or self._span, message, hint))
        return found

    def scheme(self) -> Scheme:
        """Return how headings are numbered, as acuan.docx says it."""
        levels = self._levels("heading 1")
        found = []
        for position, usual in enumerate(SCHEME):
            level = levels[position] if position < len(levels) else None
            kind = None if level is None else level.find(_q("numFmt"))
            words = None if level is None else level.find(_q("lvlText"))
            if kind is None or words is None:
                found.append(usual)
            else:
                found.append((kind.get(_q("val")), words.get(_q("val"))))
        return tuple(found)

    def _abstract(self, style: str) -> Element:
        """Find the numbering that a paragraph style is linked to."""
        element = self._document.styles.element
        numbers = element.xpath(
            f'w:style[w:name/@w:val="{style}"]/w:pPr/w:numPr/w:numId/@w:val',
        )
        if not numbers:
            return None
        numbering = self._document.part.numbering_part.element
        ids = numbering.xpath(f'w:num[@w:numId="{numbers[0]}"]/w:abstractNumId/@w:val')
        found = numbering.xpath(f'w:abstractNum[@w:abstractNumId="{ids[0]}"]') if ids else []
        return found[0] if found else None

    def _levels(self, style: str) -> list[Element]:
        abstract = self._abstract(style)
        return [] if abstract is None else abstract.findall(_q("lvl"))

    def list_number(self) -> int:
        """Make a numbering for one more numbered list, which starts at 1; 0: not possible."""
        from docx.oxml import OxmlElement

        if self._lists is None:
            abstract = self._abstract("List Number")
            if abstract is None:
                return 0
            self._lists = _Lists(
                abstract.get(_q("abstractNumId")),
                self._document.part.numbering_part.element,
            )
        name = self._lists.next()
        number: Element = OxmlElement("w:num", {_q("numId"): str(name)})
        number.append(OxmlElement("w:abstractNumId", {_q("val"): self._lists.abstract}))
        number.add_lvlOverride(ilvl=0).add_startOverride(1)
        self._lists.last.addnext(number)
        self._lists.last = number
        return name

    @property
    def font(self) -> str:
        """Return the typeface of body text; empty: whatever the theme has."""
        from docx.enum.style import WD_STYLE_TYPE

        normal = self._document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
        said = self._document.styles.element.xpath("w:docDefaults//w:rFonts/@w:ascii")
        return str((normal is not None and normal.font.name) or next(iter(said), ""))

    def drawing_ids(self) -> Iterator[int]:
        """Yield ids that no drawing of acuan.docx has."""
        drawings = (node for root in self._roots() for node in root.iter(_DRAWING))
        taken = {node.get("id") for node in drawings}
        return (number for number in count(1) if str(number) not in taken)

    def fill(self, cover: Cover) -> None:
        """Put the cover's words in place of [[JUDUL]] and the like, and in the properties."""
        words = {
            "JUDUL": cover.title,
            "SUBJUDUL": cover.subtitle,
            "KOTA": cover.city,
            "TAHUN": cover.year,
            "INSTANSI": cover.office,
            "DRAF": cover.draft,
        }
        flat = {name: " ".join(clean(said).split()) for name, said in words.items()}
        for root in self._roots():
            for paragraph in list(root.iter(_q("p"))):
                _fill(paragraph, flat)
        properties.fill(self._document.core_properties, cover, dated=self._dated)

    def _roots(self) -> Iterator[Element]:
        yield self._document.element.body
        relations = self._document.part.rels.values()
        for relation in relations:
            if relation.reltype.endswith(("/header", "/footer")):
                yield relation.target_part.element

    @property
    def name(self) -> str:
        """Return the name of the part that holds the body."""
        return str(self._document.part.partname).lstrip("/")

    def footnotes(self) -> tuple[str, bytes] | None:
        """Return the part of acuan.docx's own footnotes, name and content, if it has one."""
        for relation in self._document.part.rels.values():
            if relation.reltype.endswith("/footnotes") and not relation.is_external:
                part = relation.target_part
                return str(part.partname).lstrip("/"), part.blob
        return None

    def free(self, name: str) -> str:
        """Return the first name of a part that is not taken; `{}` in it is a number."""
        taken = {str(part.partname).lstrip("/") for part in self._document.part.package.parts}
        return next(made for n in count(1) if (made := name.format(n)) not in taken)

    def parts(
        self, body: Callable[[], Iterable[str]], attachments: Attachments
    ) -> dict[str, bytes]:
        """Return all parts, the body in its place; its last piece is the last section.

        `body` is called first, as it may still add numberings and attachments.
        """
        *pieces, last = body()
        self._anchor()
        saved = io.BytesIO()
        self._document.save(saved)
        parts = package.read(saved.getvalue())
        before, _, after = parts[self.name].partition(_MARKER)
        after, _, end = after.rpartition(b"</w:body>")
        middle = "".join(pieces).encode()
        parts[self.name] = b"".join((before, middle, after, last.encode(), b"</w:body>", end))
        return attachments.merged(parts, self.name)

    def _anchor(self) -> None:
        """Leave only what the splice looks for, whatever Word has put into the paragraph."""
        from docx.oxml import OxmlElement

        anchor = OxmlElement("w:p")
        run = OxmlElement("w:r")
        text = OxmlElement("w:t")
        text.text = HERE
        run.append(text)
        anchor.append(run)
        self._marker.addprevious(anchor)
        self._marker.getparent().remove(self._marker)
        body = self._document.element.body
        body.remove(body.find(_q("sectPr")))


def _q(tag: str) -> str:
    from docx.oxml.ns import qn

    return qn(f"w:{tag}")


def _only_its_own(document: Any) -> None:  # noqa: ANN401  (python-docx's)
    """Raise HostileError over what Word would fetch when it opens the document.

    It takes a template or a picture from any address without asking; a link that waits to be
    clicked is no harm.
    """
    for relation in document.part.package.iter_rels():
        if relation.is_external and not relation.reltype.endswith("/hyperlink"):
            where = clean(relation.target_ref)[:80]
            raise package.HostileError(f"saat dibuka ia mengambil '{where}' dari luar")


def _words(paragraph: Element) -> str:
    return "".join(node.text or "" for node in paragraph.iter(_q("t")))


def _styles(styles: Element) -> Iterator[tuple[tuple[str, str], str]]:
    for style in styles.iterchildren(_q("style")):
        name = style.find(_q("name"))
        if name is not None:
            kind = style.get(_q("type"), "paragraph")
            yield (kind, name.get(_q("val"), "").lower()), style.get(_q("styleId"))


def _fill(paragraph: Element, words: Mapping[str, str]) -> None:
    """Replace placeholders, also where Word has split them over runs."""
    nodes = list(paragraph.iter(_q("t")))
    whole = "".join(node.text or "" for node in nodes)
    found = list(PLACEHOLDER.finditer(whole))
    if not found:
        return
    if not any(words[match[1]] for match in found) and _may_go(paragraph):
        paragraph.getparent().remove(paragraph)
        return
    for match in reversed(found):
        start = 0
        said = words[match[1]]
        for node in nodes:
            text = node.text or ""
            end = start + len(text)
            first, last = max(match.start(), start), min(match.end(), end)
            if first < last:
                node.text = text[: first - start] + said + text[last - start :]
                node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                said = ""
            start = end


def _may_go(paragraph: Element) -> bool:
    """Keep the last paragraph of a cell, header or footer, and the end of a section."""
    own = paragraph.getparent().findall(_q("p"))
    return len(own) > 1 and not paragraph.findall(f"{_q('pPr')}/{_q('sectPr')}")
