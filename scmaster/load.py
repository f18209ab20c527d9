"""Nodes to records, one at a time, so that one slip hides nothing else.

This is the only module that knows how pydantic words its errors.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from typing import Any, NamedTuple, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from scmaster.diagnostics import Diagnostic, Severity, Span
from scmaster.model import rewriting
from scmaster.model.formats import RENAMED, Renamed
from scmaster.model.record import Entry, Record
from scmaster.source.nodes import Node

CODES = {
    "SCM100": "Bagian (kunci paling kiri) ini tidak dikenal. Nama bagian ditulis dalam bahasa "
    "Inggris seperti di panduan: programmes, evidence, answers, dan seterusnya.",
    "SCM101": "Isian wajib belum ada. Bila memang tidak diketahui, tanyakan dahulu kepada pemilik "
    "data; jangan diisi dengan perkiraan.",
    "SCM102": "Nama isian tidak dikenal; biasanya salah ketik. Isian yang salah nama tidak dibaca.",
    "SCM103": "Id ditulis dengan huruf, angka, dan tanda hubung, tanpa spasi: prog-ntpd-112.",
    "SCM104": "Angka memakai titik desimal dan tanpa pemisah ribuan: 1250.5. Dokumen hasil tetap "
    "mencetaknya sebagai 1.250,5.",
    "SCM105": "Tanggal ditulis tahun-bulan-hari, sejauh diketahui: 2024-11-06, 2024-11, atau 2024. "
    "Periode memakai garis miring: 2021/2026.",
    "SCM106": "Tautan ditulis lengkap, diawali https:// atau http://, tanpa spasi.",
    "SCM107": "Isian ini berupa daftar, walau isinya hanya satu: tulis dengan tanda hubung di "
    "baris baru, atau di dalam kurung siku.",
    "SCM108": "1.000 dapat berarti seribu atau satu. Tulis 1000 bila seribu, 1.0 bila satu.",
    "SCM109": "Di sini diharapkan isian bernama, satu baris satu: nama, titik dua, spasi, isinya.",
    "SCM110": "Di sini diharapkan satu teks atau angka, bukan daftar atau kelompok isian.",
    "SCM111": "Isian ini hanya boleh memuat salah satu dari beberapa kata tertentu.",
    "SCM112": "Di sini diharapkan bilangan bulat tanpa titik: 154600000.",
    "SCM113": "Tahun ditulis dengan empat angka: 2024.",
    "SCM114": "Isian ini dijawab ya atau tidak (true atau false).",
    "SCM115": "Kode ini mempunyai bentuk tertentu; tulis persis seperti di dokumen resminya.",
    "SCM116": "Periode berakhir sebelum dimulai.",
    "SCM117": "Nilai di luar batas yang mungkin.",
    "SCM118": "Daftar ini tidak boleh kosong.",
    "SCM119": "Isian ini berganti nama. Nama lamanya masih dibaca; 'scmaster migrate' menggantinya "
    "di semua berkas, dengan komentar dan susunannya tetap.",
    "SCM199": "Sebabnya belum punya kode sendiri; laporkan kata di dalam kurung kepada pengembang.",
}

# Keyed by pydantic's error `type`, which is an identifier, and never by its `msg`,
# which is English prose that may be reworded.
MESSAGES = {
    "empty_item": ("SCM101", "butir di '{field}' kosong"),
    "missing": ("SCM101", "'{field}' belum diisi"),
    "extra_forbidden": ("SCM102", "isian '{field}' tidak dikenal di sini"),
    "string_pattern_mismatch": ("SCM103", "'{value}' bukan id yang sah"),
    "string_too_long": ("SCM103", "'{field}' terlalu panjang"),
    "blank": ("SCM101", "'{field}' kosong"),
    "not_a_number": ("SCM104", "'{value}' bukan angka"),
    "ambiguous_number": ("SCM108", "'{value}' berarti ribuan atau pecahan?"),
    "not_a_period": ("SCM105", "'{value}' bukan tanggal atau periode"),
    "not_a_date": ("SCM105", "'{value}' bukan tanggal"),
    "no_such_day": ("SCM105", "'{value}' tidak ada di kalender"),
    "backward_period": ("SCM116", "periode '{value}' berakhir sebelum dimulai"),
    "not_an_address": ("SCM106", "'{value}' bukan tautan yang lengkap"),
    "list_type": ("SCM107", "'{field}' harus berupa daftar"),
    "too_short": ("SCM118", "'{field}' tidak boleh kosong"),
    "model_type": ("SCM109", "'{field}' harus berupa kelompok isian"),
    "not_text": ("SCM110", "'{field}' harus berupa satu teks atau angka"),
    "string_type": ("SCM110", "'{field}' harus berupa satu teks"),
    "literal_error": ("SCM111", "'{value}' bukan isian yang sah untuk '{field}'"),
    "not_a_whole_number": ("SCM112", "'{value}' bukan bilangan bulat"),
    "not_rupiah": ("SCM112", "'{value}' bukan nilai rupiah yang utuh"),
    "not_a_year": ("SCM113", "'{value}' bukan tahun"),
    "not_yes_or_no": ("SCM114", "'{value}' bukan ya atau tidak"),
    "region_code": ("SCM115", "'{value}' bukan kode wilayah Kemendagri (contoh: 64.71)"),
    "bps_code": ("SCM115", "'{value}' bukan kode wilayah BPS (contoh: 6471)"),
    "sub_activity": ("SCM115", "'{value}' bukan kode sub-kegiatan (contoh: 2.16.03.2.02.0035)"),
    "rule_code": ("SCM115", "'{value}' bukan kode temuan (contoh: SCM305)"),
    "sha256": ("SCM115", "'{value}' bukan sidik SHA-256 (64 angka heksadesimal kecil)"),
    "docx_name": ("SCM115", "'{value}' bukan nama berkas .docx di folder yang sama"),
    "greater_than_equal": ("SCM117", "'{value}' terlalu kecil untuk '{field}'"),
    "less_than_equal": ("SCM117", "'{value}' terlalu besar untuk '{field}'"),
}
OTHERWISE = ("SCM199", "'{field}' tidak sah ({type})")

LONGEST_QUOTE = 60


class Read(NamedTuple):
    """A record, and the section it stands in."""

    section: str
    entry: Entry


@dataclass
class Loaded:
    """What could be made of some files."""

    records: list[Read] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    """The ids of records that could not be read, so that nobody calls them unknown."""

    mentioned: set[str] = field(default_factory=set)
    """What stands in records that could not be read: it may name what then looks unused."""
    seen: set[str] = field(default_factory=set)
    """The sections that were written, even if nothing in them could be read."""

    def add(self, other: "Loaded") -> None:
        """Take in what was made of another file."""
        self.records += other.records
        self.broken |= other.broken
        self.mentioned |= other.mentioned
        self.seen |= other.seen

    def lose(self, node: Node) -> None:
        """Remember what stood in a record that could not be read, and by which id.

        An id that is misspelt is also known as it was meant, one under another key as well.
        """
        self.mentioned |= set(_scalars(node))
        identity = node.at(("id",)).value
        if isinstance(identity, str):
            self.broken |= {identity, re.sub(r"[^A-Za-z0-9._]+", "-", identity).strip("-")}
        elif isinstance(node.value, dict):
            self.broken |= {v.value for v in node.value.values() if isinstance(v.value, str)}


def load(root: Node, sections: dict[str, type[Entry]]) -> tuple[Loaded, list[Diagnostic]]:
    """Make every record of one file that can be made; `sections` says what may stand there."""
    made, found = Loaded(), list[Diagnostic]()
    if not isinstance(root.value, dict):
        message = "berkas harus dimulai dengan nama bagian, misalnya 'programmes:'"
        return made, [_error("SCM109", root.span, message)]
    for name, section in root.value.items():
        kind = sections.get(name)
        if kind is None:
            found.append(_unknown_section(name, root.keys.get(name, section.span), sections))
            made.seen |= set(get_close_matches(name, list(sections), n=1))
            for entry in section.value if isinstance(section.value, list) else [section]:
                made.lose(entry)
            continue
        made.seen.add(name)
        if section.value is None:
            continue
        for entry in section.value if isinstance(section.value, list) else [section]:
            record, problems = _load_one(entry, kind, name)
            found += problems
            if record is not None:
                made.records.append(Read(name, record))
                continue
            made.lose(entry)
    return made, found


def salvage(data: bytes) -> Loaded:
    """Take the ids and section names out of a file that is no YAML, by their look alone.

    So a slip of the pen is one finding, and not also a hundred unknown ids.
    """
    text = data.decode("utf-8", errors="replace")
    return Loaded(
        broken=set(re.findall(r"\bid:[ \t]*[\"']?([A-Za-z0-9._-]+)", text)),
        mentioned=set(re.findall(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*", text)),
        seen=set(re.findall(r"(?m)^([a-z_]+):", text)),
    )


def _scalars(node: Node) -> Iterator[str]:
    if isinstance(node.value, str):
        yield node.value
    elif isinstance(node.value, dict):
        for child in node.value.values():
            yield from _scalars(child)
    else:
        for child in node.value or []:
            yield from _scalars(child)


def _unknown_section(name: str, span: Span, sections: dict[str, type[Entry]]) -> Diagnostic:
    meant = nearest(name, sections)
    hint = perhaps(meant) or f"yang ada: {', '.join(sections)}"
    return _error("SCM100", span, f"bagian '{name}' tidak dikenal", hint, meant)


def renewed(record: Node, section: str) -> tuple[Node, list[Diagnostic]]:
    """Return a record with today's names of its fields, and a warning for each old one.

    A field that stands there under both names is left alone.
    """
    found: list[Diagnostic] = []
    for change in RENAMED:
        if change.section == section:
            record = _with_new_name(record, change, change.path, found)
    return record, found


def _with_new_name(
    node: Node, change: Renamed, path: tuple[str, ...], found: list[Diagnostic]
) -> Node:
    value = node.value
    if isinstance(value, list):
        items = [_with_new_name(item, change, path, found) for item in value]
        return Node([*items], node.span, node.keys)
    if not isinstance(value, dict):
        return node
    if path:
        if path[0] not in value:
            return node
        below = _with_new_name(value[path[0]], change, path[1:], found)
        return Node(value | {path[0]: below}, node.span, node.keys)
    if change.old not in value or change.new in value:
        return node
    message = f"isian '{change.old}' sekarang bernama '{change.new}'"
    hint = "ganti namanya, atau jalankan 'scmaster migrate'"
    span = node.keys.get(change.old, node.span)
    found.append(Diagnostic("SCM119", Severity.WARNING, span, message, hint, (), change.new))
    today = {change.old: change.new}
    return Node(
        {today.get(name, name): child for name, child in value.items()},
        node.span,
        {today.get(name, name): place for name, place in node.keys.items()},
    )


def _load_one(node: Node, kind: type[Entry], section: str) -> tuple[Entry | None, list[Diagnostic]]:
    node, found = renewed(node, section)
    try:
        record = kind.model_validate(node.plain())
    except ValidationError as error:
        details = error.errors(include_url=False)
        renamed = _renamed(details, node, kind)
        found += [_diagnostic(d, node, kind, section) for d in details if d["loc"] not in renamed]
        return None, found
    _remember(record, node)
    return record, found


def _renamed(
    details: list[ErrorDetails], node: Node, kind: type[Record]
) -> set[tuple[int | str, ...]]:
    """Find the missing fields that an unknown key beside them was meant to be."""
    missing = {detail["loc"] for detail in details if detail["type"] == "missing"}
    meant = set()
    for detail in details:
        if detail["type"] == "extra_forbidden":
            holder = _kind_at(kind, detail["loc"][:-1])
            free = set(holder.model_fields if holder else ()) - set(
                node.at(detail["loc"][:-1]).keys
            )
            for name in get_close_matches(str(detail["loc"][-1]), sorted(free), n=1):
                meant.add((*detail["loc"][:-1], name))
    return missing & meant


def _diagnostic(detail: ErrorDetails, node: Node, kind: type[Record], section: str) -> Diagnostic:
    loc, value, error = detail["loc"], detail["input"], _kind_of_error(detail)
    name = next((str(step) for step in reversed(loc) if isinstance(step, str)), section)
    code, template = MESSAGES.get(error, OTHERWISE)
    quoted = value if isinstance(value, str) else ""
    if len(quoted) > LONGEST_QUOTE:
        quoted = quoted[:LONGEST_QUOTE] + "…"
    message = template.format(field=name, value=quoted, type=error)
    hint = meant = ""
    if error == "extra_forbidden":
        holder = _kind_at(kind, loc[:-1])
        free = set(holder.model_fields if holder else ()) - set(node.at(loc[:-1]).keys)
        meant = nearest(name, sorted(free))
        hint = perhaps(meant)
    elif error == "literal_error":
        expected = _choices(detail)
        meant = nearest(str(value), expected)
        hint = perhaps(meant) or f"pilihannya: {', '.join(expected)}"
    elif isinstance(value, str):
        hint, meant = rewriting.rewrite(error, value), rewriting.rewritten(error, value)
    return _error(code, _place(node, loc, error), message, hint, meant)


def _kind_of_error(detail: ErrorDetails) -> str:
    """Return pydantic's type of the error, or a truer one where it says less than we know."""
    value, error = detail["input"], detail["type"]
    if value is None and error != "extra_forbidden":
        return "empty_item"  # a blank field is left out; what stays is an item of a list
    if error == "literal_error" and not isinstance(value, str):
        return "string_type"
    return error


def _place(node: Node, loc: tuple[int | str, ...], error: str) -> Span:
    """Find where to point: at the key that is wrong, at the value, or at the record."""
    holder = node.at(loc[:-1])
    if error in {"extra_forbidden", "missing"} and loc and loc[-1] in holder.keys:
        return holder.keys[str(loc[-1])]
    if error == "missing":
        return min(holder.keys.values(), default=holder.span)
    return node.at(loc).span


def _choices(detail: ErrorDetails) -> list[str]:
    return re.findall(r"'([^']*)'", str(detail.get("ctx", {}).get("expected", "")))


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Suggest the known name nearest to a mistyped one (Indonesian), or nothing."""
    return perhaps(nearest(name, known))


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name nearest to a mistyped one, or nothing."""
    return next(iter(get_close_matches(name, list(known), n=1)), "")


def perhaps(meant: str) -> str:
    """Ask whether that is what was meant (Indonesian); nothing of nothing."""
    return f"maksudnya '{meant}'?" if meant else ""


def _kind_at(kind: type[Record], loc: tuple[int | str, ...]) -> type[Record] | None:
    """Find the model that stands at a place inside another."""
    for step in loc:
        if isinstance(step, str):
            inside = nested(kind).get(step)
            if inside is None:
                return None
            kind = inside
    return kind


@cache
def nested(kind: type[Record]) -> dict[str, type[Record]]:
    """Return the fields of a model that hold records, alone or in a list."""
    found = {}
    for name, info in kind.model_fields.items():
        inside = _record_in(info.annotation)
        if inside is not None:
            found[name] = inside
    return found


def _record_in(annotation: Any) -> type[Record] | None:  # noqa: ANN401  (any annotation)
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((made for arg in get_args(annotation) if (made := _record_in(arg))), None)


def _remember(record: Record, node: Node) -> None:
    """Give the record, and every record inside it, the node it came from."""
    record._origin = node  # noqa: SLF001  (the one writer)
    for name in nested(type(record)):
        value = getattr(record, name)
        if isinstance(value, Record):
            _remember(value, node.at((name,)))
        elif value:
            below = node.at((name,))
            for index, item in enumerate(value):
                _remember(item, below.at((index,)))


def _error(code: str, span: Span, message: str, hint: str = "", meant: str = "") -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, span, message, hint, (), meant)
