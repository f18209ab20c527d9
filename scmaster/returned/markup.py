"""WordprocessingML to a story, as a stream: no depth and no size of it costs a stack.

Only what is about words is looked at. Tags are told by their local name in the namespaces of
both variants of the standard, as Word writes either.
"""

import re
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from scmaster.render.values import clean
from scmaster.returned.story import Anchor, Cell, Edit, Kind, Mark, Note, Passage, People, Story

MOST = 60_000
"""Paragraphs of a part: a document of a thousand pages has less."""

_SPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}
_OURS = re.compile(r"(?:Klaim|Telusur)[0-9]{1,6}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
TAG = "tag:"
"""Begins the name of a mark that is a content control's."""
_LONGEST = 120
"""Letters of a tag: Word allows 64."""
_SPREAD = 20
"""Over how many paragraphs one of our bookmarks may have been pulled apart."""

_LEFT_OUT = frozenset({"mc:Fallback", "w:instrText", "w:delInstrText", "w:sectPr"})
_FORMAT = frozenset(
    {"w:rPrChange", "w:pPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange"}
    | {"w:tblGridChange", "w:tblPrExChange", "w:numberingChange"}
)
"""They hold what was before, which is left out as well."""
_CHANGES = {
    "w:ins": Kind.INSERTED,
    "w:del": Kind.DELETED,
    "w:moveTo": Kind.MOVED_HERE,
    "w:moveFrom": Kind.MOVED_AWAY,
}
_GONE = frozenset({Kind.DELETED, Kind.MOVED_AWAY})
_OF_PROPERTIES = frozenset({"w:rPr", "w:trPr", "w:tcPr"})
_STRUCTURE = frozenset({"w:cellIns", "w:cellDel", "w:cellMerge"})
_BREAKS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


class BrokenError(Exception):
    """Says in Indonesian why a part cannot be read."""


def read(xml: bytes, styles: dict[str, str], people: People) -> Story:
    """Read a part with paragraphs; `styles` are names by id. Raises BrokenError."""
    builder = _Builder(styles, people)
    _feed(xml, builder)
    return builder.story()


def styles_of(xml: bytes) -> dict[str, str]:
    """Return the names of styles, in small letters, by their id. Raises BrokenError."""
    builder = _Styles()
    if xml:
        _feed(xml, builder)
    return builder.names


def attributes(xml: bytes, tag: str) -> list[dict[str, str]]:
    """Return the attributes of every element of a tag, such as "w15:commentEx".

    Raises BrokenError.
    """
    builder = _Attributes(tag)
    _feed(xml, builder)
    return builder.found


def _feed(xml: bytes, target: "_Target") -> None:
    parser = ET.XMLParser(target=target)  # noqa: S314  (no DOCTYPE, so no entities)
    try:
        parser.feed(xml)
        parser.close()
    except (ET.ParseError, ValueError, LookupError):
        raise BrokenError("susunan XML-nya rusak") from None


def _short(tag: str) -> str:
    space, brace, name = tag.removeprefix("{").partition("}")
    return f"{_SPACES.get(space, '')}:{name}" if brace else tag


class _Target:
    """What the parser speaks to."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""

    def end(self, tag: str) -> None:
        """Take the end of one."""

    def data(self, text: str) -> None:
        """Take text."""

    def close(self) -> None:
        """Take the end of all."""

    def doctype(self, *_: object) -> None:
        """Refuse a document type before anything in it is looked at."""
        raise BrokenError("memuat DOCTYPE")


class _Attributes(_Target):
    def __init__(self, tag: str) -> None:
        self.found: list[dict[str, str]] = []
        self._tag = tag

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if _short(tag) == self._tag and len(self.found) < MOST:
            self.found.append({_short(name): value for name, value in attributes.items()})


class _Styles(_Target):
    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self._style = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = _short(tag)
        told = {_short(key): value for key, value in attributes.items()}
        if name == "w:style":
            self._style = told.get("w:styleId", "")
        elif name == "w:name" and self._style:
            self.names.setdefault(self._style, told.get("w:val", "").lower())


@dataclass(slots=True)
class _Open:
    """A paragraph that is being read."""

    cell: Cell | None
    identity: str
    style: str = ""
    now: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[Mark] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)

    def add(self, text: str, changes: list[tuple[Kind, int]]) -> None:
        """Take words, under the changes that they stand in."""
        gone = [change for change in changes if change[0] in _GONE]
        come = [change for change in changes if change[0] not in _GONE]
        if not come:
            self.before.append(text)
        if bool(gone) != bool(come):  # who strikes what was only inserted changes nothing
            self._edit(*(gone or come)[-1], text)
        if not gone:
            self.now.append(text)
            self.length += len(text)

    def _edit(self, kind: Kind, author: int, text: str) -> None:
        last = self.edits[-1] if self.edits else None
        if last is not None and (last.kind, last.author) == (kind, author):
            reached = last.at if kind in _GONE else last.at + len(last.text)
            if reached == self.length:
                self.edits[-1] = last._replace(text=last.text + text)
                return
        self.edits.append(Edit(kind, author, self.length, text))

    def passage(self) -> Passage:
        """Return what it has become."""
        now, before = "".join(self.now), "".join(self.before)
        edits = tuple(dict.fromkeys(self.edits))
        return Passage(self.style, now, before, self.cell, tuple(self.marks), edits, self.identity)


class _Builder(_Target):
    """Makes the story of a part."""

    def __init__(self, styles: dict[str, str], people: People) -> None:
        self._styles = styles
        self._people = people
        self._tags: list[str] = []
        self._left_out = 0  # how deep in something that is left out
        self._made: list[_Open] = []
        self._open: list[int] = []  # paragraphs; a text box stands inside of one
        self._tables: list[list[int]] = []
        self._table = 0
        self._changes: list[tuple[Kind, int]] = []
        self._links: list[tuple[str, int, int]] = []
        self._controls: list[tuple[str, int, int]] = []
        self._bookmarks: dict[str, tuple[str, int, int]] = {}
        self._named: set[str] = set()
        self._pending: list[Edit] = []  # of a row or a cell, told in its first paragraph
        self._anchors: dict[str, Anchor] = {}
        self._notes: list[Note] = []

    # -- what the parser says

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        above = self._tags[-1] if self._tags else ""
        name = _short(tag)
        self._tags.append(name)
        if self._left_out:
            self._left_out += 1
            return
        told = {_short(key): value for key, value in attributes.items()}
        if name in _FORMAT:
            self._changed(Kind.FORMAT, told)
        if name in _LEFT_OUT or name in _FORMAT or told.get("w:type") in _SEPARATORS:
            self._left_out = 1
        elif name in _CHANGES:
            self._change(name, above, told)
        elif name in _STRUCTURE:
            self._changed(Kind.STRUCTURE, told)
        elif name in _BREAKS:
            if above == "w:r":
                self._add(_BREAKS[name])
        else:
            self._begun(name, told)

    def end(self, tag: str) -> None:  # noqa: ARG002  (it is the last that began)
        name = self._tags.pop()
        if self._left_out:
            self._left_out -= 1
            return
        above = self._tags[-1] if self._tags else ""
        if name == "w:p" and self._open:
            self._open.pop()
        elif name == "w:tbl" and self._tables:
            self._tables.pop()
        elif name in _CHANGES and above not in _OF_PROPERTIES and self._changes:
            self._changes.pop()
        elif name == "w:hyperlink" and self._links:
            self._linked(*self._links.pop())
        elif name == "w:sdt" and self._controls:
            self._marked(*self._controls.pop(), *self._there())
        elif name == "w:comment" and self._notes:
            self._notes[-1] = self._notes[-1]._replace(last=len(self._made))

    def data(self, text: str) -> None:
        if not self._left_out and self._tags and self._tags[-1] in {"w:t", "w:delText"}:
            self._add(text)

    # -- what it makes of it

    def _begun(self, name: str, told: dict[str, str]) -> None:
        """Take what paragraphs stand in, and pass on the rest."""
        if name == "w:p":
            self._paragraph(told)
        elif name == "w:pStyle" and self._open:
            self._made[self._open[-1]].style = self._styles.get(told.get("w:val", ""), "")
        elif name == "w:tbl":
            self._table += 1
            self._tables.append([self._table, 0, 0])
        elif name == "w:tr" and self._tables:
            self._tables[-1][1:] = [self._tables[-1][1] + 1, 0]
        elif name == "w:tc" and self._tables:
            self._tables[-1][2] += 1
        elif name == "w:hyperlink":
            self._links.append((told.get("w:anchor", ""), *self._here()))
        elif name == "w:sdt":
            self._controls.append(("", *self._here()))
        elif name == "w:tag" and self._controls:
            self._controls[-1] = (TAG + told.get("w:val", "")[:_LONGEST], *self._controls[-1][1:])
        else:
            self._around(name, told.get("w:id", ""), told)

    def _around(self, name: str, identity: str, told: dict[str, str]) -> None:
        """Take the ends of bookmarks and comments."""
        match name:
            case "w:bookmarkStart" if _OURS.fullmatch(name := told.get("w:name", "")):
                if name not in self._named:
                    self._named.add(name)
                    self._bookmarks[identity] = (name, *self._here())
            case "w:bookmarkEnd" if identity in self._bookmarks:
                self._marked(*self._bookmarks.pop(identity), *self._there())
            case "w:commentRangeStart" | "w:commentReference":
                if identity not in self._anchors and len(self._anchors) < MOST:
                    self._anchors[identity] = Anchor(*self._here(), *self._here())
            case "w:commentRangeEnd" if identity in self._anchors:
                known = self._anchors[identity]
                if self._there() > known[:2]:
                    self._anchors[identity] = Anchor(*known[:2], *self._there())
            case "w:comment":
                self._note(told)

    def _paragraph(self, told: dict[str, str]) -> None:
        if len(self._made) >= MOST:
            raise BrokenError(f"berisi lebih dari {MOST} paragraf")
        cell = Cell(*self._tables[-1]) if self._tables else None
        self._open.append(len(self._made))
        self._made.append(_Open(cell, told.get("w14:paraId", "")))
        self._made[-1].edits += self._pending
        self._pending.clear()

    def _note(self, told: dict[str, str]) -> None:
        date = told.get("w:date", "")[:10]
        author = self._people.number(told.get("w:author", ""))
        here = len(self._made)
        day = date if _DAY.fullmatch(date) else ""
        self._notes.append(Note(told.get("w:id", ""), author, day, here, here))

    def _add(self, text: str) -> None:
        if self._open:
            self._made[self._open[-1]].add(clean(text), self._changes)

    def _change(self, name: str, above: str, told: dict[str, str]) -> None:
        """Open a change of words; one of a paragraph's end or a row holds nothing."""
        if above in _OF_PROPERTIES:
            self._changed(Kind.STRUCTURE, told)
        else:
            self._changes.append((_CHANGES[name], self._people.number(told.get("w:author", ""))))

    def _changed(self, kind: Kind, told: dict[str, str]) -> None:
        """Take note of a change of no words."""
        author = self._people.number(told.get("w:author", ""))
        if self._open:
            self._made[self._open[-1]].edits.append(Edit(kind, author, 0, ""))
        elif len(self._pending) < _SPREAD:
            self._pending.append(Edit(kind, author, 0, ""))

    def _here(self) -> tuple[int, int]:
        """Return paragraph and letter of what follows."""
        if self._open:
            return self._open[-1], self._made[self._open[-1]].length
        return len(self._made), 0

    def _there(self) -> tuple[int, int]:
        """Return paragraph and letter of what has just ended."""
        if self._open or not self._made:
            return self._here()
        return len(self._made) - 1, self._made[-1].length

    def _linked(self, name: str, first: int, start: int) -> None:
        if _OURS.fullmatch(name) and self._open and self._open[-1] == first:
            held = self._made[first]
            held.marks.append(Mark(name, start, held.length, link=True))

    def _marked(self, name: str, first: int, start: int, last: int, end: int) -> None:
        if not name or first >= len(self._made):
            return
        for at in range(first, min(last, first + _SPREAD) + 1):
            held = self._made[at]
            until = end if at == last else held.length
            held.marks.append(Mark(name, start if at == first else 0, until, link=False))

    def story(self) -> Story:
        """Return all of it, once it is read."""
        for name, at, start in self._bookmarks.values():  # their ends were lost
            if at < len(self._made):
                self._marked(name, at, start, at, self._made[at].length)
        passages = tuple([held.passage() for held in self._made])
        last = max(len(passages) - 1, 0)
        anchors = {
            name: anchor._replace(first=min(anchor.first, last), last=min(anchor.last, last))
            for name, anchor in self._anchors.items()
        }
        return Story(passages, anchors, tuple(self._notes))
