"""What makes Word call a document damaged, looked for in the package itself.

The list is that of the design notes on rendering, section 4: a schema validator passes most
of these, Word does not.
"""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_NAME = re.compile(r"_?[A-Za-z][A-Za-z0-9]{0,38}")
_REFERENCE = re.compile(r"\b(?:PAGEREF|REF) (\w+)")
_LEVELS = 9


def faults(content: bytes) -> list[str]:
    """Return what is wrong with a .docx; an empty list is what is hoped for."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    trees = {
        name: etree.fromstring(data)
        for name, data in files.items()
        if name.endswith((".xml", ".rels"))
    }
    return [
        *_texts(trees),
        *_relationships(files, trees),
        *_content_types(files, trees),
        *_numberings(trees),
        *_bookmarks(trees),
        *_drawings(trees),
        *_styles(trees),
        *_notes(trees),
        *_tables(trees),
        *_fields(trees),
        *_theme(files),
    ]


def _texts(trees) -> Iterator[str]:
    for name, tree in trees.items():
        for node in tree.iter(f"{W}t"):
            if "\n" in (node.text or ""):
                yield f"{name}: a newline in a text: {node.text!r}"


def _relationships(files, trees) -> Iterator[str]:
    for name, tree in trees.items():
        folder, _, file = name.rpartition("/")
        related = trees.get(f"{folder}/_rels/{file}.rels")
        own = [] if related is None else list(related)
        ids = [one.get("Id") for one in own]
        used = {v for node in tree.iter() for key, v in node.attrib.items() if key.startswith(R)}
        yield from (f"{name}: no relationship {one}" for one in sorted(used - set(ids)))
        yield from (f"{name}: relationship {i} twice" for i, n in Counter(ids).items() if n > 1)
        for one in own:
            target = one.get("Target")
            whole = target.lstrip("/") if target.startswith("/") else _joined(folder, target)
            if one.get("TargetMode") != "External" and whole not in files:
                yield f"{name}: relationship {one.get('Id')} leads to no part: {target}"


def _joined(folder: str, target: str) -> str:
    steps: list[str] = [step for step in folder.split("/") if step]
    for step in target.split("/"):
        if step == "..":
            steps.pop()
        elif step != ".":
            steps.append(step)
    return "/".join(steps)


def _content_types(files, trees) -> Iterator[str]:
    types = trees["[Content_Types].xml"]
    endings = {node.get("Extension") for node in types if node.get("Extension")}
    parts = [node.get("PartName") for node in types if node.get("PartName")]
    yield from (f"content type of {p} twice" for p, n in Counter(parts).items() if n > 1)
    yield from (f"content type of {p}, which is not there" for p in parts if p[1:] not in files)
    for name in files:
        known = f"/{name}" in parts or name.rpartition(".")[2] in endings
        if not known and name != "[Content_Types].xml":
            yield f"{name}: no content type"


def _numberings(trees) -> Iterator[str]:
    numbering = trees.get("word/numbering.xml")
    numbers = [] if numbering is None else numbering.findall(f"{W}num")
    known = {number.get(f"{W}numId") for number in numbers} | {"0"}
    for abstract in [] if numbering is None else numbering.findall(f"{W}abstractNum"):
        name = abstract.get(f"{W}abstractNumId")
        if len(abstract.findall(f"{W}lvl")) != _LEVELS:
            yield f"numbering {name} has not nine levels"
        if abstract.find(f"{W}nsid") is None or abstract.find(f"{W}tmpl") is None:
            yield f"numbering {name} has no nsid or tmpl"
    for name, tree in trees.items():
        used = {node.get(f"{W}val") for node in tree.iter(f"{W}numId")}
        yield from (f"{name}: no numbering {one}" for one in sorted(used - known))


def _bookmarks(trees) -> Iterator[str]:
    for name, tree in trees.items():
        starts = list(tree.iter(f"{W}bookmarkStart"))
        ids = [node.get(f"{W}id") for node in starts]
        names = [node.get(f"{W}name") for node in starts]
        ends = [node.get(f"{W}id") for node in tree.iter(f"{W}bookmarkEnd")]
        for kind, found in (("id", ids), ("name", names), ("end", ends)):
            yield from (f"{name}: bookmark {kind} {o} twice" for o, n in _twice(found))
        if sorted(ids) != sorted(ends):
            yield f"{name}: a bookmark is not closed"
        wrong = (one for one in names if not _NAME.fullmatch(one))
        yield from (f"{name}: Word takes no bookmark {one!r}" for one in wrong)


def _twice(found: list[str]) -> Iterator[tuple[str, int]]:
    yield from ((one, times) for one, times in Counter(found).items() if times > 1)


def _drawings(trees) -> Iterator[str]:
    ids: list[str] = []
    for name, tree in trees.items():
        for node in tree.iter():
            if isinstance(node.tag, str) and node.tag.endswith("}docPr"):
                ids.append(node.get("id"))
                if not (node.get("descr") or "").strip():
                    yield f"{name}: drawing {node.get('id')} has no alternative text"
    yield from (f"drawing id {one} twice" for one, _ in _twice(ids))


def _styles(trees) -> Iterator[str]:
    styles = trees["word/styles.xml"]
    known = {node.get(f"{W}styleId") for node in styles.iter(f"{W}style")}
    for name, tree in trees.items():
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"):
            used = {node.get(f"{W}val") for node in tree.iter(f"{W}{tag}")}
            yield from (f"{name}: no style {one}" for one in sorted(used - known))


def _notes(trees) -> Iterator[str]:
    notes = trees.get("word/footnotes.xml")
    known = set() if notes is None else {node.get(f"{W}id") for node in notes}
    body = trees["word/document.xml"]
    used = [node.get(f"{W}id") for node in body.iter(f"{W}footnoteReference")]
    yield from (f"no footnote {one}" for one in used if one not in known)
    yield from (f"footnote {one} is called twice" for one, _ in _twice(used))


def _tables(trees) -> Iterator[str]:
    for name, tree in trees.items():
        for table in tree.iter(f"{W}tbl"):
            yield from (f"{name}: {fault}" for fault in _table(table))
        for parent in tree.iter(f"{W}body", f"{W}tc"):
            for one, other in pairwise(parent):
                if one.tag == other.tag == f"{W}tbl":
                    yield f"{name}: a table right after a table"


def _table(table) -> Iterator[str]:
    wide = len(table.findall(f"{W}tblGrid/{W}gridCol"))
    rows = table.findall(f"{W}tr")
    if not rows:
        yield "a table without rows"
    for row in rows:
        spans = (cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(f"{W}tc"))
        across = sum(1 if span is None else int(span.get(f"{W}val")) for span in spans)
        if across != wide:
            yield f"a row of {across} columns in a table of {wide}"
    for cell in table.iter(f"{W}tc"):
        if cell[-1].tag != f"{W}p":
            yield "a cell that does not end with a paragraph"


def _fields(trees) -> Iterator[str]:
    body = trees["word/document.xml"]
    marks = {node.get(f"{W}name") for node in body.iter(f"{W}bookmarkStart")}
    codes = [node.get(f"{W}instr") for node in body.iter(f"{W}fldSimple")]
    codes += [node.text or "" for node in body.iter(f"{W}instrText")]
    used = {match[1] for code in codes for match in [_REFERENCE.search(code)] if match}
    used |= {n.get(f"{W}anchor") for n in body.iter(f"{W}hyperlink") if n.get(f"{W}anchor")}
    yield from (f"nothing is called {one}" for one in sorted(used - marks))
    kinds = Counter(node.get(f"{W}fldCharType") for node in body.iter(f"{W}fldChar"))
    if not kinds["begin"] == kinds["separate"] == kinds["end"]:
        yield f"a field is not closed: {dict(kinds)}"
    for name, tree in trees.items():
        if any(True for _ in tree.iter(f"{W}updateFields")):
            yield f"{name}: Word will ask whether to update fields"
        if any(node.get(f"{W}dirty") for node in tree.iter(f"{W}fldChar", f"{W}fldSimple")):
            yield f"{name}: a field is marked as dirty"


def _theme(files) -> Iterator[str]:
    for name in ("word/theme/theme1.xml", "word/fontTable.xml"):
        if name not in files:
            yield f"{name} is missing"
