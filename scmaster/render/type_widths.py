"""How wide letters are: those of Arial, in thousandths of the type's size.

Liberation Sans, Helvetica and Arimo have the same widths. Measuring by this table, and not by
whatever fonts a computer has, makes the same slides everywhere.
"""

_REGULAR = {
    188: "′",
    191: "'",
    222: "ijl‘’",
    260: "|¦",
    278: " !,./:;I[\\]ft·ÌÍÎÏìíîï",
    333: "()-`r¡¨²³´¸¹“”„",
    334: "{}",
    350: "•",
    354: "″",
    355: '"',
    365: "º",
    370: "ª",
    389: "*",
    400: "°",
    469: "^",
    500: "Jcksvxyzçýÿšž",
    537: "¶",
    549: "±÷≤≥≠",
    552: "¯",
    556: "#$0123456789?L_abdeghnopqu¢£¤¥§«»àáâãäåèéêëðñòóôõöùúûüþ–€",
    576: "µ",
    584: "+<=>~¬×−",
    611: "FTZ¿ßøŽ",
    667: "&ABEKPSVXYÀÁÂÃÄÅÈÉÊËÝÞŠŸ",
    722: "CDHNRUwÇÐÑÙÚÛÜ",
    737: "©®",
    778: "GOQÒÓÔÕÖØ",
    833: "Mm",
    834: "¼½¾",
    889: "%æ",
    944: "Wœ",
    1000: "Æ—…→←Œ",
    1015: "@",
}
_BOLD = {
    238: "'",
    240: "′",
    278: " ,./I\\ijl·ÌÍÎÏìíîï‘’",
    280: "|¦",
    333: "!()-:;[]`ft¡¨²³´¸¹",
    350: "•",
    365: "º",
    370: "ª",
    389: "*r{}",
    400: "°",
    474: '"',
    479: "″",
    500: "z“”„ž",
    549: "±÷≤≥≠",
    552: "¯",
    556: "#$0123456789J_aceksvxy¢£¤¥§«¶»àáâãäåçèéêëýÿ–€š",
    576: "µ",
    584: "+<=>^~¬×−",
    611: "?FLTZbdghnopqu¿ßðñòóôõöøùúûüþŽ",
    667: "EPSVXYÈÉÊËÝÞŠŸ",
    722: "&ABCDHKNRUÀÁÂÃÄÅÇÐÑÙÚÛÜ",
    737: "©®",
    778: "GOQwÒÓÔÕÖØ",
    833: "M",
    834: "¼½¾",
    889: "%mæ",
    944: "Wœ",
    975: "@",
    1000: "Æ—…→←Œ",
}

_WIDE = 1000
"""Of a letter that is not in the table: none is wider, but a few that nobody writes."""


def _by_letter(widths: dict[int, str]) -> dict[str, int]:
    return {letter: width for width, letters in widths.items() for letter in letters}


_LETTERS = {False: _by_letter(_REGULAR), True: _by_letter(_BOLD)}
_ALIKE = frozenset({"arial", "helvetica", "liberation sans", "arimo"})
_NARROWER = frozenset({"calibri", "carlito", "arial narrow", "aptos narrow"})
_WIDER = 1.2
"""By so much a typeface that is not known may be wider; Verdana is."""


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a line is in points, in type of a size in points."""
    letters = _LETTERS[bold]
    return sum(letters.get(letter, _WIDE) for letter in text) * size / 1000


def factor(typeface: str) -> float:
    """Return how much wider than Arial a typeface may be; a narrower one is taken as alike."""
    return 1.0 if typeface.casefold() in _ALIKE | _NARROWER else _WIDER
