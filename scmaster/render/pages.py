"""Page numbers for the lists of contents: LibreOffice lays the document out, we read where.

Without LibreOffice the lists stand without page numbers, until Word updates them (F9).
"""

import re
from collections.abc import Mapping

from scmaster.render import office
from scmaster.render.numbering import MAIN, number

# PDF/A-1 forbids packing objects into streams, so names and pages stay readable.
_SETTINGS = (
    '{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"},'
    '"SelectPdfVersion":{"type":"long","value":"1"}}'
)
_DESTINATION = re.compile(rb"5F(\w+)\[(\d+) 0 R/XYZ")
_TREE = re.compile(rb"(\d+) 0 obj\s*<<[^>]*?/Type\s*/Pages\b[^>]*?/Kids\s*\[([^\]]*)\]", re.DOTALL)
_ROOT = re.compile(rb"/Type\s*/Catalog\s*/Pages (\d+) 0 R")
_CHILD = re.compile(rb"(\d+) 0 R")


def numbers(content: bytes) -> Mapping[str, str]:
    """Return the page number of every bookmark as printed; empty where LibreOffice fails."""
    try:
        pdf = office.pdf(content, _SETTINGS)
    except office.OfficeError:
        return {}
    order = {page: place for place, page in enumerate(in_order(pdf))}
    places = {
        f"_{name.decode()}": order[page]
        for name, page in _DESTINATION.findall(pdf)
        if page in order
    }
    main = places.get(MAIN)
    return {name: _printed(place, main) for name, place in places.items()}


def _printed(place: int, main: int | None) -> str:
    """Write a page's number: the cover counts, and the first chapter begins anew."""
    if main is None:
        return str(place + 1)
    return number(place + 1, "lowerRoman") if place < main else str(place - main + 1)


def in_order(pdf: bytes) -> list[bytes]:
    """Return the pages' object numbers in order."""
    trees = {name: _CHILD.findall(kids) for name, kids in _TREE.findall(pdf)}
    root = _ROOT.search(pdf)
    waiting = [root[1]] if root else []
    pages: list[bytes] = []
    while waiting:
        name = waiting.pop(0)
        if name in trees:
            waiting = trees.pop(name) + waiting
        else:
            pages.append(name)
    return pages
