"""Rows of a form that are there once for each of several: of a table, or of a section.

The first row is the pattern; others beside it that hold the same controls are blank copies
of it, and go. What may be there only once in a file is taken out of the copies.
"""

from collections.abc import Iterable
from copy import deepcopy

from scmaster.render.controls import W14, W15, Control, Element, W
from scmaster.render.faults import UnplacedError

MOST = 3_000_000
"""Elements that repeating may make."""
_IDENTITIES = (f"{W14}paraId", f"{W14}textId")
_ONCE = ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def row_of(control: Control) -> Element | None:
    """Return the item of a repeating section, else the table row, that a control stands in."""
    for element in control.element.iterancestors(f"{W}sdt"):
        if element.find(f"{W}sdtPr/{W15}repeatingSectionItem") is not None:
            return element
    return next(control.element.iterancestors(f"{W}tr"), None)


def patterns(rows: Iterable[Element]) -> list[Element]:
    """Return the first row of each table or section, and take its blank copies away."""
    first: dict[Element, Element] = {}
    for row in dict.fromkeys(rows):
        holder = row.getparent()
        if first.setdefault(holder, row) is not row:
            holder.remove(row)
    return list(first.values())


def repeat(pattern: Element, times: int) -> list[Element]:
    """Return so many rows, the pattern first; without any, the pattern stays alone.

    Raises UnplacedError where that would be more than any form has.
    """
    size = sum(1 for _ in pattern.iter())
    if size * times > MOST:
        raise UnplacedError("SCM661", f"baris borang terlalu besar untuk diulang {times} kali")
    rows = [pattern]
    for _ in range(times - 1):
        copied = _stripped(deepcopy(pattern))
        rows[-1].addnext(copied)
        rows.append(copied)
    _number_drawings(rows[1:])
    return rows


def _stripped(row: Element) -> Element:
    """Take out of a copy what would be there twice."""
    for element in list(row.iter()):
        for name in _IDENTITIES:
            element.attrib.pop(name, None)
    for element in [*row.iter(f"{W}sdtPr")]:
        for identity in element.findall(f"{W}id"):
            element.remove(identity)
    for element in [*row.iter(*(f"{W}{name}" for name in _ONCE))]:
        element.getparent().remove(element)
    return row


def _number_drawings(rows: list[Element]) -> None:
    """Give the drawings of copies numbers of their own."""
    drawings = [drawing for row in rows for drawing in row.iter(_DRAWING)]
    if not drawings:
        return
    every = rows[0].getroottree().getroot().iter(_DRAWING)
    last = max(int(d.get("id") or 0) for d in every if (d.get("id") or "0").isdecimal())
    for number, drawing in enumerate(drawings, start=last + 1):
        drawing.set("id", str(number))
