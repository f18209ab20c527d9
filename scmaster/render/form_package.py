"""The .docx of an official form: taken only if it is harmless, written back part by part.

What is not filled in stays as it came, byte for byte.
"""
# ruff: noqa: PLC0415  (lxml is only paid for by who fills a form)

import re
from dataclasses import dataclass

from scmaster.render.controls import Control, Element, W, controls
from scmaster.source import package

TYPES = "[Content_Types].xml"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_WITH_TEXT = re.compile(
    r"application/vnd\.openxmlformats-officedocument\.wordprocessingml\."
    r"(?:document\.main|header|footer|footnotes|endnotes)\+xml"
)
_ACTIVE = re.compile(r"vbaProject|vbaData|/activeX/|macroEnabled", re.IGNORECASE)
MOST_CONTROLS = 5000
_ROOTS = {f"{W}{name}" for name in ("document", "hdr", "ftr", "footnotes", "endnotes")}
_COMMAND = re.compile(r"\bDDE(?:AUTO)?\b", re.IGNORECASE)
_OUTSIDE = re.compile(r"(?:https?|ftp):|\\\\|//|file:(?:/{2}[^/]|/{4,}|\\\\)", re.IGNORECASE)


@dataclass(frozen=True)
class FormPackage:
    """The parts of a form, and the trees of those that hold text."""

    parts: dict[str, bytes]
    trees: dict[str, Element]

    def controls(self) -> list[Control]:
        """Return every control: of the body first, then of headers, footers and notes."""
        return [control for root in self.trees.values() for control in controls(root)]

    def packed(self) -> bytes:
        """Return the .docx."""
        from lxml import etree  # type: ignore[import-untyped]

        changed = {
            name: etree.tostring(
                root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
            )
            for name, root in self.trees.items()
            if controls(root)
        }
        return package.write(self.parts | changed)


def opened(content: bytes) -> FormPackage:
    """Open a form; raise package.HostileError over what no form of a ministry holds."""
    parts = package.read(content)
    if TYPES not in parts:
        raise package.HostileError("bukan berkas .docx yang utuh")
    if any(_ACTIVE.search(name) for name in parts) or _ACTIVE.search(_text(parts[TYPES])):
        raise package.HostileError("memuat makro atau kontrol ActiveX")
    for name, relations in parts.items():
        if name.endswith(".rels"):
            _stay_inside(_tree(relations))
    kinds = {
        part.get("PartName", "").removeprefix("/"): part.get("ContentType", "")
        for part in _tree(parts[TYPES])
        if isinstance(part.tag, str)
    }
    if MAIN not in kinds.values():
        raise package.HostileError("bukan dokumen Word (.docx)")
    named = [name for name, kind in kinds.items() if _WITH_TEXT.fullmatch(kind) and name in parts]
    named.sort(key=lambda name: (kinds[name] != MAIN, name))
    made = FormPackage(parts, {name: _tree(parts[name]) for name in named})
    for root in made.trees.values():
        if root.tag not in _ROOTS:
            raise package.HostileError("bukan berkas .docx yang utuh")
        if _COMMAND.search(_fields(root)):
            raise package.HostileError("memuat perintah DDE")
    if len(made.controls()) > MOST_CONTROLS:
        raise package.HostileError(f"memuat lebih dari {MOST_CONTROLS} isian")
    return made


def _fields(root: Element) -> str:
    """Return what the fields of a part tell Word to do."""
    codes = [element.text or "" for element in root.iter(f"{W}instrText")]
    return "".join(codes) + " ".join(e.get(f"{W}instr") or "" for e in root.iter(f"{W}fldSimple"))


def _stay_inside(relations: Element) -> None:
    """Refuse what Word would fetch by itself; a link is only followed by who clicks it."""
    for relation in relations:
        if relation.get("TargetMode") != "External":
            continue
        kind = relation.get("Type", "").rpartition("/")[2]
        if kind != "hyperlink" and _OUTSIDE.match(relation.get("Target", "").strip()):
            raise package.HostileError(f"menarik isi dari luar berkas ({kind[:40]})")


def _tree(data: bytes) -> Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise package.HostileError("bukan berkas .docx yang utuh") from fault


def _text(data: bytes) -> str:
    return data.replace(b"\0", b"").decode("latin-1")
