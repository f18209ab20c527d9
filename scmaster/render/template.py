"""A template and a document's data to Markdown with markers, and what the markers hold.

Data never goes through the Markdown parser: every printed value is kept aside, and a
private-use character with an index stands for it until the blocks are built.
"""
# ruff: noqa: PLC0415  (jinja2 costs 40 ms and is only paid for by who renders)

import difflib
import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from scmaster.diagnostics import Span
from scmaster.render import calls, explanations, formats, values
from scmaster.render.blocks import Block, Text
from scmaster.render.calls import BLOCKS, Bookmark
from scmaster.render.faults import FaultError, UnplacedError, error

if TYPE_CHECKING:
    from jinja2 import Environment

INLINE = re.compile("\ue000(\\d+)\ue001")
BLOCK = re.compile("\ue002(\\d+)\ue003")

_UNSAFE_FILTERS = ("safe", "escape", "e", "forceescape", "xmlattr", "urlize", "tojson", "pprint")
_AUTHORS_SLIPS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError)


class Prose(str):
    """What a macro printed: the template's own words and markers, already safe."""

    __slots__ = ()


@dataclass
class Held:
    """What the markers of one rendering stand for, and where in a template it was said."""

    source: str = ""
    inline: list[Text | Bookmark] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    places: dict[tuple[str, str], list[Span]] = field(default_factory=dict)
    """("name" | "ref" | "style", the name) -> where it was said, in order."""
    file: str = ""

    def mark(self, value: object) -> str:
        """Keep a printed value aside and return what stands for it."""
        if isinstance(value, Prose):
            return value
        if isinstance(value, BLOCKS):
            self.blocks.append(value)
            return f"\ue002{len(self.blocks) - 1}\ue003"
        kept = value if isinstance(value, Bookmark) else self._text(value)
        self.inline.append(kept)
        return f"\ue000{len(self.inline) - 1}\ue001"

    def _text(self, value: object) -> Text:
        """Turn a value into runs; values already marked (a set block) find their place."""
        if not isinstance(value, str) or not INLINE.search(value):
            return values.text(value)
        runs: Text = ()
        for number, piece in enumerate(INLINE.split(value)):
            known = number % 2 and int(piece) < len(self.inline)
            kept = self.inline[int(piece)] if known else ()
            runs += kept if isinstance(kept, tuple) and number % 2 else values.text(piece)
        return runs

    def said(self, kind: str, name: str, span: Span) -> None:
        """Remember where in a template a name was used."""
        self.places.setdefault((kind, name), []).append(span)

    def where(self, kind: str, name: str, nth: int = 0) -> Span:
        """Return where a name was used, or the template's first line."""
        spans = self.places.get((kind, name), [])
        return spans[min(nth, len(spans) - 1)] if spans else Span(self.file, 1, 1)


def run(slug: str, document: object, folders: list[Path]) -> Held:
    """Fill `<slug>/<slug>.md.jinja`; raise FaultError with its file and line."""
    from jinja2.exceptions import (
        SecurityError,
        TemplateNotFound,
        TemplateSyntaxError,
        UndefinedError,
    )

    name = f"{slug}/{slug}.md.jinja"
    held = Held(file=f"templates/{name}")
    try:
        held.source = _environment(held, folders).get_template(name).render(_names(document))
    except TemplateNotFound as fault:
        code, message = "SCM608", f"templat '{fault.name}' tidak ditemukan"
        hint = f"buat berkas templates/{fault.name}"
        where = _where(fault.__traceback__, folders, held.file)
    except TemplateSyntaxError as fault:
        code, message = "SCM602", "tata tulis templat keliru"
        hint = explanations.indonesian(fault.message or "")
        where = Span(f"templates/{fault.name or name}", fault.lineno, 1)
    except UndefinedError as fault:
        code, (message, _, hint) = "SCM601", str(fault.message).partition("\n")
        where = _where(fault.__traceback__, folders, held.file)
    except SecurityError as fault:
        code, message = "SCM603", "templat melakukan hal yang tidak diizinkan"
        hint = explanations.indonesian(fault.message or "")
        where = _where(fault.__traceback__, folders, held.file)
    except UnplacedError as fault:
        code, message, hint = fault.code, fault.message, fault.hint
        where = _where(fault.__traceback__, folders, held.file)
    except UnicodeDecodeError:
        code, message, hint = "SCM602", "templat bukan teks UTF-8", "simpan ulang sebagai UTF-8"
        where = Span(held.file, 1, 1)
    except (*_AUTHORS_SLIPS, ValueError) as fault:
        code, message = "SCM612", "templat berhenti di tengah jalan"
        hint = explanations.indonesian(f"{type(fault).__name__}: {fault}")
        where = _where(fault.__traceback__, folders, held.file)
    else:
        return held
    raise FaultError(error(code, where, message, hint))


def _names(document: object) -> dict[str, object]:
    """Return what a template may call by name: the document's own fields."""
    if is_dataclass(document):
        return {f.name: getattr(document, f.name) for f in fields(document)}
    return dict(vars(document))


def _where(trace: TracebackType | None, folders: list[Path], file: str) -> Span:
    """Find the innermost line of a template in a traceback."""
    found = Span(file, 1, 1)
    while trace:
        path = Path(trace.tb_frame.f_code.co_filename)
        for folder in folders:
            if path.is_relative_to(folder):
                name = path.relative_to(folder).as_posix()
                found = Span(f"templates/{name}", trace.tb_lineno, 1)
        trace = trace.tb_next
    return found


def _here(file: str) -> Span:
    """Find the line of the template that is calling us."""
    frame = inspect.currentframe()
    while frame:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None and template.name:
            line = template.get_corresponding_lineno(frame.f_lineno)
            return Span(f"templates/{template.name}", line, 1)
        frame = frame.f_back
    return Span(file, 1, 1)


def _environment(held: Held, folders: list[Path]) -> "Environment":
    """Build the one environment in which templates run."""
    from jinja2 import FileSystemLoader, StrictUndefined, pass_context
    from jinja2.runtime import BlockReference, Context, Macro
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Environment(ImmutableSandboxedEnvironment):
        """Knows what a macro printed from what data says."""

        def call(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401  (jinja2's own)
            called = args[1] if len(args) > 1 else None
            if called in names.values():
                return _told(called, lambda: super(Environment, self).call(*args, **kwargs))
            result = super().call(*args, **kwargs)
            return Prose(result) if isinstance(called, (Macro, BlockReference)) else result

    class Unknown(StrictUndefined):
        """Says in Indonesian what is unknown; the hint follows after a newline."""

        __slots__ = ()

        @property
        def _undefined_message(self) -> str:
            name = str(self._undefined_name)
            owner = self._undefined_obj
            if not isinstance(owner, (str, int, tuple, list, dict)) and is_dataclass(owner):
                return _unknown(name, [f.name for f in fields(owner)])
            return _unknown(name, known)

    # The context is asked for only so that jinja2 does not print constants while compiling.
    @pass_context
    def finalize(_: Context, value: object) -> str:
        return held.mark(value)

    environment = Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        undefined=Unknown,
        finalize=finalize,
        autoescape=False,  # values are held aside, and nothing is HTML
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for name in _UNSAFE_FILTERS:
        environment.filters.pop(name, None)
    environment.filters.update(formats.FILTERS)
    names = calls.names(lambda kind, name: held.said(kind, name, _here(held.file)), held.mark)
    environment.globals = dict(names)
    known = list(names)
    return environment


def _told(called: object, call: Callable[[], object]) -> object:
    """Call a block call; wrong arguments are the author's slip, not ours."""
    try:
        return call()
    except TypeError as fault:
        name = getattr(called, "__name__", "?")
        raise UnplacedError(
            "SCM611", f"perintah '{name}' diisi dengan keliru", explanations.indonesian(str(fault))
        ) from None


def _unknown(name: str, known: list[str]) -> str:
    close = difflib.get_close_matches(name, known, 1)
    hint = f"mungkin maksudnya '{close[0]}'" if close else "periksa ejaannya"
    return f"nama '{name}' tidak dikenal\n'{name}' tidak ada pada data dokumen; {hint}"
