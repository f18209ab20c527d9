"""Runs to WordprocessingML: text, links, references, bookmarks, fields."""

from collections.abc import Callable
from itertools import count

from scmaster.render.addresses import address, printed
from scmaster.render.attachments import Attachments
from scmaster.render.blocks import Run, Text
from scmaster.render.docx_xml import esc, field, plain_run
from scmaster.render.numbering import Outline
from scmaster.render.reference import Reference
from scmaster.render.template import Held


class TextWriter:
    """Writes the texts of one document; what it learns on the way it keeps."""

    def __init__(
        self, reference: Reference, outline: Outline, held: Held, attachments: Attachments
    ) -> None:
        """Take what acuan.docx offers, all labels, where names were said, and what is beside."""
        self.note: Callable[[Text], str] = lambda _: ""
        """Keeps a footnote and returns its mark; in a footnote there are none."""
        self._placed: set[str] = set()
        self._reference = reference
        self._outline = outline
        self._held = held
        self._ids = count(100)
        self._styles: dict[tuple[str, str], str] = {}
        self.attachments = attachments

    def style(self, name: str, kind: str = "paragraph") -> str:
        """Return the id of a style by its name; what is missing is told where it was said."""
        key = (name, kind)
        if key not in self._styles:
            said = ("style", name) in self._held.places
            span = self._held.where("style", name) if said else None
            self._styles[key] = self._reference.style(name, kind, span=span)
        return self._styles[key]

    def paragraph(self, text: Text, style: str, properties: str = "") -> str:
        """Write a paragraph in a style, by its name; empty: body text."""
        styled = f'<w:pStyle w:val="{self.style(style)}"/>' if style else ""
        head = f"<w:pPr>{styled}{properties}</w:pPr>" if styled or properties else ""
        return f"<w:p>{head}{self.runs(text)}</w:p>"

    def marked(self, name: str, content: str) -> str:
        """Put a bookmark around something written."""
        number = next(self._ids)
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )

    def runs(self, text: Text, *, narrow: bool = False) -> str:
        """Write runs; in a `narrow` cell an address goes on a line of its own."""
        return "".join(self._run(run, narrow=narrow) for run in text)

    def _run(self, run: Run, *, narrow: bool) -> str:
        if run.ref:
            return self._reference_to(run)
        looks = self._looks(run)
        if run.url:
            words = self._link(run, looks, narrow=narrow)
        else:
            words = plain_run(esc(run.text), looks) if run.text else ""
            if run.to and run.to in self._outline.anchors:
                words = f'<w:hyperlink w:anchor="{run.to}" w:history="1">{words}</w:hyperlink>'
        if run.anchor and run.anchor not in self._placed:
            self._placed.add(run.anchor)
            words = self.marked(run.anchor, words)
        return words + self.note(run.note) if run.note else words

    def _looks(self, run: Run) -> str:
        if not (run.style or run.bold or run.italic):
            return ""
        style = f'<w:rStyle w:val="{self.style(run.style, "character")}"/>' if run.style else ""
        bold = "<w:b/><w:bCs/>" * run.bold
        return f"<w:rPr>{style}{bold}{'<w:i/><w:iCs/>' * run.italic}</w:rPr>"

    def _reference_to(self, run: Run) -> str:
        """Point to a table or a chapter by its number, to a deeper heading by its words."""
        label = self._outline.targets[run.ref]
        if label.level > 1 or not label.number:
            return field(f"REF {label.target} \\h", label.text)
        switch = " \\r" if label.level else ""
        return field(f"REF {label.target}{switch} \\h", label.number)

    def _link(self, run: Run, looks: str, *, narrow: bool) -> str:
        """Write a link and its address, which print needs; what is no link is plain text."""
        url = address(run.url)
        shown = printed(run.url)
        blue = f'<w:rPr><w:rStyle w:val="{self.style("Hyperlink", "character")}"/></w:rPr>'
        words = plain_run(esc(run.text), looks or (blue if url else "")) if run.text else ""
        place = plain_run(esc(shown), blue if url else "")
        if url:
            key = self.attachments.link(url)
            opening = f'<w:hyperlink r:id="{key}" w:history="1">'
            words = words and f"{opening}{words}</w:hyperlink>"
            place = f"{opening}{place}</w:hyperlink>"
        if not words or run.text in {run.url, shown}:
            return place
        if narrow:
            return f"{words}<w:r><w:br/></w:r>{place}"
        return f"{words}{plain_run(' (')}{place}{plain_run(')')}"
