"""The expressions of a form.yaml: a small part of Jinja's, over data whose names are known.

Names, parts (`a.b`), members (`a["b"]`), comparisons, `x if y else z`, `a ~ b` and the
filters below; no call, no arithmetic, no loop. Jinja reads them, nothing of them is ever
compiled or run as code. Of what is unknown every part is unknown too, and so is whatever
is compared with it, joined to it or chosen by it.
"""
# ruff: noqa: PLC0415  (jinja2 costs 40 ms and is only paid for by who renders)

import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from scmaster.model.values import PartialDate, Period
from scmaster.model.wording import date_words, period_words
from scmaster.passages.cells import Missing
from scmaster.passages.form_data import Register
from scmaster.render import explanations, formats
from scmaster.render.expression_kinds import CODE, PICKING, Kind, Kinds, unknown
from scmaster.render.faults import UnplacedError
from scmaster.render.values import clean

if TYPE_CHECKING:
    from jinja2 import Environment, nodes

LONGEST = 1000
"""Characters of an expression."""
NOTHING = Missing().text
QUOTED = "teks yang tetap diapit dua macam tanda kutip: \"'teks'\""
_SLIPS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)

_COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "lteq": operator.le,
    "gt": operator.gt,
    "gteq": operator.ge,
    "in": lambda a, b: a in b,
    "notin": lambda a, b: a not in b,
}
"""By Jinja's names; selectattr and rejectattr know them by the same."""


@dataclass(frozen=True)
class Expression:
    """An expression whose names are known to exist."""

    source: str
    kind: Kind
    _tree: "nodes.Expr"

    def value(self, names: Mapping[str, object]) -> object:
        """Compute it; raise UnplacedError over what cannot be. None: the city does not say."""
        try:
            return _Values(names).of(self._tree)
        except UnplacedError as fault:
            raise UnplacedError(CODE, fault.message, fault.hint) from None
        except _SLIPS as fault:
            words = explanations.indonesian(f"{type(fault).__name__}: {fault}")
            raise UnplacedError(CODE, f"'{self.source}' tidak dapat dihitung", words) from None


def compiled(source: str, names: Mapping[str, Kind]) -> Expression:
    """Read an expression over names of these kinds; raise UnplacedError over a slip in it."""
    from jinja2 import TemplateSyntaxError

    if len(source) > LONGEST:
        raise UnplacedError(CODE, f"ungkapan lebih panjang dari {LONGEST} huruf")
    try:
        tree = _parsed(source)
        return Expression(source, Kinds(names, (*FILTERS, *PICKING)).of(tree), tree)
    except TemplateSyntaxError as fault:
        said = fault.message or ""
        words = "belum selesai" if "end of" in said else explanations.indonesian(said)
        raise UnplacedError(CODE, f"tata tulis ungkapan keliru: {words}", QUOTED) from None
    except RecursionError:
        raise UnplacedError(CODE, "ungkapan terlalu dalam bertingkat") from None


def shown(value: object) -> list[str]:
    """Write a value as lines of words; nothing for what is unknown or empty.

    Of several, one that is unknown has a line that says so. Raises UnplacedError over what
    has no words of its own, such as a whole record.
    """
    if value is None:
        words = ""
    elif isinstance(value, str):
        words = clean(value)
    elif isinstance(value, bool):
        words = "ya" if value else "tidak"
    elif isinstance(value, (int, float, Decimal)):
        words = _number(value)
    elif isinstance(value, PartialDate):
        words = date_words(value)
    elif isinstance(value, Period):
        words = period_words(value)
    elif isinstance(value, (list, tuple)):
        return [line for item in value for line in shown(item) or [NOTHING]]
    else:
        hint = "tulis bagian yang dimaksud, misalnya .name"
        raise UnplacedError(CODE, "yang disebut bukan satu nilai, melainkan sekumpulan", hint)
    return [words] if words.strip() else []


def _number(value: float | Decimal) -> str:
    try:
        return formats.number(value)
    except ArithmeticError:  # with more digits than any figure of a city has
        raise UnplacedError(CODE, f"angka '{str(value)[:20]}…' terlalu panjang") from None


def members_of(value: object) -> list[object]:
    """Return what is to be repeated; raise UnplacedError for what is no list."""
    if value is None:
        return []
    if not isinstance(value, (Register, list)):
        raise UnplacedError(CODE, "yang diulang harus sebuah daftar", "misalnya programmes")
    return list(value)


@cache
def _environment() -> "Environment":
    from jinja2 import Environment

    return Environment(autoescape=True)  # it only reads


def _parsed(source: str) -> "nodes.Expr":
    from jinja2.parser import Parser

    parser = Parser(_environment(), source, state="variable")
    tree = parser.parse_expression()
    if not parser.stream.eos:
        rest = parser.stream.current.value
        raise UnplacedError(CODE, f"'{rest}' tidak pada tempatnya", QUOTED)
    return tree


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
"""Beside selectattr, rejectattr and map; each leaves the unknown unknown."""


class _Values:
    """Computes an expression, node by node."""

    def __init__(self, names: Mapping[str, object]) -> None:
        self._names = names

    def of(self, node: "nodes.Node") -> Any:  # noqa: ANN401  (whatever the city says)
        """Return what a node yields; None for what is unknown."""
        return getattr(self, f"_{type(node).__name__.lower()}")(node)

    def _name(self, node: "nodes.Name") -> object:
        return self._names[node.name]

    def _const(self, node: "nodes.Const") -> object:
        return node.value

    def _list(self, node: "nodes.List | nodes.Tuple") -> object:
        return [self.of(item) for item in node.items]

    _tuple = _list

    def _getattr(self, node: "nodes.Getattr") -> object:
        return _part(self.of(node.node), node.attr)

    def _getitem(self, node: "nodes.Getitem") -> object:
        owner, name = self.of(node.node), self.of(node.arg)
        if owner is None or name is None:
            return None
        if isinstance(owner, Register):
            return _member(owner, name)
        return owner[name] if -len(owner) <= name < len(owner) else None

    def _concat(self, node: "nodes.Concat") -> object:
        return _join(self.of(item) for item in node.nodes)

    def _filter(self, node: "nodes.Filter") -> object:
        given = self.of(node.node) if node.node is not None else None
        arguments = [self.of(argument) for argument in node.args]
        named = {str(pair.key): self.of(pair.value) for pair in node.kwargs}
        if given is None:
            return None
        if node.name == "map":
            return [_part(item, named["attribute"]) for item in given]
        if node.name in PICKING:
            wanted = node.name == "selectattr"
            return [item for item in given if _passes(item, *arguments) is wanted]
        return FILTERS[node.name](given, *arguments, **named)

    def _compare(self, node: "nodes.Compare") -> bool | None:
        """Compare; with what is unknown nothing can be, unless `none` itself is asked for."""
        left, asked = self.of(node.expr), _is_none(node.expr)
        for operand in node.ops:
            right = self.of(operand.expr)
            if (left is None or right is None) and not (asked or _is_none(operand.expr)):
                return None
            if not _compared(operand.op, left, right):
                return False
            left, asked = right, _is_none(operand.expr)
        return True

    def _condexpr(self, node: "nodes.CondExpr") -> object:
        test = self.of(node.test)
        if test is None or node.expr2 is None:
            return None
        return self.of(node.expr1 if test else node.expr2)

    def _not(self, node: "nodes.Not") -> bool | None:
        value = self.of(node.node)
        return None if value is None else not value

    def _and(self, node: "nodes.And") -> object:
        """Tell whether both hold; of one that does not, the other is not asked."""
        left, right = self.of(node.left), self.of(node.right)
        if left is None:
            return None if right is None or right else right
        return right if left else left

    def _or(self, node: "nodes.Or") -> object:
        left = self.of(node.left)
        return left or self.of(node.right)


def _part(owner: Any, path: str) -> object:  # noqa: ANN401  (any record)
    """Return a part of a record, or a part of a part (`a.b`)."""
    for name in path.split("."):
        if owner is None:
            return None
        whole = is_dataclass(owner) and not isinstance(owner, (Register, PartialDate, Period))
        known = [field.name for field in fields(owner)] if whole else []
        if name not in known:
            raise unknown(name, known)
        owner = getattr(owner, name)
    return owner


def _member(register: Register[Any], name: str) -> object:
    try:
        return register[name]
    except KeyError:
        raise unknown(name, register.names()) from None


def _passes(item: object, path: str, test: str = "", *wanted: object) -> bool:
    """Tell whether a part of a record is what is asked for; what is unknown is not."""
    value = _part(item, path)
    if value is None or not test:
        return bool(value)
    name = {"ge": "gteq", "le": "lteq"}.get(test, test)
    if name not in _COMPARED:
        raise unknown(test, (*_COMPARED, "ge", "le"), "uji")
    return _compared(name, value, *wanted)


def _compared(name: str, left: object, right: object) -> bool:
    """Compare two values; raise UnplacedError for words beside a number: never the same."""
    numbers = (int, float, Decimal)
    if name not in {"in", "notin"} and (
        (isinstance(left, str) and isinstance(right, numbers))
        or (isinstance(left, numbers) and isinstance(right, str))
    ):
        hint = "tulis teks di antara tanda kutip dan angka tanpa tanda kutip"
        raise UnplacedError(CODE, f"teks dibandingkan dengan angka: '{left}' dan '{right}'", hint)
    return _COMPARED[name](left, right)


def _is_none(node: "nodes.Expr") -> bool:
    from jinja2 import nodes

    return isinstance(node, nodes.Const) and node.value is None
