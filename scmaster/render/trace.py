"""Where each claim of a document is written, kept inside its .docx: written and read here.

Custom XML survives editing in Word, whatever becomes of the text. A .docx that is read back
is untrusted: it is opened with the limits of `package`, and nothing it names is opened.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import fields
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from scmaster.diagnostics import Span
from scmaster.render.origin import Origin
from scmaster.render.values import clean
from scmaster.source import package

if TYPE_CHECKING:
    from scmaster.render.attachments import Attachments
    from scmaster.render.claims import Claims
    from scmaster.render.reference import Reference

NAMESPACE = "urn:scmaster:trace:1"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
_PLACE = re.compile(r"customXml/[^/]{1,80}\.xml")
_COUNT = re.compile(r"[0-9]{1,9}")
_MOST = 100_000
_LONGEST = 500


class UntracedError(Exception):
    """Says in Indonesian why a file holds no trace of claims."""


class Proof(NamedTuple):
    """A piece of evidence."""

    id: str
    sha256: str
    """Empty where it was not recorded."""


class Traced(NamedTuple):
    """A claim as the document keeps it."""

    number: str
    """As printed: K12."""
    bookmark: str
    about: str
    """The claim in short."""
    record: str
    subject: str
    """The id under which readers know it, where that is another: a question's."""
    field: str
    span: Span
    proofs: tuple[Proof, ...]
    words: str = ""
    """Digest of the words it was printed with (see `digest_of`); empty: not recorded.

    Not the words: who strikes a claim in Word does not want it kept where nobody looks.
    """


class Trace(NamedTuple):
    """All claims of a document, by number."""

    commit: str
    claims: tuple[Traced, ...]
    origin: Origin = Origin()

    def find(self, words: str) -> list[Traced]:
        """Return the claims with this number, bookmark, or id of a record or question."""
        wanted = words.strip().casefold()
        if wanted.isdecimal():
            wanted = f"k{int(wanted[:9])}"
        exact = [c for c in self.claims if wanted in {c.number.casefold(), c.bookmark.casefold()}]
        return exact or [
            c for c in self.claims if wanted in {c.record.casefold(), c.subject.casefold()}
        ]

    def nearest(self, words: str) -> list[str]:
        """Return up to three ids that are spelt like this."""
        known = {c.record: None for c in self.claims} | {c.subject: None for c in self.claims}
        spelt = {name.casefold(): name for name in known if name}
        return [spelt[name] for name in get_close_matches(words.strip().casefold(), spelt)]


def digest_of(words: str) -> str:
    """Return what tells the printed words of a claim from others, however they are spaced."""
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:16]


def attach(
    claims: "Claims",
    origin: Origin,
    commit: str,
    reference: "Reference",
    attachments: "Attachments",
) -> None:
    """Put the claims of a document, and what it was made as, beside its body."""
    name = reference.free("customXml/item{}.xml")
    number = name.removeprefix("customXml/item").removesuffix(".xml")
    properties = f"itemProps{number}.xml"
    identity = str(uuid5(NAMESPACE_URL, NAMESPACE)).upper()  # of this kind of part, always the same
    attachments.part(
        f"../{name}", _xml(claims, origin, commit).encode(), "application/xml", "customXml"
    )
    attachments.add(f"../customXml/{properties}", _named(identity).encode(), _PROPERTIES)
    attachments.add(f"../customXml/_rels/item{number}.xml.rels", _related(properties).encode())


def _named(identity: str) -> str:
    """Write the properties of the part: what it is called, and by what it is to be read."""
    return (
        f'{_HEAD}<ds:datastoreItem ds:itemID="{{{identity}}}" xmlns:ds="{_STORE}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def _related(properties: str) -> str:
    return (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}">'
        f'<Relationship Id="rId1" Type="{_RELATION}" Target="{properties}"/></Relationships>'
    )


def _xml(claims: "Claims", origin: Origin, commit: str) -> str:
    from scmaster.render import values  # noqa: PLC0415  (who reads a trace writes nothing)
    from scmaster.render.blocks import plain  # noqa: PLC0415
    from scmaster.render.docx_xml import attr  # noqa: PLC0415

    def said(**named: object) -> str:
        return "".join(f' {name}="{attr(clean(str(value)))}"' for name, value in named.items())

    lines = []
    for one in claims:
        claim = one.claim
        proofs = "".join(
            f"<evidence{said(id=name, sha256=digest)}/>" for name, digest in claim.proofs
        )
        place = said(file=one.file, line=claim.span.line, column=claim.span.column)
        about = plain(values.cell(claim.row[0]))
        what = said(about=about, record=claim.record, subject=claim.subject, field=claim.field)
        named = said(number=one.number, bookmark=one.anchor, words=digest_of(clean(one.words)))
        lines.append(f"<claim{named}{what}{place}>{proofs}</claim>\n")
    whole = "".join(lines)
    made = {field.name: getattr(origin, field.name) for field in fields(origin)}
    known = said(commit=commit, **{name: value for name, value in made.items() if value})
    return f'{_HEAD}<trace xmlns="{NAMESPACE}"{known}>\n{whole}</trace>\n'


def read(content: bytes) -> Trace:
    """Return what a .docx says of its claims; raise UntracedError where it says nothing."""
    try:
        parts = package.read(content)
    except package.HostileError as fault:
        raise UntracedError(f"berkas tidak dapat dibuka: {fault}") from None
    if "[Content_Types].xml" not in parts:
        raise UntracedError("ini bukan berkas Word (.docx)")
    trace = within(parts)
    if trace is None or not trace.claims:
        raise UntracedError("berkas ini tidak memuat pernyataan bernomor dari scmaster")
    return trace


def within(parts: Mapping[str, bytes]) -> Trace | None:
    """Return what the parts of a .docx say of its claims; raise UntracedError if that is broken.

    None where scmaster did not write it, or what it wrote there was lost since.
    """
    for name, data in sorted(parts.items()):
        if _PLACE.fullmatch(name) and NAMESPACE.encode() in data.replace(b"\0", b""):
            root = _parsed(data)
            if root is not None and root.tag == f"{{{NAMESPACE}}}trace":
                return _trace(root)
    return None


class _Plain(ET.TreeBuilder):
    """Builds a tree, but of no document with a type declaration, in whatever encoding."""

    def doctype(self, *_: object) -> None:
        """Refuse it, before anything in it is looked at."""
        raise UntracedError("catatan pernyataannya memuat DOCTYPE")


def _parsed(data: bytes) -> ET.Element | None:
    try:
        return ET.fromstring(data, ET.XMLParser(target=_Plain()))  # noqa: S314  (no DOCTYPE, so no entities)
    except (ET.ParseError, ValueError, LookupError):
        raise UntracedError("catatan pernyataannya rusak") from None


def _trace(root: ET.Element) -> Trace:
    claims = root.findall(f"{{{NAMESPACE}}}claim", None)[:_MOST]
    origin = Origin(**{field.name: _said(root, field.name) for field in fields(Origin)})
    return Trace(_said(root, "commit"), tuple(map(_claim, claims)), origin)


def _claim(node: ET.Element) -> Traced:
    line, column = (_said(node, name) for name in ("line", "column"))
    if not (_COUNT.fullmatch(line) and _COUNT.fullmatch(column)):
        raise UntracedError("catatan pernyataannya rusak")
    return Traced(
        _said(node, "number"),
        _said(node, "bookmark"),
        _said(node, "about"),
        _said(node, "record"),
        _said(node, "subject"),
        _said(node, "field"),
        Span(_said(node, "file"), int(line), int(column)),
        tuple(
            Proof(_said(one, "id"), _said(one, "sha256"))
            for one in node.findall(f"{{{NAMESPACE}}}evidence")
        ),
        _said(node, "words"),
    )


def _said(node: ET.Element, name: str) -> str:
    """Return an attribute as one line of words that a terminal can show."""
    return " ".join(clean(node.get(name, ""))[:_LONGEST].split())
