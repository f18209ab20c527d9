"""The words of WordprocessingML: escaping, runs, fields."""

import re

_SPECIAL = re.compile('[&<>"\n]')
_ESCAPED = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\n": '</w:t><w:br/><w:t xml:space="preserve">',
}

BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
SEPARATE = '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def esc(text: str) -> str:
    """Escape; what needs none, which is nearly everything, comes back as it is."""
    return _SPECIAL.sub(lambda m: _ESCAPED[m[0]], text) if _SPECIAL.search(text) else text


def attr(text: str) -> str:
    """Escape for an attribute, where a line break has no business."""
    return esc(text.replace("\n", " "))


def field(code: str, cached: str) -> str:
    """Write a field with the result it shows until it is updated."""
    return f'<w:fldSimple w:instr=" {code} ">{plain_run(esc(cached))}</w:fldSimple>'


def plain_run(words: str, looks: str = "") -> str:
    """Write a run; the words are escaped already."""
    return f'<w:r>{looks}<w:t xml:space="preserve">{words}</w:t></w:r>'
