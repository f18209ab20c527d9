"""What kind of thing each part of an expression is, and which names there are.

Looked up in the dataclasses before anything is computed, so that a misspelt name shows
whatever a city's data holds.
"""
# ruff: noqa: PLC0415  (jinja2 costs 40 ms and is only paid for by who renders)

import types
import typing
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from scmaster.indonesian import listing
from scmaster.load import did_you_mean
from scmaster.model.values import PartialDate, Period
from scmaster.passages.form_data import Register
from scmaster.render.faults import UnplacedError

if TYPE_CHECKING:
    from jinja2 import nodes

CODE = "SCM667"
PICKING = ("selectattr", "rejectattr", "map")
SEVERAL: frozenset[object] = frozenset({Register, list})

Kind = Any
"""A type as annotations write it; None where it cannot be told beforehand."""


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


def unknown(name: str, known: Iterable[str], what: str = "nama") -> UnplacedError:
    """Return the fault of a name that is not there, with the nearest one that is."""
    every = sorted(known)
    hint = did_you_mean(name, every) or (f"yang ada: {listing(every, 20)}" if every else "")
    return UnplacedError(CODE, f"{what} '{name}' tidak dikenal", hint)


class Kinds:
    """Finds the kind of each part of an expression, and whoever is misspelt on the way."""

    def __init__(self, names: Mapping[str, Kind], filters: Iterable[str]) -> None:
        """Take the names an expression may begin with, and the filters there are."""
        self._names, self._filters = names, frozenset(filters)

    def of(self, node: "nodes.Node") -> Kind:
        """Return the kind of what a node yields; raise UnplacedError over a slip."""
        visit = getattr(self, f"_{type(node).__name__.lower()}", None)
        if visit is None:
            hint = 'yang ada: a.b, a["b"], perbandingan, x if y else z, a ~ b, dan saringan (|)'
            raise UnplacedError(CODE, "ungkapan memuat yang tidak dipakai di sini", hint)
        return visit(node)

    def _name(self, node: "nodes.Name") -> Kind:
        if node.name not in self._names:
            raise unknown(node.name, self._names)
        return self._names[node.name]

    def _const(self, node: "nodes.Const") -> Kind:
        return type(node.value)

    def _getattr(self, node: "nodes.Getattr") -> Kind:
        return _part(self.of(node.node), node.attr)

    def _getitem(self, node: "nodes.Getitem") -> Kind:
        owner = _bare(self.of(node.node))
        asked = self.of(node.arg)
        if owner is None:
            raise UnplacedError(CODE, "tanda [ ] hanya untuk daftar yang disebut namanya")
        if typing.get_origin(owner) not in SEVERAL:
            raise UnplacedError(CODE, "tanda [ ] hanya untuk daftar", "pakai titik: city.name")
        origin: object = typing.get_origin(owner)
        wanted = int if origin is list else str
        if _bare(asked) is not wanted:
            word = "nama di antara tanda kutip" if wanted is str else "nomor"
            raise UnplacedError(CODE, f"di dalam tanda [ ] diharapkan {word}")
        return typing.get_args(owner)[0]

    def _filter(self, node: "nodes.Filter") -> Kind:
        if node.name not in self._filters:
            raise unknown(node.name, self._filters, "saringan")
        if node.node is None or node.dyn_args or node.dyn_kwargs:
            raise UnplacedError(CODE, "tata tulis saringan keliru")
        given = _bare(self.of(node.node))
        for argument in (*node.args, *(pair.value for pair in node.kwargs)):
            self.of(argument)
        inside = next(iter(typing.get_args(given)), None)
        if node.name in PICKING:
            return self._picked(node, given, inside)
        return inside if node.name in {"first", "last"} else None

    def _picked(self, node: "nodes.Filter", given: Kind, inside: Kind) -> Kind:
        """Return the kind of several that are picked by a part, or of their parts."""
        from jinja2 import nodes

        named = [pair.value for pair in node.kwargs if pair.key == "attribute"]
        first = (named if node.name == "map" else node.args)[:1]
        if not (first and isinstance(first[0], nodes.Const) and isinstance(first[0].value, str)):
            example = f'{node.name}("year", "eq", "2025")'
            example = 'map(attribute="name")' if node.name == "map" else example
            raise UnplacedError(CODE, f"'{node.name}' tanpa nama bagian", f"tulis {example}")
        if given is not None and typing.get_origin(given) not in SEVERAL:
            raise UnplacedError(CODE, f"'{node.name}' hanya untuk daftar")
        if len(node.kwargs) > len(named) or (named and node.args):
            raise UnplacedError(CODE, f"isian saringan '{node.name}' terlalu banyak")
        for step in first[0].value.split("."):
            inside = _part(inside, step)
        if node.name != "map":
            return given
        return list[inside]

    def _compare(self, node: "nodes.Compare") -> Kind:
        self.of(node.expr)
        for operand in node.ops:
            self.of(operand.expr)
        return bool

    def _condexpr(self, node: "nodes.CondExpr") -> Kind:
        if node.expr2 is None:
            raise UnplacedError(CODE, "'if' tanpa 'else'", "tulis: x if syarat else y")
        self.of(node.test)
        kinds = [self.of(node.expr1), self.of(node.expr2)]
        return kinds[0] if kinds[0] == kinds[1] else None

    def _not(self, node: "nodes.Not") -> Kind:
        self.of(node.node)
        return bool

    def _and(self, node: "nodes.And | nodes.Or") -> Kind:
        self.of(node.left)
        self.of(node.right)

    _or = _and

    def _list(self, node: "nodes.List | nodes.Tuple") -> Kind:
        for item in node.items:
            self.of(item)

    _tuple = _list

    def _concat(self, node: "nodes.Concat") -> Kind:
        for item in node.nodes:
            self.of(item)
        return str


def _bare(kind: Kind) -> Kind:
    """Return a kind without `| None`; None where several are left."""
    if not isinstance(kind, types.UnionType):
        return kind
    some = [each for each in typing.get_args(kind) if each is not types.NoneType]
    return some[0] if len(some) == 1 else None


def _part(kind: Kind, name: str) -> Kind:
    owner = _bare(kind)
    if owner is None:
        return None
    if typing.get_origin(owner) in SEVERAL:
        hint = f'sebut anggotanya: ["…"].{name}, atau pakai saringan map(attribute="{name}")'
        raise UnplacedError(CODE, f"'{name}' bagian dari anggota, bukan dari daftarnya", hint)
    if not is_dataclass(owner) or owner in {PartialDate, Period}:
        raise UnplacedError(CODE, f"tidak ada '{name}' di dalam satu nilai", "hapus bagian itu")
    kinds = kinds_of(typing.cast("type", owner))
    if name not in kinds:
        raise unknown(name, kinds)
    return kinds[name]
