"""What a document's body refers to outside itself: addresses, charts, footnotes."""

from dataclasses import dataclass, field
from posixpath import normpath

from scmaster.render.docx_xml import attr

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_HYPERLINK = f"{_OFFICE}hyperlink"
_NONE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns='
    b'"http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)


@dataclass
class Attachments:
    """Parts and addresses beside the body, each by the id with which the body names it."""

    parts: dict[str, bytes] = field(default_factory=dict)
    """By name in the package: word/charts/chart1.xml."""
    _types: dict[str, str] = field(default_factory=dict)
    _relations: dict[tuple[str, str], str] = field(default_factory=dict)

    def link(self, url: str) -> str:
        """Return the relationship id of an address."""
        return self._relation(_HYPERLINK, url)

    def part(self, name: str, content: bytes, content_type: str, kind: str) -> str:
        """Add a part that the body names; return its relationship id.

        `name` is its place seen from the folder of the body ("charts/chart1.xml"), `kind` the
        last word of its relationship's type ("chart").
        """
        self.add(name, content, content_type)
        return self._relation(f"{_OFFICE}{kind}", name)

    def add(self, name: str, content: bytes, content_type: str = "") -> None:
        """Add a part that only another part names: a workbook, a part's relationships."""
        self.parts[name] = content
        if content_type:
            self._types[name] = content_type

    def merged(self, parts: dict[str, bytes], body: str) -> dict[str, bytes]:
        """Return a package's parts with these beside its `body` ("word/document.xml").

        The body may be any part that names others, with relationships already or without.
        """
        folder, _, file = body.rpartition("/")
        relations = f"{folder}/_rels/{file}.rels"
        types = "[Content_Types].xml"
        beside = {normpath(f"{folder}/{name}"): content for name, content in self.parts.items()}
        return {
            **parts,
            **beside,
            relations: _inserted(
                parts.get(relations, _NONE), b"</Relationships>", self._relations_xml()
            ),
            types: _inserted(parts[types], b"</Types>", self._types_xml(folder)),
        }

    def _relation(self, kind: str, target: str) -> str:
        key = (kind, target)
        return self._relations.setdefault(key, f"rIdTaut{len(self._relations) + 1}")

    def _relations_xml(self) -> str:
        return "".join(
            f'<Relationship Id="{key}" Type="{kind}" Target="{attr(target)}"'
            f"{' TargetMode=' + chr(34) + 'External' + chr(34) if kind == _HYPERLINK else ''}/>"
            for (kind, target), key in self._relations.items()
        )

    def _types_xml(self, folder: str) -> str:
        return "".join(
            f'<Override PartName="{normpath(f"/{folder}/{name}")}" ContentType="{kind}"/>'
            for name, kind in self._types.items()
        )


def _inserted(xml: bytes, before: bytes, added: str) -> bytes:
    head, end, tail = xml.rpartition(before)
    return b"".join((head, added.encode(), end, tail))
