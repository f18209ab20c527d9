"""The pages of acuan.docx: their size, margins, header and footer, upright or turned."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_NAMESPACES = re.compile(r' xmlns:\w+="[^"]*"')
_BEFORE_SIZE = ("headerReference", "footerReference", "footnotePr", "endnotePr")
_BEFORE_NUMBERS = ("paperSrc", "pgBorders", "lnNumType")


@dataclass(frozen=True)
class Section:
    """The last section of acuan.docx, of which all our sections are made."""

    before: str
    width: int
    height: int
    margins: Mapping[str, int]
    between: str
    after: str

    def text_width(self, *, landscape: bool) -> int:
        """Return the width between the margins, in twentieths of a point."""
        size, margins = self._turned(landscape=landscape)
        return size[0] - margins["left"] - margins["right"] - margins["gutter"]

    def text_height(self, *, landscape: bool) -> int:
        """Return the height between the margins, in twentieths of a point."""
        size, margins = self._turned(landscape=landscape)
        return size[1] - margins["top"] - margins["bottom"]

    def xml(self, *, landscape: bool, kind: str, start: int | None) -> str:
        """Write a section's properties."""
        (width, height), margins = self._turned(landscape=landscape)
        orient = ' w:orient="landscape"' if landscape else ""
        sides = "".join(f' w:{side}="{size}"' for side, size in margins.items())
        first = "" if start is None else f' w:start="{start}"'
        return (
            f'<w:sectPr>{self.before}<w:type w:val="nextPage"/>'
            f'<w:pgSz w:w="{width}" w:h="{height}"{orient}/><w:pgMar{sides}/>{self.between}'
            f'<w:pgNumType w:fmt="{kind}"{first}/>{self.after}</w:sectPr>'
        )

    def _turned(self, *, landscape: bool) -> tuple[tuple[int, int], Mapping[str, int]]:
        """Turn the page as one turns the paper: the binding margin goes to the top."""
        if not landscape:
            return (self.width, self.height), self.margins
        old = self.margins
        turned = {
            "top": old["left"],
            "right": old["top"],
            "bottom": old["right"],
            "left": old["bottom"],
        }
        return (self.height, self.width), {**old, **turned}


def section(element: Any) -> Section:  # noqa: ANN401  (python-docx's own tree)
    """Take a section apart, so that others can be made of it."""
    from docx.opc.oxml import serialize_part_xml  # noqa: PLC0415  (slow to import)
    from docx.oxml.ns import qn  # noqa: PLC0415

    groups: dict[str, list[str]] = {"before": [], "between": [], "after": []}
    sizes: dict[str, int] = {}
    margins = {"top": 1417, "right": 1134, "bottom": 1417, "left": 1701}
    margins |= {"header": 709, "footer": 709, "gutter": 0}
    for child in element:
        tag = child.tag.rpartition("}")[2]
        if tag == "pgSz":
            sizes = {side: int(child.get(qn(f"w:{side}"))) for side in ("w", "h")}
        elif tag == "pgMar":
            margins |= {s: int(child.get(qn(f"w:{s}"))) for s in margins if child.get(qn(f"w:{s}"))}
        elif tag not in {"type", "pgNumType", "sectPrChange"}:
            xml = serialize_part_xml(child).decode().partition("?>")[2].strip()
            early = "between" if tag in _BEFORE_NUMBERS else "after"
            group = "before" if tag in _BEFORE_SIZE else early
            groups[group].append(_NAMESPACES.sub("", xml))
    return Section(
        "".join(groups["before"]),
        sizes.get("w", 11906),
        sizes.get("h", 16838),
        margins,
        "".join(groups["between"]),
        "".join(groups["after"]),
    )
