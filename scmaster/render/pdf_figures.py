"""What charts show, told to those who hear a PDF: LibreOffice loses it on the way from .docx."""

import re
from collections.abc import Sequence

from scmaster.render import pages
from scmaster.render.pdf_pieces import Piece, replaced

_FIGURE = re.compile(rb"/S/Figure\n(?P<rest>(?:/(?!K)[^\n]*\n)*)")
_PAGE = re.compile(rb"/Pg (\d+) 0 R")


def described(made: bytes, descriptions: Sequence[str]) -> bytes:
    """Give the figures their alternative texts, in order.

    Pictures of the cover (acuan.docx's own) are passed over. Where there are more or fewer
    figures than texts nothing is said: a wrong description is worse than none.
    """
    cover = pages.in_order(made)[:1]
    places = [
        match.start("rest")
        for match in _FIGURE.finditer(made)
        if b"/Alt" not in match["rest"] and _PAGE.findall(match["rest"]) != cover
    ]
    if len(places) != len(descriptions):
        return made
    texts = [f"/Alt<FEFF{words.encode('utf-16-be').hex().upper()}>\n" for words in descriptions]
    pieces = zip(places, texts, strict=True)
    return replaced(made, [Piece(place, place, text.encode()) for place, text in pieces])
