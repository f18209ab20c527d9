"""The one environment in which templates run: what they may read, call and compute.

A template places words that are already decided. So it has few filters, calls nothing but
what is written for it, computes with small numbers, and pays for every step (`limits`).
"""
# ruff: noqa: PLC0415  (jinja2 costs 40 ms and is only paid for by who renders)

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scmaster.diagnostics import Span
from scmaster.render import explanations, formats, limits, shelves, values
from scmaster.render.faults import FaultError, UnplacedError, error
from scmaster.render.limits import Meter

if TYPE_CHECKING:
    from jinja2 import BaseLoader, Environment, Undefined, nodes

FILTERS = (
    *("capitalize", "lower", "title", "trim", "upper", "abs", "int"),
    *("count", "first", "last", "length", "list", "max", "min", "reverse", "sort", "unique"),
    *("dictsort", "groupby", "items", "map", "reject", "rejectattr", "select", "selectattr"),
)
"""What is left of jinja's own: nothing that decides for lack of a value, and no chance."""

Names = Mapping[str, Callable[..., object]]


class Prose(str):
    """What a macro printed: the template's own words and markers, already safe."""

    __slots__ = ()


def environment(
    folders: Sequence[Path],
    names: Names,
    known: Sequence[str],
    printed: Callable[[object], str],
    meter: Meter,
) -> "Environment":
    """Build it: `names` may be called, `known` is said where a name is not, `printed` prints."""
    from jinja2 import Undefined, nodes, pass_context
    from jinja2.runtime import BlockReference, Context, LoopContext, Macro
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    callable_here = (Macro, BlockReference, LoopContext, Undefined)

    class Bounded(ImmutableSandboxedEnvironment):
        """Lets a template do little, and counts it."""

        intercepted_binops = frozenset({"+", "-", "*", "/", "//", "**", "%"})
        concat = staticmethod(meter.join)

        def compile(self, source: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
            """Compile what has been made to pay for its steps."""
            tree = self.parse(source, *args) if isinstance(source, str) else source
            return super().compile(_paying(tree, nodes), *args, **kwargs)

        def join_path(self, template: str, parent: str) -> str:  # noqa: ARG002  (jinja's own)
            """Pay for what is included."""
            meter.turn(limits.INCLUDE)
            return template

        def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
            """Compute with what is small."""
            meter.calculated(operator, left, right)
            return super().call_binop(context, operator, left, right)

        def call(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
            """Call what is written for templates, and nothing else."""
            called = args[1] if len(args) > 1 else None
            meter.turn(limits.CALL)
            if called in names.values():
                for value in (*args[2:], *kwargs.values()):
                    meter.turn(len(value) if isinstance(value, (list, tuple)) else 0)
                return _told(called, lambda: super(Bounded, self).call(*args, **kwargs))
            owner = getattr(called, "__self__", None)
            if not isinstance(called, callable_here) and not isinstance(owner, LoopContext):
                raise UnplacedError("SCM603", *_not_callable(called))
            result = super().call(*args, **kwargs)
            return Prose(result) if isinstance(called, (Macro, BlockReference)) else result

    # The context is asked for only so that jinja2 does not print constants while compiling.
    @pass_context
    def finalize(_: Context, value: object) -> str:
        meter.turn(limits.PRINT)
        return printed(value)

    made = Bounded(
        loader=_loader(folders),
        undefined=_complaining(known),
        finalize=finalize,
        autoescape=False,  # values are held aside, and nothing is HTML
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters = {name: _paid(made.filters[name], meter) for name in FILTERS}
    made.filters |= formats.FILTERS
    made.filters |= {"join": _joining(meter), _LOOPED: meter.looped, _JOINED: meter.joined}
    made.filters[_WEIGHED] = _weighing(meter)
    made.tests = {name: _paid(test, meter) for name, test in made.tests.items()}
    made.globals = dict(names)
    return made


def _complaining(known: Sequence[str]) -> "type[Undefined]":
    from jinja2 import StrictUndefined

    class Unknown(StrictUndefined):
        """Says in Indonesian what is unknown; the hint follows after a newline."""

        __slots__ = ()

        @property
        def _undefined_message(self) -> str:
            name = str(self._undefined_name)
            owner = self._undefined_obj
            if not isinstance(owner, (str, int, tuple, list, dict)) and is_dataclass(owner):
                return "\n".join(unknown(name, [f.name for f in fields(owner)]))
            return "\n".join(unknown(name, known))

    return Unknown


def unknown(name: str, known: Sequence[str]) -> tuple[str, str]:
    """Say that a name is unknown, and which is near."""
    close = difflib.get_close_matches(name, known, 1)
    hint = f"mungkin maksudnya '{close[0]}'" if close else "periksa ejaannya"
    return f"nama '{name}' tidak dikenal", f"'{name}' tidak ada pada data dokumen; {hint}"


def _loader(folders: Sequence[Path]) -> "BaseLoader":
    from jinja2 import BaseLoader, TemplateNotFound

    class Loader(BaseLoader):
        """Takes templates from their folders, under the names people call them."""

        def get_source(self, environment: "Environment", template: str) -> tuple[str, str, None]:  # noqa: ARG002
            """Return the text, and the name of its file for whoever reads a diagnostic."""
            try:
                taken = shelves.take(folders, template)
            except shelves.RefusedError as refused:
                message = f"templat '{template}' tidak dibaca: {refused.why}"
                raise FaultError(error("SCM608", Span(refused.file, 1, 1), message)) from None
            if taken is None:
                raise TemplateNotFound(template)
            try:
                text = taken.content.decode("utf-8-sig")
            except UnicodeDecodeError:
                message, hint = "templat bukan teks UTF-8", "simpan ulang sebagai UTF-8"
                raise FaultError(error("SCM602", Span(taken.name, 1, 1), message, hint)) from None
            return values.clean(text), taken.name, None

    return Loader()


_LOOPED, _JOINED, _WEIGHED = "_looped", "_joined", "_weighed"


def _paying(tree: Any, nodes: Any) -> Any:  # noqa: ANN401  (jinja2's nodes; the module)
    """Let loops, `~`, comparisons and lists pass through what counts them."""
    from jinja2.visitor import NodeTransformer

    def through(name: str, node: "nodes.Node") -> Any:  # noqa: ANN401
        paid = nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)
        return paid.set_environment(node.environment)

    class Paying(NodeTransformer):
        def visit_For(self, node: Any) -> Any:  # noqa: ANN401, N802  (jinja2's names)
            self.generic_visit(node)
            node.iter = through(_LOOPED, node.iter)
            return node

        def visit_Concat(self, node: Any) -> Any:  # noqa: ANN401, N802
            self.generic_visit(node)
            parts = nodes.List(node.nodes, lineno=node.lineno)
            return through(_JOINED, parts.set_environment(node.environment))

        def visit_Compare(self, node: Any) -> Any:  # noqa: ANN401, N802
            self.generic_visit(node)
            node.expr = through(_WEIGHED, node.expr)
            for operand in node.ops:
                operand.expr = through(_WEIGHED, operand.expr)
            return node

        def visit_List(self, node: Any) -> Any:  # noqa: ANN401, N802
            return through(_WEIGHED, self.generic_visit(node))

        def visit_Dict(self, node: Any) -> Any:  # noqa: ANN401, N802
            return through(_WEIGHED, self.generic_visit(node))

        def visit_Tuple(self, node: Any) -> Any:  # noqa: ANN401, N802
            self.generic_visit(node)
            return through(_WEIGHED, node) if node.ctx == "load" else node

    return Paying().visit(tree)


def _paid(function: Any, meter: Meter) -> Callable[..., Any]:  # noqa: ANN401  (jinja2's own)
    """Make a filter or a test pay for what it looks at."""

    @wraps(function)
    def paid(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        for value in args:
            meter.weigh(value)
        return function(*args, **kwargs)

    return paid


def _weighing(meter: Meter) -> Callable[[Any], Any]:
    def weighed(value: Any) -> Any:  # noqa: ANN401
        meter.weigh(value)
        return value

    return weighed


def _joining(meter: Meter) -> Callable[..., str]:
    from jinja2 import pass_environment
    from jinja2.filters import make_attrgetter

    @pass_environment
    def join(environment: "Environment", value: Any, d: str = "", attribute: Any = None) -> str:  # noqa: ANN401
        items = meter.looped(value)
        get = make_attrgetter(environment, attribute) if attribute is not None else None
        return meter.joined(map(get, items) if get else items, str(d))

    return join


def _told(called: object, call: Callable[[], object]) -> object:
    """Call a block call; wrong arguments are the author's slip, not ours."""
    try:
        return call()
    except TypeError as fault:
        name = getattr(called, "__name__", "?")
        raise UnplacedError(
            "SCM611", f"perintah '{name}' diisi dengan keliru", explanations.indonesian(str(fault))
        ) from None


def _not_callable(called: object) -> tuple[str, str]:
    name = getattr(called, "__name__", type(called).__name__)
    return (
        f"'{name}' tidak boleh dipanggil dari templat",
        "pakai saringan, misalnya {{ a | upper }}",
    )
