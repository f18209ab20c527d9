"""Where the words of a deck come to stand, as LibreOffice draws them."""

import io
import re
import subprocess
from collections import Counter
from html import unescape

from pptx import Presentation
from pptx.util import Emu

from scmaster.source import package

POINT = 12_700
NEAR = 1.5
"""Points: what letters may stand over, by their own shapes."""
SLACK = 0.13
"""Of a word's height as it is told: what the typeface keeps above and below its letters."""


def as_it_is(content):
    """Take from a deck that a program may shrink its words until they fit."""
    parts = package.read(content)
    return package.write(
        {name: data.replace(b"<a:normAutofit/>", b"") for name, data in parts.items()}
    )


def drawn(content, folder):
    """Return of each slide the words with their boxes, in points: left, top, right, bottom."""
    path = folder / "dek.pptx"
    path.write_bytes(as_it_is(content))
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=300)
    command = ["pdftotext", "-bbox", str(path.with_suffix(".pdf")), "-"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    word = re.compile(
        r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>'
    )
    return [
        [(unescape(m[5]), *map(float, m.groups()[:4])) for m in word.finditer(page)]
        for page in said.split("<page ")[1:]
    ]


def texts(shape):
    """Return the words of a shape without spaces, and None of what has none."""
    if shape.has_text_frame:
        return shape.text_frame.text
    if shape.has_table:
        return "".join(cell.text for row in shape.table.rows for cell in row.cells)
    return None


def overflowing(content, folder):
    """Return slide, shape and letters of whatever is drawn outside its shape."""
    found = []
    deck = Presentation(io.BytesIO(content))
    for number, (slide, words) in enumerate(
        zip(deck.slides, drawn(content, folder), strict=True), 1
    ):
        for shape in slide.shapes:
            said = texts(shape)
            if not said:
                continue
            left, top = shape.left / POINT - NEAR, shape.top / POINT - NEAR
            right = Emu(shape.left + shape.width) / POINT + NEAR
            bottom = Emu(shape.top + shape.height) / POINT + NEAR
            inside = Counter[str]()
            for word, x0, y0, x1, y1 in words:
                spare = SLACK * (y1 - y0)
                if left <= x0 <= x1 <= right and top <= y0 + spare <= y1 - spare <= bottom:
                    inside.update(word)
            lost = Counter(re.sub(r"\s", "", said)) - inside
            if lost:
                found.append((number, shape.name, "".join(lost.elements())))
    return found
