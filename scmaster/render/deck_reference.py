"""acuan.pptx: the layouts of the deck, which office staff edit in PowerPoint.

A layout and the boxes in it are known by their names. Where a box stands and how its words
are set is read from it, and slides are made to fit. Slides that lie in the file are dropped.
"""
# ruff: noqa: PLC0415  (python-pptx costs 160 ms and is only paid for by who renders)

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scmaster.diagnostics import Diagnostic, Span
from scmaster.render import shelves
from scmaster.render.faults import FaultError, error
from scmaster.render.typesetting import Type
from scmaster.render.values import clean
from scmaster.source import package

POINT = 12_700
"""In EMU, as slides are measured."""
EVERYWHERE = ("Judul", "Cap")
"""Boxes that each layout has: the title, and the stamp of a draft or an own copy."""
FOOT, NUMBER = "Kaki", "Nomor"
LAYOUTS = {
    "Sampul": ("Subjudul", "Keterangan"),
    "Bagian": ("Isi", FOOT, NUMBER),
    "Butir": ("Isi", FOOT, NUMBER),
    "Dua Kolom": ("Kepala Kiri", "Isi Kiri", "Kepala Kanan", "Isi Kanan", FOOT, NUMBER),
    "Tabel": ("Isi", FOOT, NUMBER),
    "Gambar": ("Isi", "Keterangan", FOOT, NUMBER),
    "Angka": ("Isi", FOOT, NUMBER),
    "Penutup": ("Isi", FOOT, NUMBER),
}
"""Each layout with the boxes it has beside EVERYWHERE."""
_INSET = {"lIns": 91_440, "rIns": 91_440, "tIns": 45_720, "bIns": 45_720}
"""What PowerPoint keeps free inside a box that does not say."""
_NAMES = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
_SMALLEST = 36 * POINT
"""Half an inch: less is no box for words."""

Element = Any
"""An object of python-pptx, or an element of its tree; they have no types."""


@dataclass(frozen=True)
class Box:
    """Where words stand in a layout, in EMU, and how they are set."""

    left: int
    top: int
    width: int
    height: int
    inset: tuple[int, int]
    """Kept free inside: of the width, of the height."""
    type: Type

    @property
    def room(self) -> float:
        """Return the width of a line, in points."""
        return (self.width - self.inset[0]) / POINT

    @property
    def high(self) -> float:
        """Return the height for lines, in points."""
        return (self.height - self.inset[1]) / POINT


class DeckReference:
    """An opened acuan.pptx."""

    @classmethod
    def found(cls, name: str, folders: Sequence[Path]) -> "DeckReference":
        """Open `_shared/<name>.pptx` of the first folder that has it; raise FaultError."""
        try:
            return cls(*shelves.reference(folders, f"{name}.pptx"))
        except shelves.RefusedError as refused:
            raise FaultError(_unusable(refused.file, refused.why)) from None

    def __init__(self, file: str, content: bytes) -> None:
        """Open it; raise FaultError if it is hostile, broken or lacks what we need."""
        from pptx import Presentation

        self.file = file
        try:
            package.read(content)
            self.deck: Element = Presentation(io.BytesIO(content))
            _only_its_own(self.deck)
            _without_slides(self.deck)
            self._layouts: dict[str, Element] = {
                layout.name: layout for layout in self.deck.slide_layouts
            }
            lacking = list(self._lacking())
            self._boxes = {} if lacking else dict(self._measured())
        except Exception as fault:  # noqa: BLE001  (python-pptx raises anything over a broken file)
            hostile = isinstance(fault, package.HostileError)
            why = str(fault).replace(".docx", ".pptx") if hostile else "susunannya rusak"
            raise FaultError(_unusable(file, why)) from None
        if lacking:
            raise FaultError(*lacking)
        small = [self._cramped(*key) for key, box in self._boxes.items() if _is_small(box)]
        if small:
            raise FaultError(*small)

    def layout(self, name: str) -> Element:
        """Return a layout of python-pptx by its name."""
        return self._layouts[name]

    def box(self, layout: str, name: str) -> Box:
        """Return where a box stands."""
        return self._boxes[layout, name]

    def index(self, layout: str, name: str) -> int:
        """Return the number by which a slide's placeholder is known as that box."""
        return int(self._holders(layout)[name].placeholder_format.idx)

    def _holders(self, layout: str) -> dict[str, Element]:
        return {holder.name: holder for holder in self._layouts[layout].placeholders}

    def _lacking(self) -> Iterator[Diagnostic]:
        hint = "tata letak dan kotaknya dikenali dari namanya; salin dari acuan bawaan"
        for name, own in LAYOUTS.items():
            if name not in self._layouts:
                yield _incomplete(self.file, f"tata letak '{name}' tidak ada", hint)
                continue
            boxes = self._holders(name)
            for box in (*EVERYWHERE, *own):
                if box not in boxes:
                    message = f"kotak '{box}' tidak ada di tata letak '{name}'"
                    yield _incomplete(self.file, message, hint)

    def _measured(self) -> Iterator[tuple[tuple[str, str], Box]]:
        for layout, own in LAYOUTS.items():
            holders = self._holders(layout)
            for name in (*EVERYWHERE, *own):
                yield (layout, name), _box(holders[name], self._layouts[layout].slide_master)

    def _cramped(self, layout: str, box: str) -> Diagnostic:
        message = f"kotak '{box}' di tata letak '{layout}' terlalu kecil untuk tulisan"
        return _incomplete(self.file, message, "perbesar kotaknya di Slide Master")


def _is_small(box: Box) -> bool:
    return box.width < _SMALLEST * 2 or box.high < box.type.size


def _unusable(file: str, why: str) -> Diagnostic:
    hint = "simpan ulang dari PowerPoint sebagai .pptx, atau hapus agar acuan bawaan dipakai"
    name = file.rpartition("/")[2]
    return error("SCM625", Span(file, 1, 1), f"{name} tidak dapat dipakai: {why}", hint)


def _incomplete(file: str, message: str, hint: str) -> Diagnostic:
    return error("SCM626", Span(file, 1, 1), message, hint)


def _only_its_own(deck: Element) -> None:
    """Raise HostileError over what PowerPoint would fetch when it opens the file."""
    for relation in deck.part.package.iter_rels():
        if relation.is_external and not relation.reltype.endswith("/hyperlink"):
            where = clean(relation.target_ref)[:80]
            raise package.HostileError(f"saat dibuka ia mengambil '{where}' dari luar")


def _without_slides(deck: Element) -> None:
    """Drop slides, and the sections that name them."""
    listed = deck.slides._sldIdLst  # noqa: SLF001  (python-pptx has no way to say it)
    for slide in list(listed):
        deck.part.drop_rel(slide.rId)
        listed.remove(slide)
    for extension in deck.element.xpath("p:extLst/p:ext[.//*[local-name()='sectionLst']]"):
        extension.getparent().remove(extension)


def _box(holder: Element, master: Element) -> Box:
    body = holder._element.txBody.bodyPr  # noqa: SLF001
    inset = {side: int(body.get(side, usual)) for side, usual in _INSET.items()}
    return Box(
        left=holder.left,
        top=holder.top,
        width=holder.width,
        height=holder.height,
        inset=(inset["lIns"] + inset["rIns"], inset["tIns"] + inset["bIns"]),
        type=_type(list(_levels(holder, master)), _faces(master)),
    )


def _levels(holder: Element, master: Element) -> Iterator[Element]:
    """Yield what says how the first level of words is set, the nearest first."""
    from pptx.enum.shapes import PP_PLACEHOLDER

    path = "p:txBody/a:lstStyle/a:lvl1pPr"
    yield from holder._element.xpath(path)  # noqa: SLF001
    kind = holder.placeholder_format.type
    for one in master.placeholders:
        if one.placeholder_format.type == kind:
            yield from one._element.xpath(path)  # noqa: SLF001
    titles = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
    feet = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
    style = "titleStyle" if kind in titles else "otherStyle" if kind in feet else "bodyStyle"
    yield from master.element.xpath(f"p:txStyles/p:{style}/a:lvl1pPr")


def _faces(master: Element) -> dict[str, str]:
    """Return the typefaces of the theme by what names them."""
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.oxml import parse_xml

    theme = parse_xml(master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    found = {}
    for short, long in (("+mn-lt", "minorFont"), ("+mj-lt", "majorFont")):
        node = theme.find(f".//a:{long}/a:latin", _NAMES)
        found[short] = "" if node is None else str(node.get("typeface", ""))
    return found


def _type(levels: list[Element], faces: Mapping[str, str]) -> Type:
    """Read how words are set; what nobody says is as PowerPoint has it."""

    def first(path: str, attribute: str, usual: str) -> str:
        nodes = (level.find(path, _NAMES) for level in levels)
        said = (node.get(attribute) for node in nodes if node is not None)
        return next((str(value) for value in said if value is not None), usual)

    size = int(first("a:defRPr", "sz", "1800")) / 100
    face = first("a:defRPr/a:latin", "typeface", "+mn-lt")
    share = int(first("a:spcBef/a:spcPct", "val", "0")) / 100_000
    return Type(
        size=size,
        bold=first("a:defRPr", "b", "0") in {"1", "true"},
        line=int(first("a:lnSpc/a:spcPct", "val", "100000")) / 100_000,
        before=int(first("a:spcBef/a:spcPts", "val", "0")) / 100 + share * size,
        indent=int(first(".", "marL", "0")) / POINT,
        typeface=faces.get(face, face),
    )
