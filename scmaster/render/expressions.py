"""The expressions of a form.yaml: a small part of Jinja's, over data whose names are known.

Names, parts (`a.b`), members (`a["b"]`), comparisons, `x if y else z`, `a ~ b` and the
filters below; no call, no arithmetic, no loop. Names are checked against the dataclasses
before anything is computed, so that a slip shows whatever the data. Of what is unknown
every part is unknown too.
"""
# ruff: noqa: PLC0415  (jinja2 costs 40 ms and is only paid for by who renders)

import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from scmaster.indonesian import listing
from scmaster.load import did_you_mean
from scmaster.model.values import PartialDate, Period
from scmaster.model.wording import date_words, period_words
from scmaster.passages.form_data import Register
from scmaster.render import explanations, formats
from scmaster.render.faults import UnplacedError
from scmaster.render.values import clean

if TYPE_CHECKING:
    from jinja2 import Environment, nodes
    from jinja2.environment import TemplateExpression

LONGEST = 1000
"""Characters of an expression."""
CODE = "SCM667"
QUOTED = "teks yang tetap diapit dua macam tanda kutip: \"'teks'\""
PICKING = ("selectattr", "rejectattr", "map")
TESTS = ("eq", "equalto", "==", "ne", "!=", "in", "none", "gt", ">", "ge", ">=", "lt", "<", "<=")
SEVERAL: frozenset[object] = frozenset({Register, list})
_SLIPS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)

Kind = Any
"""A type as annotations write it; None where it cannot be told beforehand."""


@dataclass(frozen=True)
class Expression:
    """An expression whose names are known to exist."""

    source: str
    kind: Kind
    _run: "TemplateExpression"

    def value(self, names: Mapping[str, object]) -> object:
        """Compute it; raise UnplacedError over what cannot be. None: the city does not say."""
        from jinja2 import TemplateError
        from jinja2.runtime import Undefined

        try:
            found = self._run(**names)
            if isinstance(found, Undefined):
                str(found)  # says what is not there, or not allowed
            return list(found) if isinstance(found, Iterator) else found
        except UnplacedError as fault:
            raise UnplacedError(CODE, fault.message, fault.hint) from None
        except (TemplateError, *_SLIPS) as fault:
            words = explanations.indonesian(f"{type(fault).__name__}: {fault}")
            raise UnplacedError(CODE, f"'{self.source}' tidak dapat dihitung", words) from None


def compiled(source: str, names: Mapping[str, Kind]) -> Expression:
    """Read an expression over names of these kinds; raise UnplacedError over a slip in it."""
    from jinja2 import TemplateSyntaxError, nodes
    from jinja2.environment import TemplateExpression

    if len(source) > LONGEST:
        raise UnplacedError(CODE, f"ungkapan lebih panjang dari {LONGEST} huruf")
    environment = _environment()
    try:
        tree = _joined(_parsed(environment, source), environment)
        kind = _Names(environment, names).kind(tree)
        body: list[nodes.Node] = [nodes.Assign(nodes.Name("result", "store"), tree, lineno=1)]
        template = environment.from_string(nodes.Template(body, lineno=1))
    except TemplateSyntaxError as fault:
        said = fault.message or ""
        words = "belum selesai" if "end of" in said else explanations.indonesian(said)
        raise UnplacedError(CODE, f"tata tulis ungkapan keliru: {words}", QUOTED) from None
    except RecursionError:
        raise UnplacedError(CODE, "ungkapan terlalu dalam bertingkat") from None
    return Expression(source, kind, TemplateExpression(template, undefined_to_none=False))


def shown(value: object) -> list[str]:
    """Write a value as lines of words; nothing for what is unknown or empty.

    Raises UnplacedError over what has no words of its own, such as a whole record.
    """
    if value is None:
        words = ""
    elif isinstance(value, str):
        words = clean(value)
    elif isinstance(value, bool):
        words = "ya" if value else "tidak"
    elif isinstance(value, (int, float, Decimal)):
        words = formats.number(value)
    elif isinstance(value, PartialDate):
        words = date_words(value)
    elif isinstance(value, Period):
        words = period_words(value)
    elif isinstance(value, (list, tuple)):
        return [line for item in value for line in shown(item)]
    else:
        hint = "tulis bagian yang dimaksud, misalnya .name"
        raise UnplacedError(CODE, "yang disebut bukan satu nilai, melainkan sekumpulan", hint)
    return [words] if words.strip() else []


def _parsed(environment: "Environment", source: str) -> "nodes.Expr":
    from jinja2.parser import Parser

    parser = Parser(environment, source, state="variable")
    tree = parser.parse_expression()
    if not parser.stream.eos:
        rest = parser.stream.current.value
        raise UnplacedError(CODE, f"'{rest}' tidak pada tempatnya", QUOTED)
    return tree


def _joined(tree: "nodes.Expr", environment: "Environment") -> "nodes.Expr":
    """Make `a ~ b` a join, which knows what to do with what is unknown."""
    from jinja2 import nodes
    from jinja2.visitor import NodeTransformer

    class Joining(NodeTransformer):
        def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802  (jinja2's name)
            self.generic_visit(node)
            parts = nodes.List(node.nodes, lineno=node.lineno)
            return nodes.Filter(parts, "join", [], [], None, None, lineno=node.lineno)

    made: nodes.Expr = Joining().visit(tree)
    made.set_environment(environment)
    return made


@cache
def _environment() -> "Environment":
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Small(ImmutableSandboxedEnvironment):
        """Knows what is unknown: of that, every part is unknown as well."""

        def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401  (jinja2's own)
            return None if obj is None else super().getattr(obj, attribute)

        def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401  (jinja2's own)
            if obj is None:
                return None
            if isinstance(obj, Register):
                return _member(obj, argument)
            if isinstance(obj, list) and isinstance(argument, int):
                return obj[argument] if -len(obj) <= argument < len(obj) else None
            return super().getitem(obj, argument)

    made = Small(undefined=StrictUndefined, autoescape=False)
    made.globals = {}
    kept = {name: made.filters[name] for name in PICKING}
    made.filters = kept | {name: _unless_unknown(f) for name, f in FILTERS.items()}
    made.tests = {name: made.tests[name] for name in TESTS}
    return made


def _member(register: Register[Any], name: str) -> object:
    try:
        return register[name]
    except KeyError:
        hint = _nearest(name, register.names())
        raise UnplacedError(CODE, f"'{name}' tidak ada", hint) from None


def _unless_unknown(write: Callable[..., object]) -> Callable[..., object]:
    def written(value: object, *args: object, **kwargs: object) -> object:
        return None if value is None else write(value, *args, **kwargs)

    return written


def _join(values: Iterable[object], between: str = "") -> str | None:
    """Put words one behind the other; nothing if one of them is unknown."""
    lines = [[value] if isinstance(value, str) else shown(value) for value in values]
    return between.join(line for each in lines for line in each) if all(lines) else None


FILTERS: dict[str, Callable[..., object]] = {
    **formats.FILTERS,
    "first": lambda values: next(iter(values), None),
    "last": lambda values: ([None, *values])[-1],
    "join": _join,
    "length": lambda values: sum(1 for _ in values),
    "upper": lambda value: "\n".join(shown(value)).upper(),
}
"""Beside Jinja's selectattr, rejectattr and map; each leaves the unknown unknown."""


class _Names:
    """Finds the kind of each part of an expression, and whoever is misspelt on the way."""

    def __init__(self, environment: "Environment", names: Mapping[str, Kind]) -> None:
        self._environment, self._names = environment, names

    def kind(self, node: "nodes.Node") -> Kind:
        """Return the kind of what a node yields."""
        visit = getattr(self, f"_{type(node).__name__.lower()}", None)
        if visit is None:
            hint = 'yang ada: a.b, a["b"], perbandingan, x if y else z, a ~ b, dan saringan (|)'
            raise UnplacedError(CODE, "ungkapan memuat yang tidak dipakai di sini", hint)
        return visit(node)

    def _name(self, node: "nodes.Name") -> Kind:
        if node.name not in self._names:
            raise _unknown(node.name, self._names)
        return self._names[node.name]

    def _const(self, node: "nodes.Const") -> Kind:
        return type(node.value)

    def _getattr(self, node: "nodes.Getattr") -> Kind:
        return _part(_bare(self.kind(node.node)), node.attr)

    def _getitem(self, node: "nodes.Getitem") -> Kind:
        owner = _bare(self.kind(node.node))
        self.kind(node.arg)
        if owner is None:
            return None
        if typing.get_origin(owner) not in SEVERAL:
            raise UnplacedError(CODE, "tanda [ ] hanya untuk daftar", "pakai titik: city.name")
        return typing.get_args(owner)[0]

    def _filter(self, node: "nodes.Filter") -> Kind:
        if node.name not in self._environment.filters:
            raise _unknown(node.name, self._environment.filters, "saringan")
        if node.node is None or node.dyn_args or node.dyn_kwargs:
            raise UnplacedError(CODE, "tata tulis ungkapan keliru")
        given = _bare(self.kind(node.node))
        for argument in (*node.args, *(pair.value for pair in node.kwargs)):
            self.kind(argument)
        inside = next(iter(typing.get_args(given)), None)
        if node.name in PICKING:
            found = self._picked(node, inside)
            return list[found] if node.name == "map" else given  # type: ignore[valid-type]
        return inside if node.name in {"first", "last"} else None

    def _picked(self, node: "nodes.Filter", inside: Kind) -> Kind:
        """Return the kind of the part by which several are picked."""
        from jinja2 import nodes

        named = [pair.value for pair in node.kwargs if pair.key == "attribute"]
        first = (named if node.name == "map" else node.args)[:1]
        if not (first and isinstance(first[0], nodes.Const) and isinstance(first[0].value, str)):
            example = f'{node.name}("year", "eq", "2025")'
            example = 'map(attribute="name")' if node.name == "map" else example
            raise UnplacedError(CODE, f"'{node.name}' tanpa nama bagian", f"tulis {example}")
        for step in first[0].value.split("."):
            inside = _part(_bare(inside), step)
        return inside

    def _compare(self, node: "nodes.Compare") -> Kind:
        self.kind(node.expr)
        for operand in node.ops:
            self.kind(operand.expr)
        return bool

    def _condexpr(self, node: "nodes.CondExpr") -> Kind:
        if node.expr2 is None:
            raise UnplacedError(CODE, "'if' tanpa 'else'", "tulis: x if syarat else y")
        self.kind(node.test)
        kinds = [self.kind(node.expr1), self.kind(node.expr2)]
        return kinds[0] if kinds[0] == kinds[1] else None

    def _not(self, node: "nodes.Not") -> Kind:
        self.kind(node.node)
        return bool

    def _and(self, node: "nodes.And | nodes.Or") -> Kind:
        self.kind(node.left)
        self.kind(node.right)

    _or = _and

    def _list(self, node: "nodes.List | nodes.Tuple") -> Kind:
        for item in node.items:
            self.kind(item)

    _tuple = _list


def _bare(kind: Kind) -> Kind:
    """Return a kind without `| None`; None where several are left."""
    if not isinstance(kind, types.UnionType):
        return kind
    some = [each for each in typing.get_args(kind) if each is not types.NoneType]
    return some[0] if len(some) == 1 else None


def _part(owner: Kind, name: str) -> Kind:
    if owner is None:
        return None
    if typing.get_origin(owner) in SEVERAL:
        hint = f'sebut anggotanya: ["…"].{name}, atau pakai saringan map(attribute="{name}")'
        raise UnplacedError(CODE, f"'{name}' bagian dari anggota, bukan dari daftarnya", hint)
    if not is_dataclass(owner) or owner in {PartialDate, Period}:
        raise UnplacedError(CODE, f"tidak ada '{name}' di dalam satu nilai", "hapus bagian itu")
    kinds = typing.get_type_hints(owner)
    if name not in kinds:
        raise _unknown(name, kinds)
    return kinds[name]


def kinds_of(owner: type) -> dict[str, Kind]:
    """Return the names that a dataclass gives to an expression, each with its kind."""
    hints = typing.get_type_hints(owner)
    return {field.name: hints[field.name] for field in fields(owner)}


def member_of(kind: Kind) -> Kind:
    """Return the kind of a list's members; None where it is unknown.

    Raises UnplacedError for what is no list.
    """
    bare = _bare(kind)
    if bare is not None and typing.get_origin(bare) not in SEVERAL:
        raise UnplacedError(CODE, "yang diulang harus sebuah daftar", "misalnya programmes")
    return next(iter(typing.get_args(bare)), None)


def _unknown(name: str, known: Iterable[str], what: str = "nama") -> UnplacedError:
    return UnplacedError(CODE, f"{what} '{name}' tidak dikenal", _nearest(name, known))


def _nearest(name: str, known: Iterable[str]) -> str:
    every = sorted(known)
    return did_you_mean(name, every) or f"yang ada: {listing(every, 20)}"
