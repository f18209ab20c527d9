"""A template and a document's data to Markdown with markers, and what the markers hold.

Data never goes through the Markdown parser: every printed value is kept aside, and a
private-use character with an index stands for it until the blocks are built.
"""
# ruff: noqa: PLC0415  (jinja2 costs 40 ms and is only paid for by who renders)

import inspect
import re
from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NoReturn

from scmaster.diagnostics import Span
from scmaster.render import calls, explanations, sandbox, shelves, values
from scmaster.render.blocks import Block, Run, Table, Text
from scmaster.render.calls import BLOCKS, Bookmark
from scmaster.render.faults import FaultError, UnplacedError, error
from scmaster.render.limits import Meter
from scmaster.render.sandbox import Prose

if TYPE_CHECKING:
    from jinja2 import Environment

INLINE = re.compile("\ue000(\\d+)\ue001")
BLOCK = re.compile("\ue002(\\d+)\ue003")

_SLIPS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a template's author can cause; what else is raised is a fault of ours."""


@dataclass
class Held:
    """What the markers of one rendering stand for, and where in a template it was said."""

    source: str = ""
    inline: list[Text | Bookmark] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    places: dict[tuple[str, str], list[Span]] = field(default_factory=dict)
    """("name" | "ref" | "style", the name) -> where it was said, in order."""
    file: str = ""
    meter: Meter = field(default_factory=Meter)

    def mark(self, value: object) -> str:
        """Keep a printed value aside and return what stands for it."""
        if isinstance(value, Prose):
            return value
        if isinstance(value, BLOCKS):
            self.meter.write(_length(value))
            self.blocks.append(value)
            return f"\ue002{len(self.blocks) - 1}\ue003"
        kept = value if isinstance(value, Bookmark) else self._text(value)
        self.meter.write(0 if isinstance(kept, Bookmark) else _letters(kept))
        self.inline.append(kept)
        return f"\ue000{len(self.inline) - 1}\ue001"

    def _text(self, value: object) -> Text:
        """Turn a value into runs; values already marked (a set block) find their place."""
        if not isinstance(value, str) or not INLINE.search(value):
            return values.text(value)
        runs: list[Run] = []
        for number, piece in enumerate(INLINE.split(value)):
            known = number % 2 and int(piece) < len(self.inline)
            kept = self.inline[int(piece)] if known else ()
            runs += kept if isinstance(kept, tuple) and number % 2 else values.text(piece)
        return tuple(runs)

    def said(self, kind: str, name: str, span: Span) -> None:
        """Remember where in a template a name was used."""
        self.places.setdefault((kind, name), []).append(span)

    def where(self, kind: str, name: str, nth: int = 0) -> Span:
        """Return where a name was used, or the template's first line."""
        spans = self.places.get((kind, name), [])
        return spans[min(nth, len(spans) - 1)] if spans else Span(self.file, 1, 1)


def _length(block: Block) -> int:
    """Count what a block weighs in the document: letters, and something for each cell."""
    if not isinstance(block, Table):
        return 100
    return sum(
        10 + (len(cell) if isinstance(cell, str) else _letters(cell))
        for row in block.rows
        for cell in row
    )


def _letters(text: Text) -> int:
    return sum(1 + len(run.text) + len(run.url) for run in text)


def run(slug: str, document: object, folders: list[Path]) -> Held:
    """Fill `<slug>/<slug>.md.jinja`; raise FaultError with its file and line."""
    name = f"{slug}/{slug}.md.jinja"
    found = shelves.find(folders, name)
    held = Held(file=found[1] if found else f"templates/{name}")
    names = _names(document)
    environment = _environment(held, folders, list(names))
    try:
        held.source = environment.get_template(name).render(names)
    except Exception as fault:  # noqa: BLE001  (what is not a slip is raised again)
        told(fault, held.file)
    return held


def told(fault: Exception, file: str) -> NoReturn:
    """Say what a template did wrong; raise FaultError, and again what is no slip of its author.

    `file` is the template that was asked for.
    """
    from jinja2.exceptions import (
        SecurityError,
        TemplateNotFound,
        TemplateRuntimeError,
        TemplateSyntaxError,
        UndefinedError,
    )

    where = _where(fault.__traceback__, file)
    match fault:
        case TemplateNotFound():
            code, message = "SCM608", f"templat '{fault.name}' tidak ditemukan"
            hint = f"buat berkas templates/{fault.name}"
        case TemplateSyntaxError():
            code, message = "SCM602", "tata tulis templat keliru"
            hint = explanations.indonesian(fault.message or "")
            where = Span(fault.filename or file, fault.lineno, 1)
        case UndefinedError():
            code, (message, _, hint) = "SCM601", str(fault.message).partition("\n")
        case SecurityError():
            code, message = "SCM603", "templat melakukan hal yang tidak diizinkan"
            hint = explanations.indonesian(fault.message or "")
        case TemplateRuntimeError():
            code, message = "SCM602", "tata tulis templat keliru"
            hint = explanations.indonesian(fault.message or "")
        case UnplacedError():
            code, message, hint = fault.code, fault.message, fault.hint
        case SyntaxError() | MemoryError():  # of the program that jinja2 writes
            code, message = "SCM621", "perintah di templat bersarang terlalu dalam"
            hint = "pecah bagian itu menjadi templat tersendiri, lalu pakai include"
        case _ if isinstance(fault, _SLIPS):
            code, message = "SCM612", "templat berhenti di tengah jalan"
            hint = explanations.indonesian(f"{type(fault).__name__}: {fault}")
        case _:
            raise fault
    raise FaultError(error(code, where, message, hint)) from None


def _names(document: object) -> dict[str, object]:
    """Return what a template may call by name: the document's own fields."""
    if is_dataclass(document):
        return {f.name: getattr(document, f.name) for f in fields(document)}
    return dict(vars(document))


def _where(trace: TracebackType | None, file: str) -> Span:
    """Find the innermost line of a template in a traceback."""
    found = Span(file, 1, 1)
    while trace:
        frame = trace.tb_frame
        if "__jinja_exception__" in frame.f_globals:  # jinja2 has put the template's own line
            found = Span(frame.f_code.co_filename, trace.tb_lineno, 1)
        trace = trace.tb_next
    return found


def _here(file: str) -> Span:
    """Find the line of the template that is calling us."""
    frame = inspect.currentframe()
    while frame:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None and template.name:
            line = template.get_corresponding_lineno(frame.f_lineno)
            return Span(template.filename or file, line, 1)
        frame = frame.f_back
    return Span(file, 1, 1)


def _environment(held: Held, folders: list[Path], own: list[str]) -> "Environment":
    names = calls.names(lambda kind, name: held.said(kind, name, _here(held.file)), held.mark)
    return sandbox.environment(folders, names, [*names, *own], held.mark, held.meter)
