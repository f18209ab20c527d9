"""Blocks as a person reads them, and the words of a .docx from top to bottom."""

import io
from collections.abc import Iterator
from dataclasses import fields

import docx
from docx.oxml.ns import qn

from scmaster.render.blocks import Chart, Heading, ListBlock, Paragraph, Run, Table


def show(block) -> str:
    """Write a block; what it is apart from its words stands in front of them."""
    match block:
        case Heading():
            sign = "" if block.numbered else " (tanpa nomor)"
            name = f" <<{block.name}>>" if block.name else ""
            return f"{'#' * block.level} {text(block.text)}{name}{sign}"
        case Paragraph():
            return f"P[{block.style}] {text(block.text)}"
        case ListBlock():
            sign = "1." if block.ordered else "-"
            return "\n".join(f"{sign} {text(item)}" for item in block.items)
        case Table():
            about = f"T <<{block.name}>> {block.caption} | {block.description} | {block.total}"
            heads = [f"{c.title}:{c.width:g}:{c.align}" for c in block.columns]
            rows = [" | ".join(map(text, row)) for row in block.rows]
            return "\n".join([about, " | ".join(heads), *rows])
        case Chart():
            about = f"G[{block.kind}] <<{block.name}>> {block.caption} | {block.description}"
            rows = [f"{s.name}: {', '.join(map(str, s.values))}" for s in block.series]
            return "\n".join([about, ", ".join(block.categories), *rows])
        case _:
            return repr(block)


def text(cell) -> str:
    """Write a cell or a text on one line."""
    return cell.replace("\n", "\\n") if isinstance(cell, str) else "".join(map(run, cell))


def run(one: Run) -> str:
    """Write a run with the signs of its looks."""
    words = f"<{one.style}:{one.text}>" if one.style else one.text
    words = words.replace("\n", "\\n")
    words = f"**{words}**" if one.bold else words
    words = f"*{words}*" if one.italic else words
    words = f"[{words}]({one.url})" if one.url else words
    words = f"@{one.ref}" if one.ref else words
    return words + "".join(_rest(one))


_SHOWN = {"text", "bold", "italic", "url", "ref", "style"}


def _rest(one: Run) -> Iterator[str]:
    for field in fields(one):
        value = getattr(one, field.name)
        if field.name in _SHOWN or not value:
            continue
        if field.name == "note":
            yield f"^({text(value)})"
        elif field.name == "claim":
            yield f"!{value.record}" + "".join(f".{step}" for step in value.path)
        else:
            yield f"{{{field.name} {value}}}"


def words(content: bytes) -> str:
    """Return the words of a .docx: a paragraph a line, a table's row a line."""
    document = docx.Document(io.BytesIO(content))
    return "\n".join(_lines(document.element.body)) + "\n"


def _lines(body) -> Iterator[str]:
    for child in body:
        if child.tag == qn("w:p"):
            said = _words(child)
            style = child.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            name = "" if style is None else f"[{style.get(qn('w:val'))}] "
            if said.strip():
                yield name + said
        elif child.tag == qn("w:tbl"):
            for row in child.findall(qn("w:tr")):
                cells = row.findall(qn("w:tc"))
                yield "| " + " | ".join(
                    " / ".join(filter(None, map(_words, cell.iter(qn("w:p"))))) for cell in cells
                )


def _words(paragraph) -> str:
    signs = {qn("w:t"): None, qn("w:br"): " \\ ", qn("w:tab"): "\t"}
    signs |= {qn("w:footnoteReference"): "^", qn("w:drawing"): "(gambar)"}
    found = (node for node in paragraph.iter() if node.tag in signs)
    return "".join(signs[node.tag] or node.text or "" for node in found)
