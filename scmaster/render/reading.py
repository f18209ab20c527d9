"""A template read before it runs: names that are unknown, calls that cannot work.

Jinja's tree is walked with the shapes of the document's data. What is not surely wrong is
not judged.
"""

import difflib
import inspect
from collections import ChainMap
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from jinja2.visitor import NodeVisitor

from scmaster.diagnostics import Diagnostic, Span
from scmaster.render import explanations, shapes, template
from scmaster.render.faults import FaultError, UnplacedError, error
from scmaster.render.sandbox import unknown
from scmaster.render.scopes import Column, Columns, Command, Findings, Known, Macro, Node, Scope
from scmaster.render.shapes import UNKNOWN, Shape

if TYPE_CHECKING:
    from jinja2 import Environment

DEEPEST, MOST = 20, 500
"""Macros and templates within each other, and templates that are taken in altogether; what
goes beyond is told when it runs."""

_SAME = ("list", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique")
_ONE_OF = ("first", "last", "max", "min")
_NUMBERS = ("abs", "count", "int", "length")
_BY_NAME = ("groupby", "map", "max", "min", "rejectattr", "selectattr", "sort", "unique", "join")
_LOOP = (
    *("index", "index0", "revindex", "revindex0", "first", "last", "length", "cycle"),
    *("depth", "depth0", "previtem", "nextitem", "changed"),
)


def read(
    environment: "Environment", commands: Mapping[str, Callable[..., object]], name: str, kind: type
) -> Findings:
    """Read a template, and those it takes in, for a document of this kind."""
    reader = _Reader(environment, commands)
    reader.template(name, Scope(f"templates/{name}", reader.outermost(shapes.document(kind))))
    return reader.found


class _Reader(NodeVisitor):
    """Walks the tree; each visit of an expression returns its shape."""

    def __init__(
        self, environment: "Environment", commands: Mapping[str, Callable[..., object]]
    ) -> None:
        self.found = Findings()
        self._environment = environment
        self._commands = {name: Command(name, call) for name, call in commands.items()}
        self._depth = 0
        self._taken = 0
        self._run_with: set[tuple[object, ...]] = set()

    def outermost(self, names: Mapping[str, Shape]) -> ChainMap[str, Shape]:
        return ChainMap({}, dict(names), self._commands)

    def template(self, name: str, scope: Scope) -> ChainMap[str, Shape]:
        """Read another template with these names; return those that it knows at its end."""
        self._taken += 1
        with self._deeper() as may:
            tree, file = self._parsed(name, scope) if may and self._taken <= MOST else (None, "")
            if tree is not None:
                self.visit(tree, replace(scope, file=file))
        return scope.names

    def _parsed(self, name: str, scope: Scope) -> tuple[Node, str]:
        file = scope.file
        try:
            loader: Any = self._environment.loader
            text, file, _ = loader.get_source(self._environment, name)
            self.found.texts[file] = text
            self._environment.compile(text, name, file)  # knows filters and tests
            return self._environment.parse(text, name, file), file
        except FaultError as fault:
            self._add(*fault.diagnostics)
        except Exception as fault:  # noqa: BLE001  (what is no slip is raised again)
            try:
                template.told(fault, file)
            except FaultError as told:
                self._add(*told.diagnostics)
        return None, file

    @contextmanager
    def _deeper(self) -> Iterator[bool]:
        self._depth += 1
        try:
            yield self._depth <= DEEPEST
        finally:
            self._depth -= 1

    def _add(self, *diagnostics: Diagnostic) -> None:
        self.found.diagnostics.update(dict.fromkeys(diagnostics))

    def _say(self, code: str, line: int, scope: Scope, message: str, hint: str = "") -> None:
        self._add(error(code, Span(scope.file, line, 1), message, hint))

    def generic_visit(self, node: Node, *args: Any, **kwargs: Any) -> Shape:  # noqa: ANN401
        """Look inside; what comes out of it is not known."""
        super().generic_visit(node, *args, **kwargs)
        return UNKNOWN

    # -- statements ---------------------------------------------------------------------------

    def visit_For(self, node: Node, scope: Scope) -> Shape:  # noqa: N802  (jinja2's names)
        item = shapes.element(self.visit(node.iter, scope))
        loop = Known(dict.fromkeys(_LOOP, UNKNOWN))
        inner = scope.inner(loop=loop)
        self._assign(node.target, item, inner)
        if node.test is not None:
            self.visit(node.test, inner)
        self._all(node.body, inner)
        self._all(node.else_, scope.inner())

    def visit_Assign(self, node: Node, scope: Scope) -> Shape:  # noqa: N802
        self._assign(node.target, self.visit(node.node, scope), scope)

    def visit_AssignBlock(self, node: Node, scope: Scope) -> Shape:  # noqa: N802
        self._all(node.body, scope.inner())
        if node.filter is not None:
            self.visit(node.filter, scope)
        self._assign(node.target, UNKNOWN, scope)

    def visit_With(self, node: Node, scope: Scope) -> Shape:  # noqa: N802
        inner = scope.inner()
        for target, value in zip(node.targets, node.values, strict=True):
            self._assign(target, self.visit(value, scope), inner)
        self._all(node.body, inner)

    def visit_Block(self, node: Node, scope: Scope) -> Shape:  # noqa: N802
        self._all(node.body, scope.inner(super=UNKNOWN))

    def visit_Macro(self, node: Node, scope: Scope) -> Shape:  # noqa: N802
        scope.names[node.name] = Macro(node, scope)
        for default in node.defaults:
            self.visit(default, scope)
        self._body(node, scope, {})

    def visit_CallBlock(self, node: Node, scope: Scope) -> Shape:  # noqa: N802
        self._called(node.call, scope, extra=("caller",))
        self._body(node, scope, {})

    def visit_Include(self, node: Node, scope: Scope) -> Shape:  # noqa: N802
        name = getattr(node.template, "value", None)
        if isinstance(name, str) and not node.ignore_missing:
            names = scope.names.new_child() if node.with_context else self.outermost({})
            self._taken_in(name, node, replace(scope, names=names))

    def visit_Extends(self, node: Node, scope: Scope) -> Shape:  # noqa: N802
        name = getattr(node.template, "value", None)
        if isinstance(name, str):
            self._taken_in(name, node, scope)

    def visit_Import(self, node: Node, scope: Scope) -> Shape:  # noqa: N802
        scope.names[node.target] = self._imported(node, scope)

    def visit_FromImport(self, node: Node, scope: Scope) -> Shape:  # noqa: N802
        module = self._imported(node, scope)
        for name in node.names:
            own, new = name if isinstance(name, tuple) else (name, name)
            scope.names[new] = self._attribute(module, own, node.lineno, scope)

    def _imported(self, node: Node, scope: Scope) -> Shape:
        name = getattr(node.template, "value", None)
        if not isinstance(name, str):
            return UNKNOWN
        names = scope.names.new_child() if node.with_context else self.outermost({})
        return Known(self._taken_in(name, node, replace(scope, names=names)).maps[0])

    def _taken_in(self, name: str, node: Node, scope: Scope) -> ChainMap[str, Shape]:
        """Read a template that another takes in; where it is not, is said where it is asked."""
        before = set(self.found.diagnostics)
        names = self.template(name, scope)
        for one in [d for d in self.found.diagnostics if d not in before and d.code == "SCM608"]:
            if one.span.file == scope.file:
                del self.found.diagnostics[one]
                self._say(one.code, node.lineno, scope, one.message, one.hint)
        return names

    def _all(self, nodes: list[Node], scope: Scope) -> None:
        for node in nodes:
            self.visit(node, scope)

    def _assign(self, target: Node, shape: Shape, scope: Scope) -> None:
        match type(target).__name__:
            case "Name":
                scope.names[target.name] = shape
            case "Tuple":
                for item in target.items:
                    self._assign(item, shapes.element(shape), scope)

    def _body(self, node: Node, scope: Scope, given: Mapping[str, Shape]) -> None:
        own = {argument.name: given.get(argument.name, UNKNOWN) for argument in node.args}
        always = dict.fromkeys(("caller", "varargs", "kwargs"), UNKNOWN)
        self._all(node.body, scope.inner(**always | own))

    # -- expressions --------------------------------------------------------------------------

    def visit_Name(self, node: Node, scope: Scope) -> Shape:  # noqa: N802
        if node.ctx != "load" or node.name == "self":
            return UNKNOWN
        if node.name not in scope.names:
            self._say("SCM601", node.lineno, scope, *unknown(node.name, list(scope.names)))
        return scope.names.get(node.name, UNKNOWN)

    def visit_Const(self, node: Node, scope: Scope) -> Shape:  # noqa: ARG002, N802
        return type(node.value)

    def visit_Concat(self, node: Node, scope: Scope) -> Shape:  # noqa: N802
        self._all(node.nodes, scope)
        return str

    def visit_CondExpr(self, node: Node, scope: Scope) -> Shape:  # noqa: N802
        self.visit(node.test, scope)
        branches = [node.expr1, *([node.expr2] if node.expr2 else [])]
        return shapes.either([self.visit(branch, scope) for branch in branches])

    def visit_Or(self, node: Node, scope: Scope) -> Shape:  # noqa: N802
        return shapes.either([self.visit(side, scope) for side in (node.left, node.right)])

    def visit_Add(self, node: Node, scope: Scope) -> Shape:  # noqa: N802
        left, right = self.visit(node.left, scope), self.visit(node.right, scope)
        if isinstance(left, Columns) and isinstance(right, Columns):
            return Columns(left.each + right.each)
        return UNKNOWN

    def visit_List(self, node: Node, scope: Scope) -> Shape:  # noqa: N802
        items = [self.visit(item, scope) for item in node.items]
        columns = tuple(item for item in items if isinstance(item, Column))
        if items and len(columns) == len(items):
            return Columns(columns)
        inside = shapes.either(items)
        return list[inside] if isinstance(inside, type) else UNKNOWN  # type: ignore[valid-type]

    def visit_Getattr(self, node: Node, scope: Scope) -> Shape:  # noqa: N802
        return self._attribute(self.visit(node.node, scope), node.attr, node.lineno, scope)

    def visit_Getitem(self, node: Node, scope: Scope) -> Shape:  # noqa: N802
        owner, key = self.visit(node.node, scope), getattr(node.arg, "value", None)
        self.visit(node.arg, scope)
        if isinstance(key, str):
            return self._attribute(owner, key, node.lineno, scope)
        sliced = type(node.arg).__name__ == "Slice"
        return owner if sliced else shapes.element(owner)

    def visit_Test(self, node: Node, scope: Scope) -> Shape:  # noqa: N802
        if node.name not in self._environment.tests:
            hint = f"uji '{node.name}' tidak dikenal"
            self._say("SCM602", node.lineno, scope, "tata tulis templat keliru", hint)
        self._all([node.node, *node.args, *node.kwargs], scope)
        return bool

    def visit_Filter(self, node: Node, scope: Scope) -> Shape:  # noqa: N802
        if node.name not in self._environment.filters:
            hint = f"saringan '{node.name}' tidak dikenal"
            self._say("SCM602", node.lineno, scope, "tata tulis templat keliru", hint)
        value = UNKNOWN if node.node is None else self.visit(node.node, scope)
        self._all([*node.args, *node.kwargs], scope)
        item = shapes.element(value)
        if node.name in _BY_NAME and (name := _by(node)):
            for part in name.split("."):
                item = self._attribute(item, part, node.lineno, scope)
        if node.name in _SAME:
            return value
        if node.name in _ONE_OF:
            return shapes.element(value)
        return int if node.name in _NUMBERS else UNKNOWN

    def visit_Call(self, node: Node, scope: Scope) -> Shape:  # noqa: N802
        return self._called(node, scope)

    def _attribute(self, shape: Shape, name: str, line: int, scope: Scope) -> Shape:
        if isinstance(shape, (Command, Macro, Column, Columns)):
            return UNKNOWN
        try:
            return shape.get(name) if isinstance(shape, Known) else shapes.attribute(shape, name)
        except shapes.NoSuchNameError as missing:
            self._say("SCM601", line, scope, *unknown(name, missing.known))
            return UNKNOWN

    # -- calls --------------------------------------------------------------------------------

    def _called(self, node: Node, scope: Scope, extra: tuple[str, ...] = ()) -> Shape:
        called = self.visit(node.node, scope)
        given = [self.visit(argument, scope) for argument in node.args]
        named = {pair.key: self.visit(pair.value, scope) for pair in node.kwargs}
        for more in (node.dyn_args, node.dyn_kwargs):
            if more is not None:
                self.visit(more, scope)
        if isinstance(called, Macro):
            self._run(called, given, named)
        if not isinstance(called, Command) or node.dyn_args or node.dyn_kwargs:
            return UNKNOWN
        signature = inspect.signature(called.function)
        for pair in node.kwargs:
            if pair.key not in signature.parameters:
                self._misnamed(called.name, pair, list(signature.parameters), scope)
                return UNKNOWN
        try:
            bound = signature.bind(*given, **named, **dict.fromkeys(extra, UNKNOWN)).arguments
        except TypeError as fault:
            self._wrong(called.name, fault, node, scope)
            return UNKNOWN
        written = signature.bind(
            *node.args, **{p.key: p.value for p in node.kwargs}, **dict.fromkeys(extra)
        ).arguments
        if not extra:
            self._tried(called, node, scope)
        return self._particular(called.name, bound, written, node, scope)

    def _run(self, macro: Macro, given: list[Shape], named: Mapping[str, Shape]) -> None:
        """Read a macro once more, now that the shapes of its arguments are known."""
        names = [argument.name for argument in macro.node.args]
        own = dict(zip(names, given, strict=False)) | dict(named)
        call = (macro, *own.items())
        with self._deeper() as may:
            if may and call not in self._run_with:
                self._run_with.add(call)
                self._body(macro.node, macro.scope, own)

    def _misnamed(self, name: str, pair: Node, known: list[str], scope: Scope) -> None:
        close = difflib.get_close_matches(pair.key, known, 1)
        meant = f"; mungkin maksudnya '{close[0]}'" if close else f"; yang ada: {', '.join(known)}"
        hint = f"isian '{pair.key}' tidak dikenal{meant}"
        self._say("SCM611", pair.lineno, scope, f"perintah '{name}' diisi dengan keliru", hint)

    def _wrong(self, name: str, fault: TypeError, node: Node, scope: Scope) -> None:
        hint = explanations.indonesian(str(fault))
        self._say("SCM611", node.lineno, scope, f"perintah '{name}' diisi dengan keliru", hint)

    def _tried(self, called: Command, node: Node, scope: Scope) -> None:
        """Call what is given only what is written out: it says itself what it cannot take."""
        try:
            values = [_written(a, called.name, n) for n, a in enumerate(node.args)]
            named = {pair.key: _written(pair.value, called.name) for pair in node.kwargs}
        except ValueError:
            return
        try:
            called.function(*values, **named)
        except UnplacedError as fault:
            self._say(fault.code, node.lineno, scope, fault.message, fault.hint)
        except TypeError as fault:
            self._wrong(called.name, fault, node, scope)

    def _particular(
        self, name: str, bound: Mapping[str, Shape], written: Mapping[str, Node],
        node: Node, scope: Scope,
    ) -> Shape:  # fmt: skip
        """Look at what only this command means."""
        if name == "col":
            field = written.get("field")
            return Column("" if field is None else getattr(field, "value", None), node.lineno)
        if name in {"styled", "marked"}:
            style = getattr(written.get("style"), "value", None)
            kind = "paragraph" if name == "styled" else "character"
            if isinstance(style, str):
                self.found.styles.setdefault((kind, style), Span(scope.file, node.lineno, 1))
        if name == "table" and isinstance(bound.get("columns"), Columns):
            self._table(shapes.element(bound.get("rows")), bound["columns"].each, node, scope)
        return UNKNOWN

    def _table(self, row: Shape, columns: tuple[Column, ...], node: Node, scope: Scope) -> None:
        """Judge whether rows and columns fit each other."""
        cells = shapes.length(row)
        if cells is not None and cells not in {len(columns), 1}:
            message = f"baris berisi {cells} sel, padahal tabel punya {len(columns)} kolom"
            self._say("SCM611", node.lineno, scope, message)
        if not shapes.record(row):
            return
        for column in columns:
            if column.field:
                self._attribute(row, column.field, column.line, scope)


def _by(node: Node) -> str:
    """Return the name by which a filter looks at items."""
    named = {pair.key: pair.value for pair in node.kwargs}
    first = (
        node.args[0] if node.args and node.name in {"groupby", "rejectattr", "selectattr"} else None
    )
    value = getattr(named.get("attribute", first), "value", None)
    return value if isinstance(value, str) else ""


def _written(node: Node, command: str, place: int = -1) -> object:
    """Return a value that is written out; raise ValueError where it is not."""
    if type(node).__name__ == "Const":
        return node.value
    if command == "col" and place == 0:
        return ""  # a column's title may be anything
    raise ValueError
