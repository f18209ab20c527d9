"""Page numbers for the lists of contents: LibreOffice lays the document out, we read where.

Without LibreOffice the lists stand without page numbers, until Word updates them (F9).
"""
# ruff: noqa: PLC0415  (nothing of it is needed without page numbers)

import re
from collections.abc import Mapping
from pathlib import Path

from scmaster.render.numbering import MAIN, number

_TIMEOUT = 180
# PDF/A-1 forbids packing objects into streams, so names and pages stay readable.
_FILTER = (
    'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"},'
    '"SelectPdfVersion":{"type":"long","value":"1"}}'
)
_DESTINATION = re.compile(rb"5F(\w+)\[(\d+) 0 R/XYZ")
_TREE = re.compile(rb"(\d+) 0 obj\s*<<[^>]*?/Type\s*/Pages\b[^>]*?/Kids\s*\[([^\]]*)\]", re.DOTALL)
_ROOT = re.compile(rb"/Type\s*/Catalog\s*/Pages (\d+) 0 R")
_CHILD = re.compile(rb"(\d+) 0 R")


def numbers(content: bytes) -> Mapping[str, str]:
    """Return the page number of every bookmark as printed; empty where LibreOffice fails."""
    pdf = _laid_out(content)
    order = {page: place for place, page in enumerate(_pages(pdf))}
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


def _pages(pdf: bytes) -> list[bytes]:
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


def _laid_out(content: bytes) -> bytes:
    """Convert to PDF in a profile of our own; parallel calls on one profile fail silently."""
    import shutil
    import subprocess
    from tempfile import TemporaryDirectory

    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        return b""
    with TemporaryDirectory(prefix="scmaster-") as folder:
        source = Path(folder, "dokumen.docx")
        source.write_bytes(content)
        command = [office, f"-env:UserInstallation={Path(folder, 'profil').as_uri()}"]
        command += ["--headless", "--norestore", "--convert-to", _FILTER]
        command += ["--outdir", folder, str(source)]
        try:
            subprocess.run(command, check=False, capture_output=True, timeout=_TIMEOUT)  # noqa: S603  (our own words only)
            return source.with_suffix(".pdf").read_bytes()
        except (OSError, subprocess.TimeoutExpired):
            return b""
