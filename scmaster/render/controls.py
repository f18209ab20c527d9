"""The content controls of a part of a .docx: which there are, and how each is filled.

Only what a control shows is replaced; its lock, its tag and its looks stay. A control bound
to a hidden part of the file (w:dataBinding) is untied: Word would else put back what that
part holds.
"""
# ruff: noqa: PLC0415  (lxml is only paid for by who fills a form)

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from scmaster.model.values import PartialDate
from scmaster.render.faults import UnplacedError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
XML = "{http://www.w3.org/XML/1998/namespace}"

KINDS = {
    f"{W}text": "text",
    f"{W}dropDownList": "choice",
    f"{W}comboBox": "combo",
    f"{W}date": "date",
    f"{W14}checkbox": "checkbox",
    f"{W}picture": "picture",
    f"{W}equation": "equation",
    f"{W}group": "frame",
    f"{W}docPartObj": "frame",
    f"{W}docPartList": "frame",
    f"{W}citation": "frame",
    f"{W}bibliography": "frame",
    f"{W15}repeatingSection": "frame",
    f"{W15}repeatingSectionItem": "frame",
}
"""By the element that says it; without one it is rich text."""
_MARKS = ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd")
_STAYS = {f"{W}{name}" for name in ("pPr", "tcPr", "permStart", "permEnd", *_MARKS)}
_INLINE = {f"{W}{name}" for name in ("p", "hyperlink", "smartTag", "ins", "fldSimple", "customXml")}
_DAYS = re.compile(r"(?:d{1,4}(?!d)|M{1,4}(?!M)|(?:yyyy|yy)(?!y)|[ ,./-])+")
"""What a date format is made of, where it asks for no hour."""

_IS_SIGN = re.compile("[!-~\xa1-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Element = Any
"""An element of lxml's tree, which has no types."""


@dataclass(frozen=True)
class Control:
    """A content control of a form."""

    element: Element

    @property
    def properties(self) -> Element:
        """Where it says what it is."""
        return self.element.find(f"{W}sdtPr")

    @property
    def content(self) -> Element:
        """What it shows."""
        return self.element.find(f"{W}sdtContent")

    @property
    def tag(self) -> str:
        """The name by which a form.yaml fills it; empty where it has none."""
        return _said(self.properties, "tag")

    @property
    def title(self) -> str:
        """What Word shows on its handle."""
        return _said(self.properties, "alias")

    @property
    def kind(self) -> str:
        """One of the values of KINDS, or rich."""
        return next((KINDS[child.tag] for child in self.properties if child.tag in KINDS), "rich")

    @property
    def holds_others(self) -> bool:
        """Whether other controls stand inside it: filling it would take them away."""
        return next(self.content.iter(f"{W}sdt"), None) is not None

    @property
    def is_frame(self) -> bool:
        """Whether it only keeps things together, and is nothing to be filled in."""
        return self.kind == "frame" or (self.kind == "rich" and self.holds_others)


def controls(root: Element) -> list[Control]:
    """Return the controls of a part, those inside others too, in the order of the text."""
    every = [Control(element) for element in root.iter(f"{W}sdt")]
    return [c for c in every if c.properties is not None and c.content is not None]


def write(control: Control, lines: Sequence[str]) -> None:
    """Let a control show some lines of words."""
    looks = _looks(control)
    properties = control.properties
    for name in (f"{W}showingPlcHdr", f"{W}dataBinding", f"{W15}dataBinding"):
        for element in properties.findall(name):
            properties.remove(element)
    for element in properties.iter(f"{W}date", f"{W}comboBox", f"{W}dropDownList"):
        for name in ("fullDate", "lastValue"):  # of what was shown before
            element.attrib.pop(f"{W}{name}", None)
    many = control.kind == "rich"
    text = properties.find(f"{W}text")
    if text is not None and (len(lines) > 1 or any("\n" in line for line in lines)):
        text.set(f"{W}multiLine", "1")
    holder = _holder(control)
    if holder is None:
        _replace(control.content, [_run("\n".join(lines), looks)])
    else:
        _paragraphs(holder, list(lines) if many else ["\n".join(lines)], looks)


def choose(control: Control, words: str) -> bool:
    """Choose the item of a list that is called so, or has that value; False: there is none."""
    for item in _offered(control):
        value, called = item.get(f"{W}value") or "", _called(item)
        if words.casefold() in {called.casefold(), value.casefold()}:
            write(control, [called])
            item.getparent().set(f"{W}lastValue", value)
            return True
    return False


def items(control: Control) -> list[str]:
    """Return what a list offers."""
    return [_called(item) for item in _offered(control)]


def _offered(control: Control) -> list[Element]:
    """Return the items to choose from; Word asks to choose with one that has a value alone."""
    every = [item for item in control.properties.iter(f"{W}listItem") if item.get(f"{W}value")]
    return [item for item in every if item.get(f"{W}displayText")] or every


def _called(item: Element) -> str:
    return str(item.get(f"{W}displayText") or item.get(f"{W}value"))


def tick(control: Control, *, checked: bool) -> None:
    """Tick a box, or leave it open, with the signs the form has for it."""
    box = control.properties.find(f"{W14}checkbox")
    state = box.find(f"{W14}checked")
    if state is None:
        state = _new(f"{W14}checked")
        box.insert(0, state)
    state.set(f"{W14}val", "1" if checked else "0")
    sign = box.find(f"{W14}{'checkedState' if checked else 'uncheckedState'}")
    code, font = ("2612" if checked else "2610"), "MS Gothic"
    if sign is not None:
        code, font = sign.get(f"{W14}val") or code, sign.get(f"{W14}font") or font
    try:
        shown = chr(int(code, 16))
    except (ValueError, OverflowError):
        shown = ""
    shown = shown if _IS_SIGN.fullmatch(shown) else ""
    if not shown:
        raise UnplacedError("SCM661", f"kotak centang '{control.tag}' rusak")
    write(control, [shown])
    for run in control.content.iter(f"{W}r"):
        _set_font(run, font)


def set_date(control: Control, day: PartialDate, words: str) -> None:
    """Set a date in the form's own writing; one without a day stands there in words."""
    about = control.properties.find(f"{W}date")
    pattern = _said(about, "dateFormat")
    formatted = day.day is not None and _DAYS.fullmatch(pattern)
    write(control, [_in_format(day, pattern) if formatted else words])
    if day.day is not None:
        about.set(f"{W}fullDate", f"{day.first.isoformat()}T00:00:00Z")


def _in_format(day: PartialDate, pattern: str) -> str:
    """Write a day as Word does; its names of weekdays are written otherwise in CLDR."""
    from babel.dates import format_date

    from scmaster.indonesian import LOCALE

    weekdays = re.sub(r"d{3,4}", lambda match: "E" * len(match[0]), pattern)
    return format_date(day.first, weekdays, LOCALE)


def _said(holder: Element, name: str) -> str:
    found = holder.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}val") or ""


def _holder(control: Control) -> Element | None:
    """Return what holds the paragraphs of a control; None for one inside a paragraph."""
    content = control.content
    cell = content.find(f"{W}tc")
    if cell is not None:
        return cell
    if content.find(f"{W}tr") is not None:
        raise UnplacedError("SCM666", f"isian '{control.tag}' mengapit baris tabel", "pakai rows")
    if content.find(f"{W}p") is not None or content.find(f"{W}tbl") is not None:
        return content
    outside = (a.tag for a in content.iterancestors() if a.tag not in {f"{W}sdt", f"{W}sdtContent"})
    return None if next(outside, "") in _INLINE else content


def _paragraphs(holder: Element, lines: list[str], looks: Element | None) -> None:
    """Put a paragraph a line into a cell or a block; each looks like the first one did."""
    first = holder.find(f"{W}p")
    if first is None:
        first = _new(f"{W}p")
        holder.append(first)
    for child in list(holder):
        if child is not first and child.tag not in _STAYS:
            holder.remove(child)
    properties = first.find(f"{W}pPr")
    section = None if properties is None else properties.find(f"{W}sectPr")
    if section is not None:
        properties.remove(section)
    _replace(first, [_run(lines[0], looks)])
    last = first
    for line in lines[1:]:
        paragraph = _new(f"{W}p")
        paragraph.extend([deepcopy(properties)] if properties is not None else [])
        paragraph.append(_run(line, looks))
        last.addnext(paragraph)
        last = paragraph
    if section is not None:
        last.find(f"{W}pPr").append(section)


def _replace(holder: Element, runs: list[Element]) -> None:
    """Put runs where the old content began; marks that lead elsewhere stay."""
    old = [child for child in holder if child.tag not in _STAYS]
    place = holder.index(old[0]) if old else len(holder)
    for child in old:
        holder.remove(child)
    for number, run in enumerate(runs):
        holder.insert(place + number, run)


def _run(words: str, looks: Element | None) -> Element:
    run = _new(f"{W}r")
    if looks is not None and len(looks):
        run.append(deepcopy(looks))
    for number, line in enumerate(words.split("\n")):
        if number:
            run.append(_new(f"{W}br"))
        text = _new(f"{W}t")
        text.text = line
        text.set(f"{XML}space", "preserve")
        run.append(text)
    return run


def _looks(control: Control) -> Element | None:
    """Return the looks of what was there, or of what is to be typed over a placeholder."""
    run = next(control.content.iter(f"{W}r"), None)
    there = None if run is None else deepcopy(run.find(f"{W}rPr"))
    showing = control.properties.find(f"{W}showingPlcHdr")
    if showing is None or showing.get(f"{W}val") in {"0", "false", "off"}:
        return there
    typed = control.properties.find(f"{W}rPr")
    if typed is not None:
        return deepcopy(typed)
    if there is not None:
        for style in there.findall(f"{W}rStyle"):
            there.remove(style)
    return there


def _set_font(run: Element, font: str) -> None:
    looks = run.find(f"{W}rPr")
    if looks is None:
        looks = _new(f"{W}rPr")
        run.insert(0, looks)
    fonts = looks.find(f"{W}rFonts")
    if fonts is None:
        fonts = _new(f"{W}rFonts")
        looks.insert(1 if looks.find(f"{W}rStyle") is not None else 0, fonts)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(f"{W}{theme}", None)  # it would win over the font's name
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(f"{W}{script}", font)


def _new(name: str) -> Element:
    from lxml import etree  # type: ignore[import-untyped]

    return etree.Element(name)
